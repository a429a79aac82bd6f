/** The draws of a task, phase by phase (docs/draw-protocol.md §2). Pure. */
@NullMarked
package cn.doublerandom.draw.drawing;

import org.jspecify.annotations.NullMarked;
