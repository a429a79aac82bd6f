package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * The result of a finished visit is due soon and not final yet (二(四), R40). Told ten, five and two
 * working days before its last day, and on that day.
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param planId 抽查计划编号
 * @param taskId 抽查任务编号
 * @param subjectId the inspected subject
 * @param inspectors ids of the team, ascending
 * @param finishedOn day the inspection was finished, Asia/Shanghai
 * @param dueOn the last day
 * @param provisional true where dueOn falls in a year without a holiday notice
 * @param workingDays left, the last one included; 0 on the last day
 */
public record DeadlineApproaching(
    String resultId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    List<String> inspectors,
    LocalDate finishedOn,
    LocalDate dueOn,
    boolean provisional,
    int workingDays)
    implements IntegrationEvent {}
