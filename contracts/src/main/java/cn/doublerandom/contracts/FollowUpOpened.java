package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * Something follows a finding, and is open until {@link FollowUpClosed}.
 *
 * @param visitId draw and subject
 * @param number of it within the visit, from 1
 * @param drawId region-plan-task-round
 * @param subjectId the drawn subject
 * @param itemCode whose finding it follows
 * @param kind CORRECTION (责令改正), NOTIFICATION (抄告), TRANSFER (移送) or CRIMINAL (移送司法)
 * @param document number and title of the order, notification or transfer
 * @param dueOn last day to correct, or to say that it was received
 * @param provisional dueOn falls in a year without a holiday notice
 * @param openedOn the day, Asia/Shanghai
 */
public record FollowUpOpened(
    String visitId,
    int number,
    String drawId,
    String subjectId,
    String itemCode,
    String kind,
    String document,
    LocalDate dueOn,
    boolean provisional,
    LocalDate openedOn)
    implements IntegrationEvent {}
