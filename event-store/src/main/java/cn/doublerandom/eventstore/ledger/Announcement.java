package cn.doublerandom.eventstore.ledger;

/**
 * What one event is for others: a record on a topic.
 *
 * @param key of the record, the stream id unless the topic is compacted
 * @param type CloudEvents type
 * @param value canonical JSON
 */
public record Announcement(String topic, String key, String type, String value) {}
