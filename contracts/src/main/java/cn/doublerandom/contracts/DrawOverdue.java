package cn.doublerandom.contracts;

/**
 * A draw was neither executed nor voided by the time it named itself, or a sealed one not opened: a
 * violation for all to see.
 *
 * @param drawId region-plan-task-round
 * @param due the time that passed, UTC
 */
public record DrawOverdue(String drawId, String due) implements IntegrationEvent {}
