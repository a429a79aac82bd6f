package cn.doublerandom.local;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * What is copied beside the events. Checkpoints and tiles are of the old tree; what the platform
 * was told is told again; keys of before kinds had namespaces open nothing in the new ledger.
 */
final class AdoptedTables {
  private static final Map<String, String> ROWS = rows();
  private static final List<String> EXCHANGE =
      List.of("exchange.held", "exchange.comparison", "exchange.difference");

  private AdoptedTables() {}

  private static Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("event_chunk", "SELECT * FROM event_chunk");
    rows.put("command_key", "SELECT * FROM command_key");
    rows.put("timer", "SELECT * FROM timer");
    rows.put("person_key", "SELECT * FROM person_key WHERE position('/' in person) > 0");
    rows.put("erased_person", "SELECT * FROM erased_person");
    rows.put(
        "skipped_event", "SELECT projection, seq + " + AdoptedLedger.SHIFT + " FROM skipped_event");
    rows.put("given_up_record", "SELECT * FROM given_up_record");
    return rows;
  }

  static void copy(String service, Connection source, Connection sink, ResidentNumbers numbers)
      throws SQLException {
    for (Map.Entry<String, String> table : ROWS.entrySet()) {
      if (!Backup.exists(source, table.getKey())) {
        continue; // of an earlier version, before there was such a table
      }
      boolean isOfKeys = table.getKey().equals("person_key");
      copy(source, table.getValue(), sink, table.getKey(), numbers, isOfKeys);
    }
    if (Backup.OWN_TABLES.containsKey(service)) {
      for (String table : EXCHANGE) {
        if (Backup.exists(source, table)) {
          copy(source, "SELECT * FROM " + table, sink, table, numbers, false);
        }
      }
      Restore.resetSequence(sink, "exchange.held", "seq");
      Restore.resetSequence(sink, "exchange.comparison", "number");
    }
  }

  /**
   * @param skips whether a row with a resident's number is left out; a wrapped key is bound to its
   *     name and cannot be kept under another
   */
  private static void copy(
      Connection source,
      String rows,
      Connection sink,
      String table,
      ResidentNumbers numbers,
      boolean skips)
      throws SQLException {
    CopyOut out = manager(source).copyOut("COPY (" + rows + ") TO STDOUT");
    CopyIn in = manager(sink).copyIn("COPY " + table + " FROM STDIN");
    for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
      String text = new String(row, StandardCharsets.UTF_8);
      if (!numbers.isIn(text)) {
        in.writeToCopy(row, 0, row.length);
      } else if (!skips) {
        byte[] replaced = numbers.replace(text).getBytes(StandardCharsets.UTF_8);
        in.writeToCopy(replaced, 0, replaced.length);
      }
    }
    in.endCopy();
  }

  private static CopyManager manager(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
