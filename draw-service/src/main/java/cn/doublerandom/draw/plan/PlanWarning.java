package cn.doublerandom.draw.plan;

/**
 * Something odd that is taken as it stands.
 *
 * @param code NUMBER_GAP or NAME_NUMBER_MISMATCH
 * @param text what the coordinator reads
 */
public record PlanWarning(String code, String text) {}
