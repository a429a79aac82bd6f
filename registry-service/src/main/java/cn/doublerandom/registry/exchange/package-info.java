/** What both sides of an exchange with the provincial platform hold, and how it differs (R12). */
@NullMarked
package cn.doublerandom.registry.exchange;

import org.jspecify.annotations.NullMarked;
