/** Read models of the registry and the projection that fills them. */
@NullMarked
package cn.doublerandom.registry.view;

import org.jspecify.annotations.NullMarked;
