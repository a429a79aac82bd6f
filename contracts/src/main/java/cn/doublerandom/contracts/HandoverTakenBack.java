package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * A visit takes back what it asked of the draw ({@link HandoverAsked}). Where the draw had decided
 * before, that holds; else it drops the request, and says so by {@link HandoverRefused}.
 *
 * @param visitId draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId who is visited
 * @param inspector the member, by his number
 * @param reason in words
 * @param takenBackBy account of who took it back
 * @param takenBackOn business day
 */
public record HandoverTakenBack(
    String visitId,
    String drawId,
    String subjectId,
    String inspector,
    String reason,
    String takenBackBy,
    LocalDate takenBackOn)
    implements IntegrationEvent {}
