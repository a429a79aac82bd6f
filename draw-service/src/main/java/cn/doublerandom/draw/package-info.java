/** From the annual plan to a draw nobody can doubt (二(二), 二(三)). */
@NullMarked
package cn.doublerandom.draw;

import org.jspecify.annotations.NullMarked;
