/** 一单两库 (二(一)): the item list and the two directories every draw starts from. */
@NullMarked
package cn.doublerandom.registry;

import org.jspecify.annotations.NullMarked;
