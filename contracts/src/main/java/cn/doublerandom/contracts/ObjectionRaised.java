package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * A firm objected (异议) to a published result. What it says is told to nobody.
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId the inspected subject
 * @param number counted from 1 for each result
 * @param raisedOn day of the objection, Asia/Shanghai
 * @param dueOn last day of the answer
 */
public record ObjectionRaised(
    String resultId,
    String drawId,
    String subjectId,
    int number,
    LocalDate raisedOn,
    LocalDate dueOn)
    implements IntegrationEvent {}
