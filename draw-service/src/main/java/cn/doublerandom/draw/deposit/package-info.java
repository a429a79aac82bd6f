/**
 * The keys to which operators seal their secret before a ceremony (draw protocol §4): registered by
 * the supervisors, whose secret halves never come here. Pure.
 */
@NullMarked
package cn.doublerandom.draw.deposit;

import org.jspecify.annotations.NullMarked;
