/**
 * Others' systems behind a port: where the bytes of evidence lie, and by what officers are reminded
 * (R40).
 */
@NullMarked
package cn.doublerandom.inspection.external;

import org.jspecify.annotations.NullMarked;
