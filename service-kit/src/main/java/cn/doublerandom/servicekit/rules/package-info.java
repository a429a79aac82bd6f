/** Every number that law may change, as versioned data with its legal basis (R5, R31). Pure. */
@NullMarked
package cn.doublerandom.servicekit.rules;

import org.jspecify.annotations.NullMarked;
