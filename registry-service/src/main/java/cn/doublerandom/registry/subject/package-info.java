/** 检查对象名录库: enterprises and projects, changed by events with a reason (二(一) 动态调整). Pure. */
@NullMarked
package cn.doublerandom.registry.subject;

import org.jspecify.annotations.NullMarked;
