package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * 抄告、移送: another authority or a judicial organ is told of a finding or takes the case over.
 *
 * @param visitId draw and subject
 * @param number of the follow-up within the visit, from 1
 * @param drawId region-plan-task-round
 * @param subjectId the drawn subject
 * @param itemCode whose finding it follows
 * @param kind NOTIFICATION, TRANSFER or CRIMINAL
 * @param document number and title
 * @param receiver its name
 * @param sentOn the day, Asia/Shanghai
 */
public record CaseTransferred(
    String visitId,
    int number,
    String drawId,
    String subjectId,
    String itemCode,
    String kind,
    String document,
    String receiver,
    LocalDate sentOn)
    implements IntegrationEvent {}
