/**
 * The pure heart: a command and what happened before decide what happens now, or why not. No clock,
 * no randomness, no input or output; a replay in ten years gives the same answer.
 */
@NullMarked
package cn.doublerandom.eventstore.decider;

import org.jspecify.annotations.NullMarked;
