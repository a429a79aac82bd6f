package cn.doublerandom.eventstore;

import java.util.UUID;

/**
 * An event as the log holds it.
 *
 * @param stream id of the stream
 * @param version position in the stream, from 1 without gaps
 * @param hash of the envelope, 64 hex digits, as stored
 */
public record StoredEvent(
    String stream,
    long version,
    UUID id,
    String type,
    String payload,
    String metadata,
    String hash) {

  /** That there is such an event, and not what it says. */
  public StoredEvent withoutPayload() {
    return new StoredEvent(stream, version, id, type, "", metadata, hash);
  }

  /** The same under the name its stream has within a scope. */
  public StoredEvent named(String name) {
    return name.equals(stream)
        ? this
        : new StoredEvent(name, version, id, type, payload, metadata, hash);
  }

  /** The hash its content really has; differs from {@link #hash()} only after tampering. */
  public String recomputedHash() {
    return new NewEvent(id, type, payload, metadata).hash(stream, version);
  }
}
