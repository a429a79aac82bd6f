/**
 * What the visits know of 一单两库, as the registry told it: whom they go to, and what is asked there
 * for an item (R51). Pure.
 */
@NullMarked
package cn.doublerandom.inspection.register;

import org.jspecify.annotations.NullMarked;
