package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * The publication of a result is over (公示期满、信用修复). Told in its order on {@code
 * publication.events.v1}, and as what stands from here on under the key of the notice on {@code
 * publication.results.v1}: whoever keeps a copy of the notice puts this stub in its place.
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param planId 抽查计划编号
 * @param taskId 抽查任务编号
 * @param subjectId the inspected subject
 * @param authority 检查机关, the bureau by its name and not its section
 * @param unit section that inspected
 * @param finishedOn 检查完成日期
 * @param publishedOn day of the first publication, Asia/Shanghai
 * @param indexNumber 索引号 of the notice
 * @param version how often it had been made public, from 1
 * @param cause PERIOD_OVER or REPAIRED
 * @param endedOn first day on which its content is not public, Asia/Shanghai
 * @param contentHash SHA-256 of the value that stood under the key before, 64 lowercase hex digits
 */
public record PublicationEnded(
    String resultId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    String authority,
    String unit,
    LocalDate finishedOn,
    LocalDate publishedOn,
    String indexNumber,
    int version,
    String cause,
    LocalDate endedOn,
    String contentHash)
    implements IntegrationEvent {}
