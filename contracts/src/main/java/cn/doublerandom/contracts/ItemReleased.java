package cn.doublerandom.contracts;

/**
 * An office gave a claimed item back.
 *
 * @param itemCode number in the provincial catalogue
 * @param unit the unit that had claimed it
 * @param reason why, in words
 */
public record ItemReleased(String itemCode, String unit, String reason)
    implements IntegrationEvent {}
