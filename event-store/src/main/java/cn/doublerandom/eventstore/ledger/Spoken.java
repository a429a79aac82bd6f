package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An announcement as it stands in the ledger, with the event it was made of and its place in its
 * lane.
 *
 * @param partition of its lane; absent where its topic is none, as of states, and where it was
 *     announced before there were lanes
 * @param prev hash of the record before it; absent likewise
 * @param seal of its hash; absent where none was given
 * @param position of the event
 * @param tx transaction of the event
 */
record Spoken(
    long seq,
    int ordinal,
    Announcement said,
    String chain,
    UUID event,
    long version,
    String stream,
    String metadata,
    @Nullable Integer partition,
    @Nullable String prev,
    @Nullable String seal,
    long position,
    String tx) {
  /**
   * As it will stand in the ledger; its place in its lane is not known yet.
   *
   * @param row of the event
   */
  static Spoken of(Announcement said, Lanes.Cause cause, Row row) {
    return new Spoken(
        cause.seq(),
        cause.ordinal(),
        said,
        cause.chain(),
        cause.event(),
        cause.version(),
        row.getString("stream_id"),
        cause.metadata(),
        null,
        null,
        null,
        row.getLong("position"),
        row.getString("tx_text"));
  }

  /** The same in its place. */
  Spoken at(Lanes.Link link) {
    return new Spoken(
        seq,
        ordinal,
        said,
        chain,
        event,
        version,
        stream,
        metadata,
        link.partition(),
        link.prev(),
        link.seal().isEmpty() ? null : link.seal(),
        position,
        tx);
  }

  /** As it was read, by the names of the columns. */
  static Spoken of(Row row) {
    return new Spoken(
        row.getLong("seq"),
        row.getInteger("ordinal"),
        new Announcement(
            row.getString("topic"),
            row.getString("key"),
            row.getString("type"),
            row.getString("value")),
        row.getString("chain"),
        row.getUUID("id"),
        row.getLong("version"),
        row.getString("stream_id"),
        row.getString("metadata"),
        row.getInteger("partition"),
        row.getString("prev"),
        row.getString("seal"),
        row.getLong("position"),
        row.getString("tx_text"));
  }
}
