/** 一单两库 at the desk: pages over the same application as the resources of programs. */
@NullMarked
package cn.doublerandom.registry.ui;

import org.jspecify.annotations.NullMarked;
