/** HTTP in and out of the draw. */
@NullMarked
package cn.doublerandom.draw.rest;

import org.jspecify.annotations.NullMarked;
