package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * An objection (异议) was answered. Where the result changes, {@link ResultCorrected} or {@link
 * PublicationWithdrawn} follows.
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId the inspected subject
 * @param number counted from 1 for each result
 * @param outcome REJECTED (the result stands), CORRECTED or WITHDRAWN
 * @param reason as everybody reads it
 * @param decidedOn day of the answer, Asia/Shanghai
 */
public record ObjectionDecided(
    String resultId,
    String drawId,
    String subjectId,
    int number,
    String outcome,
    String reason,
    LocalDate decidedOn)
    implements IntegrationEvent {}
