package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * A receiver of joint discipline (联合惩戒) said what it did about the end of it ({@link
 * JointDisciplineEnded}).
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId the inspected subject
 * @param number of the discipline, counted from 1 for each result
 * @param authority the receiver
 * @param deed what it did, in its words
 * @param acknowledgedOn Asia/Shanghai
 */
public record JointDisciplineEndingAcknowledged(
    String resultId,
    String drawId,
    String subjectId,
    int number,
    String authority,
    String deed,
    LocalDate acknowledgedOn)
    implements IntegrationEvent {}
