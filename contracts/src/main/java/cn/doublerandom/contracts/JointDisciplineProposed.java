package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * Other authorities are asked to act because of a published result (联合惩戒, R11, R45); two people of
 * the bureau have agreed. A receiver answers once by the link it was given.
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId the inspected subject
 * @param subjectName 名称 as it was published
 * @param number counted from 1 for each result
 * @param measure 惩戒措施, in words
 * @param basis the clause it rests on
 * @param from first day
 * @param to last day
 * @param authorities names of the receivers
 * @param agreedOn day of the second person's agreement, Asia/Shanghai
 */
public record JointDisciplineProposed(
    String resultId,
    String drawId,
    String subjectId,
    String subjectName,
    int number,
    String measure,
    String basis,
    LocalDate from,
    LocalDate to,
    List<String> authorities,
    LocalDate agreedOn)
    implements IntegrationEvent {}
