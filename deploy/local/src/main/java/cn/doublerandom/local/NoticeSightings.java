package cn.doublerandom.local;

import cn.doublerandom.eventstore.checkpoint.MerkleTree;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * What somebody outside kept of the log of notices (公示账本): the memory of a witness, or a checkpoint
 * a stranger has from before. Only that can show that the log was rewritten as a whole, signatures
 * and all.
 */
final class NoticeSightings {
  /** How the name of the log ends. */
  static final String LOG = "publication/notices";

  private final TreeMap<Long, List<OlderCopy.WitnessedNote>> open = new TreeMap<>();
  private long holds;
  private int compared;

  private NoticeSightings() {}

  /**
   * Those in a directory; what an operator gave up when he went on with an older database is left
   * out where the ledger says that he did.
   *
   * @param directory with checkpoints; need not exist
   */
  static NoticeSightings in(Path directory, Connection connection)
      throws IOException, SQLException {
    var seen = new NoticeSightings();
    List<OlderCopy.WitnessedNote> notes = OlderCopy.WitnessedNote.in(directory, LOG);
    boolean decided =
        notes.stream().anyMatch(OlderCopy.WitnessedNote::isGivenUp) && wasGivenUp(connection);
    for (OlderCopy.WitnessedNote note : notes) {
      if (!(note.isGivenUp() && decided)) {
        seen.open.computeIfAbsent(note.size(), size -> new ArrayList<>()).add(note);
      }
    }
    return seen;
  }

  private static boolean wasGivenUp(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT count(*) > 0 AS decided FROM event JOIN ledger USING (position)
                WHERE type = 'OlderAccepted' AND stream_id = 'memory-older'
                """)) {
      rows.next();
      return rows.getBoolean("decided");
    }
  }

  /** The log has one leaf more, in order. */
  void grew(long seq, MerkleTree.Growing log) throws Audit.Failed {
    List<OlderCopy.WitnessedNote> of = open.remove(log.size());
    if (of == null) {
      return;
    }
    String root = HexFormat.of().formatHex(log.root());
    for (OlderCopy.WitnessedNote note : of) {
      if (!note.root().equals(root)) {
        throw failed(
            seq,
            "公示账本前 %d 条与外人保存的检查点 %s 不符（前 %d 条相符），此后被改写"
                    .formatted(log.size(), note.file().getFileName(), holds)
                + " the first %d leaves of the log of notices are not those somebody outside has seen (%s; the first %d are): it was rewritten since"
                    .formatted(log.size(), note.file().getFileName(), holds));
      }
      compared++;
    }
    holds = log.size();
  }

  /** Nobody may have seen more leaves than there are; how many checkpoints hold. */
  int end(long seq, long size) throws Audit.Failed {
    if (!open.isEmpty()) {
      throw failed(
          seq,
          "公示账本只有 %d 条，外人见过 %d 条（%s），末尾被截去"
                  .formatted(
                      size,
                      open.lastKey(),
                      open.lastEntry().getValue().getFirst().file().getFileName())
              + " the log of notices has %d leaves, somebody outside has seen %d: the tail was cut off"
                  .formatted(size, open.lastKey()));
    }
    return compared;
  }

  private static Audit.Failed failed(long seq, String why) {
    return new Audit.Failed("publication", seq, why);
  }

  /** The witness goes on without what the log of an older database contradicts. */
  static void giveUp(Path directory, Connection connection) throws IOException, SQLException {
    if (!NoticeLogFiles.isThere(connection)) {
      return;
    }
    for (OlderCopy.WitnessedNote note : OlderCopy.WitnessedNote.in(directory, LOG)) {
      if (!note.isGivenUp() && !isBeginning(note, connection)) {
        note.giveUp();
      }
    }
  }

  private static boolean isBeginning(OlderCopy.WitnessedNote note, Connection connection)
      throws SQLException {
    var log = new MerkleTree.Growing();
    try (PreparedStatement leaves =
        connection.prepareStatement(
            "SELECT line FROM transparency.leaf WHERE index < ? ORDER BY index")) {
      leaves.setLong(1, note.size());
      try (ResultSet rows = leaves.executeQuery()) {
        while (rows.next()) {
          log.add(rows.getString("line").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }
    return log.size() == note.size() && HexFormat.of().formatHex(log.root()).equals(note.root());
  }
}
