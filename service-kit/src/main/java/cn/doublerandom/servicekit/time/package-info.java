/** Business time and working days (二(四) 20个工作日). */
@NullMarked
package cn.doublerandom.servicekit.time;

import org.jspecify.annotations.NullMarked;
