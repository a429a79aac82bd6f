package cn.doublerandom.draw.drawing;

/**
 * What seals a result.
 *
 * @param vrfProof 160 hex digits
 * @param salt 64 hex digits
 */
public record Sealing(String vrfProof, String salt) {}
