/** Read models of the notices and the projection that fills them. */
@NullMarked
package cn.doublerandom.publication.view;

import org.jspecify.annotations.NullMarked;
