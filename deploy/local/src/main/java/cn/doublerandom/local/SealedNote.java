package cn.doublerandom.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint of a log, with every cosignature it has.
 *
 * @param size leaves it is over
 */
record SealedNote(long size, String note) {
  /** Before the names of the tables of the ledger. */
  static final String LEDGER = "";

  /** Before those of the log of notices. */
  static final String NOTICES = "transparency.";

  /** The newest, cosigned where there is one that is; null where none was signed. */
  static @Nullable SealedNote newest(Connection connection, String schema) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT size, note FROM %1$scheckpoint k
                ORDER BY EXISTS (SELECT FROM %1$scosignature c WHERE c.size = k.size) DESC,
                  size DESC LIMIT 1
                """
                    .formatted(schema))) {
      if (!rows.next()) {
        return null;
      }
      long size = rows.getLong("size");
      return new SealedNote(size, rows.getString("note") + cosignatures(connection, schema, size));
    }
  }

  /** A line each. */
  static String cosignatures(Connection connection, String schema, long size) throws SQLException {
    var lines = new StringBuilder();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT line FROM %scosignature WHERE size = ? ORDER BY witness".formatted(schema))) {
      statement.setLong(1, size);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.append(rows.getString("line")).append('\n');
        }
      }
    }
    return lines.toString();
  }
}
