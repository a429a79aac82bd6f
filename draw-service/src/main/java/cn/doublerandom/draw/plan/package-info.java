/** 年度抽查工作计划: the table people write, read and never guessed (二(二), 附件). Pure. */
@NullMarked
package cn.doublerandom.draw.plan;

import org.jspecify.annotations.NullMarked;
