/** Read models of the draw and the projection that fills them. */
@NullMarked
package cn.doublerandom.draw.view;

import org.jspecify.annotations.NullMarked;
