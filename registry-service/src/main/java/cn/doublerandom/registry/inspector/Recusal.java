package cn.doublerandom.registry.inspector;

/**
 * A subject this inspector may not inspect (回避).
 *
 * @param subject id of the subject
 * @param reason DECLARED_INTEREST, RELATIVE or FORMER_EMPLOYER
 */
public record Recusal(String subject, String reason) {}
