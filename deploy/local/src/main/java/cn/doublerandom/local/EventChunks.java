package cn.doublerandom.local;

import cn.doublerandom.eventstore.ChunkedLists;
import cn.doublerandom.eventstore.Chunks;
import cn.doublerandom.eventstore.StoredEvent;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The pieces of long lists in a service's database, each read when it is asked for. */
final class EventChunks implements Chunks {
  private static final String TABLE = "event_chunk";

  /** Pieces at once; they have some hundred kilobytes each. */
  private static final int FETCH = 16;

  private final Connection connection;

  EventChunks(Connection connection) {
    this.connection = connection;
  }

  /** A payload with every long list in its place. */
  static String whole(Connection connection, String payload) {
    return ChunkedLists.whole(payload, new EventChunks(connection));
  }

  /** The hash of an event covers the roots of its long lists, and these cover every piece. */
  static void requireWhole(String service, long seq, StoredEvent event) throws Audit.Failed {
    try {
      ChunkedLists.check(event.payload(), event.chunks());
    } catch (IllegalStateException e) {
      throw new Audit.Failed(service, seq, broken(event, e));
    }
  }

  /** What an event says with every long list in its place. */
  static String whole(StoredEvent event) throws IOException {
    try {
      return event.wholePayload();
    } catch (IllegalStateException e) {
      throw new IOException(broken(event, e), e);
    }
  }

  private static String broken(StoredEvent event, IllegalStateException why) {
    return "%s v%d %s 的名单不全或已被改动 has a list that is not whole or was changed: %s"
        .formatted(event.stream(), event.version(), event.type(), why.getMessage());
  }

  @Override
  public String content(String hash) {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT content FROM event_chunk WHERE hash = ?")) {
      statement.setString(1, hash);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("名单分块 the piece " + hash + " 已不在 is gone");
        }
        return rows.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("名单分块无法读取 the piece " + hash + " cannot be read", e);
    }
  }

  /** Takes a piece. */
  interface Look {
    void at(String content);
  }

  /** Every piece there is, in one read-only transaction; none before there were any. */
  static void each(Connection connection, Look look) throws SQLException {
    if (!Backup.exists(connection, TABLE)) {
      return;
    }
    connection.setAutoCommit(false);
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT content FROM event_chunk")) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          look.at(rows.getString(1));
        }
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** The roots of the lists in which a text stands as a value. */
  static List<String> rootsWith(Connection connection, String text) throws SQLException {
    List<String> roots = new ArrayList<>();
    if (!Backup.exists(connection, TABLE)) {
      return roots;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT list.hash FROM event_chunk list
            WHERE list.content LIKE '["%' AND EXISTS (
              SELECT FROM event_chunk piece
              WHERE strpos(piece.content, ?) > 0 AND strpos(list.content, piece.hash) > 0)
            """)) {
      statement.setString(1, '"' + text + '"');
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          roots.add(rows.getString(1));
        }
      }
    }
    return roots;
  }
}
