package cn.doublerandom.registry.proposal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which result proposes it.
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId the inspected subject
 * @param unit that inspected; absent where only a correction was heard
 * @param finishedOn day the inspection was finished; absent likewise
 * @param recordedBy account that recorded the result; absent where it was not told
 */
public record Origin(
    String resultId,
    String drawId,
    String subjectId,
    @Nullable String unit,
    @Nullable LocalDate finishedOn,
    @Nullable String recordedBy) {}
