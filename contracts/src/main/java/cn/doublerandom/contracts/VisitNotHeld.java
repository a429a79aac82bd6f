package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * 逾期未检查: the window of a drawn visit has ended, and the visit was neither finished nor cancelled
 * (三(三), R9, R64). Once it is owed no more, {@link VisitSettled} says so.
 *
 * @param visitId draw and subject; the id of its result, should there be one
 * @param drawId region-plan-task-round
 * @param planId 抽查计划编号
 * @param taskId 抽查任务编号
 * @param subjectId the drawn subject
 * @param inspectors ids of the team, ascending
 * @param windowTo last day on which it could be held, which has passed, Asia/Shanghai
 * @param begun whether the team was on site and never finished; false where it never began
 */
public record VisitNotHeld(
    String visitId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    List<String> inspectors,
    LocalDate windowTo,
    boolean begun)
    implements IntegrationEvent {}
