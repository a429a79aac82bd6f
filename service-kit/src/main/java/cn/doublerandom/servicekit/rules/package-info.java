/** The rule packs that ship, as files, and which of them an office works under. */
@NullMarked
package cn.doublerandom.servicekit.rules;

import org.jspecify.annotations.NullMarked;
