/** Business time, holiday notices as they are issued, and deadlines that move with them. */
@NullMarked
package cn.doublerandom.servicekit.time;

import org.jspecify.annotations.NullMarked;
