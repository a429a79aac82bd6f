/** Every number that law may change, as versioned data with its legal basis (R5, R31). Pure. */
@NullMarked
package cn.doublerandom.registry.rulepack;

import org.jspecify.annotations.NullMarked;
