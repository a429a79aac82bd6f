/**
 * Text as it comes in, whichever door it takes: what no text may hold, what nobody can see in it,
 * and what it is searched by. Pure: JDK and JSpecify only.
 */
@NullMarked
package cn.doublerandom.servicekit.text;

import org.jspecify.annotations.NullMarked;
