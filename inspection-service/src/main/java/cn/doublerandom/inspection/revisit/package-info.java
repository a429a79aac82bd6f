/**
 * 回头看: a provable random sample of a task's closed visits is seen again by people who were not
 * there and do not know what the first found (R47, R57–R60; ADR 71). Pure.
 */
@NullMarked
package cn.doublerandom.inspection.revisit;

import org.jspecify.annotations.NullMarked;
