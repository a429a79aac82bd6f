/**
 * The handbook (操作手册; 四(三) training in the use of the platform): a chapter a role, in both
 * languages, written in Markdown beside the program and made into pages once, when it starts.
 */
@NullMarked
package cn.doublerandom.gateway.handbook;

import org.jspecify.annotations.NullMarked;
