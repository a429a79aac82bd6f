/** Refusals as RFC 9457 problems with stable codes, in the reader's language. */
@NullMarked
package cn.doublerandom.servicekit.problem;

import org.jspecify.annotations.NullMarked;
