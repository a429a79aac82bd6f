/** HTTP out of what waits. */
@NullMarked
package cn.doublerandom.draw.waiting.rest;

import org.jspecify.annotations.NullMarked;
