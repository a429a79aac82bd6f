/** The result codes of the provincial platforms and what they say in public. */
@NullMarked
package cn.doublerandom.bureau.result;

import org.jspecify.annotations.NullMarked;
