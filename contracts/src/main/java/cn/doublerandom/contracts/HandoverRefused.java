package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * Nobody comes in for a member of a team: the draw could not take the request of a visit ({@link
 * HandoverAsked}), or what was asked for him was taken back or not agreed to. The team is what it
 * was.
 *
 * @param drawId region-plan-task-round
 * @param subject who is visited
 * @param inspector the member, by his number
 * @param why in words
 * @param on business day
 */
public record HandoverRefused(
    String drawId, String subject, String inspector, String why, LocalDate on)
    implements IntegrationEvent {}
