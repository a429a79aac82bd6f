package cn.doublerandom.eventstore.projection;

/**
 * One filling of a projection's tables.
 *
 * @param number 1 for the first, then rising
 * @param version of the fold that fills it
 * @param seq the last entry applied
 * @param live whether readers see it
 */
public record Generation(int number, int version, long seq, boolean live) {}
