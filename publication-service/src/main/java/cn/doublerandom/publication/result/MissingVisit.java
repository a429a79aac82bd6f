package cn.doublerandom.publication.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 逾期未检查: a drawn visit whose window has ended and that was neither finished nor cancelled (R9,
 * R64).
 *
 * @param visitId draw and subject
 * @param windowTo last day on which it could be held, which has passed
 * @param begun whether the team was on site and never finished; false where it never began
 * @param withoutTeam true where the draw found nobody to go; absent where somebody was to
 */
public record MissingVisit(
    String visitId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    LocalDate windowTo,
    boolean begun,
    @Nullable Boolean withoutTeam) {}
