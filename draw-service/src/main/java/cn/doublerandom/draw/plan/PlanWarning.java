package cn.doublerandom.draw.plan;

/**
 * Something odd that is taken as it stands.
 *
 * @param code stable, for example NUMBER_GAP
 * @param text what the coordinator reads
 */
public record PlanWarning(String code, String text) {}
