/**
 * 离线检查 (R39, R59; 二(四)): steps of a visit that officers took on their phones without network, kept
 * as they came and merged item by item, whatever their order (ADR 72). Pure.
 */
@NullMarked
package cn.doublerandom.inspection.phone;

import org.jspecify.annotations.NullMarked;
