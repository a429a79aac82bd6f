/**
 * What every request meets before a rule is asked: JSON, parameters and headers are what was asked
 * for, or are refused by name.
 */
@NullMarked
package cn.doublerandom.servicekit.border;

import org.jspecify.annotations.NullMarked;
