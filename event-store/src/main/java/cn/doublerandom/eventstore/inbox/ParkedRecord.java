package cn.doublerandom.eventstore.inbox;

/**
 * A record that was set aside.
 *
 * @param seq of the sender; below zero where the record had none that could be read
 * @param reason why, or that it waits behind an earlier one of its key
 */
public record ParkedRecord(
    long number,
    String source,
    int partition,
    long seq,
    String key,
    String id,
    String type,
    String reason) {}
