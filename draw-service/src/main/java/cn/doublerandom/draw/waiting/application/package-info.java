/** What waits by the states of plans, programmes and draws, and in which words. */
@NullMarked
package cn.doublerandom.draw.waiting.application;

import org.jspecify.annotations.NullMarked;
