package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** 公示账本 as static files, as the service hands it out: checkpoint, tiles and leaves. */
final class NoticeLogFiles {
  private static final int FETCH = 1_000;

  private NoticeLogFiles() {}

  /** Whether these data have a log of notices: those of before have none. */
  static boolean isThere(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT to_regclass('transparency.leaf') IS NOT NULL")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /** Writes what the newest checkpoint is over; nothing where none was signed. */
  static void write(Connection connection, Path target, PrintStream out)
      throws SQLException, IOException {
    SealedNote sealed =
        isThere(connection) ? SealedNote.newest(connection, SealedNote.NOTICES) : null;
    if (sealed == null) {
      out.println("公示账本还没有已签名的检查点 the log of notices has no signed checkpoint yet");
      return;
    }
    Files.createDirectories(target);
    Files.writeString(target.resolve("checkpoint"), sealed.note());
    var tiles = new TileFiles(target.resolve("tile"));
    try (PreparedStatement leaves =
        connection.prepareStatement(
            "SELECT line FROM transparency.leaf WHERE index < ? ORDER BY index")) {
      leaves.setLong(1, sealed.size());
      leaves.setFetchSize(FETCH);
      try (ResultSet rows = leaves.executeQuery()) {
        while (rows.next()) {
          tiles.add(rows.getString("line").getBytes(UTF_8));
        }
      }
    }
    tiles.end();
    out.printf("公示账本 %d 条  the log of notices: %1$d leaves%n", sealed.size());
  }
}
