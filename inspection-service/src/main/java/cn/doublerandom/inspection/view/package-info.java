/** Read models of the visits and the projection that fills them. */
@NullMarked
package cn.doublerandom.inspection.view;

import org.jspecify.annotations.NullMarked;
