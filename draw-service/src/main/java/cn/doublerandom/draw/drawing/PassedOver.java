package cn.doublerandom.draw.drawing;

/**
 * Who would have come in and was passed over, because the register says that he may not.
 *
 * @param id alternate or inspector
 * @param reason status of the alternate, or what stands against the inspector that day
 */
public record PassedOver(String id, String reason) {}
