package cn.doublerandom.registry.ui;

/**
 * One thing a request says.
 *
 * @param value as it is shown
 */
public record RequestFact(String label, String value) {}
