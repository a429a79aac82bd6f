/**
 * 走形式、随意录入 (R57–R59) and 发现问题率 (R7): what the times, texts and results of visits show, each with
 * its numbers; said to the supervisor, and never a verdict. Pure.
 */
@NullMarked
package cn.doublerandom.inspection.signals;

import org.jspecify.annotations.NullMarked;
