/**
 * 企业评价: what a firm says of a visit by its 检查码, without a name, and what is shown of it once nobody
 * can be told apart (ADR 81, R65). Pure.
 */
@NullMarked
package cn.doublerandom.inspection.rating;

import org.jspecify.annotations.NullMarked;
