package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * The last day has passed and the result of a finished visit is not recorded (二(四), R40). Once it
 * is recorded, {@link ResultRecorded} says so.
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param planId 抽查计划编号
 * @param taskId 抽查任务编号
 * @param subjectId the inspected subject
 * @param inspectors ids of the team, ascending
 * @param finishedOn day the inspection was finished, Asia/Shanghai
 * @param dueOn the last day, which has passed
 * @param provisional true where dueOn falls in a year without a holiday notice
 */
public record DeadlineBreached(
    String resultId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    List<String> inspectors,
    LocalDate finishedOn,
    LocalDate dueOn,
    boolean provisional)
    implements IntegrationEvent {}
