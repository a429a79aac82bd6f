package cn.doublerandom.inspection.visit;

/**
 * 签名缺项: a signature a record goes without.
 *
 * @param of SUBJECT, or the number under which the team lists an officer
 * @param reason in words
 */
public record SignatureGap(String of, String reason) {}
