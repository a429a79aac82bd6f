package cn.doublerandom.pagekit;

/**
 * What may be chosen in a field.
 *
 * @param value as it is sent
 * @param label what an officer reads
 */
public record Choice(String value, String label) {}
