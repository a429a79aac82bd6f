package cn.doublerandom.contracts;

import java.time.LocalDate;

/**
 * A visit took over the change the draw told of: another team comes, or another subject is visited
 * instead. Every {@link TeamChanged} is followed by this or by {@link TeamChangeRefused}.
 *
 * @param drawId region-plan-task-round
 * @param subject whose visit it is, also where that subject gave way
 * @param on business day
 */
public record TeamChangeTaken(String drawId, String subject, LocalDate on)
    implements IntegrationEvent {}
