/** 每期抽查实施方案: what a batch will inspect, when, by how many teams (二(二), R28, R61). Pure. */
@NullMarked
package cn.doublerandom.draw.programme;

import org.jspecify.annotations.NullMarked;
