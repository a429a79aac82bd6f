/** Every number that law may change, as versioned data with its legal basis (R5, R31). */
@NullMarked
package cn.doublerandom.bureau.rules;

import org.jspecify.annotations.NullMarked;
