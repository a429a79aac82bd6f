/** What a stranger takes home of a draw. */
@NullMarked
package cn.doublerandom.draw.drawing.files;

import org.jspecify.annotations.NullMarked;
