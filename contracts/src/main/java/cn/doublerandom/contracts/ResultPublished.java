package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * A result was made public (二(四) 谁公示).
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId the inspected subject
 * @param subjectName 名称
 * @param codes result codes, ascending
 * @param finishedOn day the inspection was finished
 * @param dueOn last day for publication
 * @param publishedOn day of publication, Asia/Shanghai
 * @param onTime whether publishedOn is not after dueOn
 * @param indexNumber 索引号 of the notice
 */
public record ResultPublished(
    String resultId,
    String drawId,
    String subjectId,
    String subjectName,
    List<String> codes,
    LocalDate finishedOn,
    LocalDate dueOn,
    LocalDate publishedOn,
    boolean onTime,
    String indexNumber)
    implements IntegrationEvent {}
