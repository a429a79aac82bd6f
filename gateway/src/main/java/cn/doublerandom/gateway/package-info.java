/**
 * The one origin of the suite: it knows addresses, limits and times, and not one rule of the
 * bureau. What comes in is guarded, streamed to the service it is for, and what is broken, slow or
 * too much ends here without taking the other services along.
 */
@NullMarked
package cn.doublerandom.gateway;

import org.jspecify.annotations.NullMarked;
