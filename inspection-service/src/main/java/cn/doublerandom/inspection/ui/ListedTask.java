package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.revisit.SampleSummary;

/**
 * A task with a sample, as 回头看 lists it.
 *
 * @param sample the last one
 */
public record ListedTask(String task, SampleSummary sample) {}
