package cn.doublerandom.draw.drawing;

/**
 * Somebody who acted with an account.
 *
 * @param unit the account belongs to; empty where its token does not say
 */
public record Officer(String account, String unit) {}
