package cn.doublerandom.local;

import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ledger from its beginning with what was said about each entry, a thousand rows at a time,
 * from one snapshot.
 */
final class LedgerCursor implements AutoCloseable {
  private static final int FETCH = 1_000;

  private final PreparedStatement entries;
  private final PreparedStatement announcements;
  private final ResultSet entry;
  private final ResultSet said;
  private final EventChunks chunks;
  private boolean more;

  /**
   * One row of the ledger.
   *
   * @param event absent where its row is gone
   * @param links of what was said, in the same order; absent where it was told before records named
   *     their predecessors, and for states
   */
  record Row(
      long seq,
      String chain,
      @Nullable StoredEvent event,
      List<Announcement> said,
      List<Optional<Link>> links) {}

  /**
   * What the ledger keeps of a record's place on its topic.
   *
   * @param seal empty where the record carries none
   */
  record Link(int partition, String prev, String hash, Optional<String> seal) {}

  /** The connection is put into one read-only snapshot. */
  LedgerCursor(Connection connection) throws SQLException {
    this.chunks = new EventChunks(connection);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    this.entries =
        connection.prepareStatement(
            """
            SELECT seq, chain, stream_id, version, id, type, payload, metadata, hash
            FROM ledger LEFT JOIN event USING (position) ORDER BY seq
            """);
    entries.setFetchSize(FETCH);
    this.announcements =
        connection.prepareStatement(
            """
            SELECT seq, topic, key, announcement.type, value, partition, prev, link.hash, seal
            FROM announcement LEFT JOIN link USING (seq, ordinal, topic) ORDER BY seq, ordinal
            """);
    announcements.setFetchSize(FETCH);
    this.entry = entries.executeQuery();
    this.said = announcements.executeQuery();
    this.more = said.next();
  }

  /** The next entry; null at the end. */
  @Nullable Row next() throws SQLException {
    if (!entry.next()) {
      return null;
    }
    long seq = entry.getLong("seq");
    List<Announcement> announced = new ArrayList<>();
    List<Optional<Link>> links = new ArrayList<>();
    while (more && said.getLong("seq") <= seq) {
      announced.add(
          new Announcement(
              said.getString("topic"),
              said.getString("key"),
              said.getString("type"),
              said.getString("value")));
      links.add(link());
      more = said.next();
    }
    return new Row(seq, entry.getString("chain"), event(), announced, links);
  }

  private Optional<Link> link() throws SQLException {
    return said.getString("prev") == null
        ? Optional.empty()
        : Optional.of(
            new Link(
                said.getInt("partition"),
                said.getString("prev"),
                said.getString("hash"),
                Optional.ofNullable(said.getString("seal"))));
  }

  private @Nullable StoredEvent event() throws SQLException {
    String stream = entry.getString("stream_id");
    return stream == null
        ? null
        : new StoredEvent(
            stream,
            entry.getLong("version"),
            entry.getObject("id", UUID.class),
            entry.getString("type"),
            entry.getString("payload"),
            entry.getString("metadata"),
            entry.getString("hash"),
            chunks);
  }

  @Override
  public void close() throws SQLException {
    entries.close();
    announcements.close();
  }
}
