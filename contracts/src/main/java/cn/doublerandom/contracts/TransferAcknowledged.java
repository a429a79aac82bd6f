package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * 回执: the receiver has what was sent ({@link CaseTransferred}).
 *
 * @param visitId draw and subject
 * @param number of the follow-up within the visit, from 1
 * @param drawId region-plan-task-round
 * @param subjectId the drawn subject
 * @param receivedAs office and position of who received it; no name
 * @param reference the receiver's own number
 * @param acknowledgedOn the day, Asia/Shanghai
 */
public record TransferAcknowledged(
    String visitId,
    int number,
    String drawId,
    String subjectId,
    String receivedAs,
    String reference,
    LocalDate acknowledgedOn)
    implements IntegrationEvent {}
