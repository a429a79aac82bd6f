/**
 * The handbook (操作手册; R52, 二(五) 新平台操作使用培训): a chapter a role, in both languages, written in
 * Markdown beside the program and made into pages once, when it starts.
 */
@NullMarked
package cn.doublerandom.gateway.handbook;

import org.jspecify.annotations.NullMarked;
