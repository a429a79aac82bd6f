package cn.doublerandom.eventstore.projection;

/**
 * A stream that a read model shows only up to an event it could not store.
 *
 * @param seq of that event
 * @param reason why, for operations
 */
public record ParkedStream(String projection, String stream, long seq, String reason) {}
