package cn.doublerandom.eventstore.inbox;

import java.time.Instant;

/**
 * A record that does not continue its topic and was not applied.
 *
 * @param kind WAITING for a seal, STRAY: nobody vouches for it, GAP: the one before it never came
 * @param reason the same in words
 */
public record StrayRecord(
    long number,
    String source,
    int partition,
    long seq,
    String key,
    String kind,
    String id,
    String type,
    String reason,
    Instant since) {}
