package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * 移交: a member of a visit's team is to hand it over. Who comes in for him the draw says, by its
 * protocol and once another person has agreed there; nobody is named by the visit.
 *
 * @param visitId draw and subject
 * @param drawId region-plan-task-round
 * @param subjectId who is visited
 * @param inspector the member, by his number
 * @param reason in words
 * @param askedBy account of who asked
 * @param askedOn business day
 */
public record HandoverAsked(
    String visitId,
    String drawId,
    String subjectId,
    String inspector,
    String reason,
    String askedBy,
    LocalDate askedOn)
    implements IntegrationEvent {}
