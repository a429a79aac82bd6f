package cn.doublerandom.eventstore;

import java.util.UUID;

/**
 * An event as the log holds it.
 *
 * @param stream id of the stream
 * @param version position in the stream, from 1 without gaps
 * @param hash of the envelope, 64 hex digits, as stored
 * @param chunks where the long lists stand that the payload only names
 */
public record StoredEvent(
    String stream,
    long version,
    UUID id,
    String type,
    String payload,
    String metadata,
    String hash,
    Chunks chunks) {
  /** An event whose payload holds everything itself. */
  public StoredEvent(
      String stream,
      long version,
      UUID id,
      String type,
      String payload,
      String metadata,
      String hash) {
    this(stream, version, id, type, payload, metadata, hash, Chunks.NONE);
  }

  /** The same with the pieces of its lists. */
  public StoredEvent with(Chunks pieces) {
    return new StoredEvent(stream, version, id, type, payload, metadata, hash, pieces);
  }

  /** What it says with every long list in its place. */
  public String wholePayload() {
    return ChunkedLists.whole(payload, chunks);
  }

  /** That there is such an event, and not what it says. */
  public StoredEvent withoutPayload() {
    return new StoredEvent(stream, version, id, type, "", metadata, hash);
  }

  /** The same under the name its stream has within a scope. */
  public StoredEvent named(String name) {
    return name.equals(stream)
        ? this
        : new StoredEvent(name, version, id, type, payload, metadata, hash, chunks);
  }

  /** The hash its content really has; differs from {@link #hash()} only after tampering. */
  public String recomputedHash() {
    return new NewEvent(id, type, payload, metadata).hash(stream, version);
  }
}
