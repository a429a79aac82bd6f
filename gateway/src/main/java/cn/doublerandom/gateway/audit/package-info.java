/**
 * What happened at the door: a book of this gateway that is only ever written on, and its telling
 * to those who keep it (ADR 0051). It holds no token, no password and no whole address.
 */
@NullMarked
package cn.doublerandom.gateway.audit;

import org.jspecify.annotations.NullMarked;
