/**
 * Photos, films, sound and documents as they are handed in, at whichever door: what a file is its
 * bytes say, and whether all of it is there (实施方案 三(三): 检查全程留痕). One that ends half-way proves
 * nothing to whoever opens it later.
 */
@NullMarked
package cn.doublerandom.servicekit.file;

import org.jspecify.annotations.NullMarked;
