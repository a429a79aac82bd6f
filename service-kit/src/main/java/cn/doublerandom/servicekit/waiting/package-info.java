/**
 * What waits for somebody (待办): things that other people or the calendar left for him to do, kept
 * as rows beside the read models, so that nobody who asks replays a stream.
 */
@NullMarked
package cn.doublerandom.servicekit.waiting;

import org.jspecify.annotations.NullMarked;
