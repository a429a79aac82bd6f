package cn.doublerandom.draw.programme;

/**
 * Which draw of which task a programme is for.
 *
 * @param number counts from 1
 */
public record Batch(String planNumber, String taskNumber, int number) {}
