/**
 * What waits for somebody of both wings (待办): neither knows the other's steps, and the list of one
 * person has both.
 */
@NullMarked
package cn.doublerandom.draw.waiting;

import org.jspecify.annotations.NullMarked;
