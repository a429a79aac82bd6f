/** Others' systems behind a draw: the drand relay and the files of the sealing keys. */
@NullMarked
package cn.doublerandom.draw.drawing.external;

import org.jspecify.annotations.NullMarked;
