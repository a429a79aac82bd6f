/** People on the register: what is sealed of them, what others see, and how they are forgotten. */
@NullMarked
package cn.doublerandom.registry.person;

import org.jspecify.annotations.NullMarked;
