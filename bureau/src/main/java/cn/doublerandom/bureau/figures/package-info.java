/**
 * The bureau's figures, each defined in one place: numbers in, numbers out. Pure: rules may use it.
 */
@NullMarked
package cn.doublerandom.bureau.figures;

import org.jspecify.annotations.NullMarked;
