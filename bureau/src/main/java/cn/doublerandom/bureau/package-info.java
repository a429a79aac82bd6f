/**
 * The bureau's own words, which any rule may use: JDK and JSpecify only. What reads or writes
 * files, speaks HTTP or knows a database is elsewhere.
 */
@NullMarked
package cn.doublerandom.bureau;

import org.jspecify.annotations.NullMarked;
