package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * The publication of a result was withdrawn (撤销): it holds no more.
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId the inspected subject
 * @param reason why, as everybody reads it
 * @param withdrawnOn day of the withdrawal, Asia/Shanghai
 * @param indexNumber 索引号 of the notice
 */
public record PublicationWithdrawn(
    String resultId,
    String drawId,
    String subjectId,
    String reason,
    LocalDate withdrawnOn,
    String indexNumber)
    implements IntegrationEvent {}
