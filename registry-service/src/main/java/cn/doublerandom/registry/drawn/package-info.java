/**
 * What the draws told (二(二)) of whom they froze and drew, so that a correction of the register says
 * what it leaves as it is (ADR 63). Pure.
 */
@NullMarked
package cn.doublerandom.registry.drawn;

import org.jspecify.annotations.NullMarked;
