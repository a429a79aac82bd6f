/** Which bureau is meant: its key, and what the register of bureaus says of it. */
@NullMarked
package cn.doublerandom.bureau.key;

import org.jspecify.annotations.NullMarked;
