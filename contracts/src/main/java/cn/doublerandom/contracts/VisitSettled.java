package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * A visit told of as not held ({@link VisitNotHeld}) is owed no more: it was finished after all,
 * and its result is due, or it fell away with its draw or for another subject. Of a visit that was
 * never told of as not held this is not told.
 *
 * @param visitId draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId the drawn subject
 * @param outcome FINISHED or CANCELLED
 * @param settledOn the day it was, Asia/Shanghai
 */
public record VisitSettled(
    String visitId, String drawId, String subjectId, String outcome, LocalDate settledOn)
    implements IntegrationEvent {}
