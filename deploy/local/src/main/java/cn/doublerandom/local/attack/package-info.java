/**
 * The suite attacked from outside, over its one origin, by somebody who may: every request has an
 * expected answer, and what answers otherwise is named. Knows addresses and documents, and nothing
 * of how the suite is made.
 */
@NullMarked
package cn.doublerandom.local.attack;

import org.jspecify.annotations.NullMarked;
