package cn.doublerandom.draw.drawing;

/**
 * Who would have come in and was passed over, because the register says that he may not, or because
 * somebody came in for him at this visit before.
 *
 * @param id alternate or inspector
 * @param reason status of the alternate, or what stands against the inspector that day, or WENT_OUT
 */
public record PassedOver(String id, String reason) {}
