/** Who may serve: officers on a day. */
@NullMarked
package cn.doublerandom.bureau.people;

import org.jspecify.annotations.NullMarked;
