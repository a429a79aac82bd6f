package cn.doublerandom.bureau.rules;

/**
 * Somebody above is told of what is late.
 *
 * @param afterDays working days after the last one, at least 1
 * @param role who is told
 */
public record Escalation(int afterDays, String role) {}
