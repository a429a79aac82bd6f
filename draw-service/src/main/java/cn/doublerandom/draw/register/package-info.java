/** What the draw knows of 一单两库, noted from the registry's events. Pure. */
@NullMarked
package cn.doublerandom.draw.register;

import org.jspecify.annotations.NullMarked;
