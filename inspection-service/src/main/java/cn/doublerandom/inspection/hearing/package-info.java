/**
 * 听取意见 (R48, R57): something is put to units with its numbers frozen, they are heard within their
 * days, and another person of another unit concludes. A ticket of supervision, the assessment of a
 * year are its kinds (ADR 77, 82). Pure.
 */
@NullMarked
package cn.doublerandom.inspection.hearing;

import org.jspecify.annotations.NullMarked;
