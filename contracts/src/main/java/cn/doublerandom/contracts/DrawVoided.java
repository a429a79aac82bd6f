package cn.doublerandom.contracts;

/**
 * A draw was voided; it stays visible for ever.
 *
 * @param drawId region-plan-task-round
 * @param reason in words
 * @param requestedBy account that asked
 * @param approvedBy another account that agreed
 * @param wouldBeResultHash hash of the result it would have had; empty where entropy was incomplete
 */
public record DrawVoided(
    String drawId, String reason, String requestedBy, String approvedBy, String wouldBeResultHash)
    implements IntegrationEvent {}
