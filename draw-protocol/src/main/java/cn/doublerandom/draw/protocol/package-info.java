/**
 * The draw itself, protocol {@code double-random/1} (docs/draw-protocol.md; 实施方案 二(二)
 * 抽取的过程要确保公开、公正): frozen lists and a seed go in, subjects and teams come out, the same on every
 * machine. Pure.
 */
@NullMarked
package cn.doublerandom.draw.protocol;

import org.jspecify.annotations.NullMarked;
