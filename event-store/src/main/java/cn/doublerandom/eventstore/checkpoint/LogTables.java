package cn.doublerandom.eventstore.checkpoint;

import java.util.regex.Pattern;

/**
 * Where a log has its leaves, and beside them its tiles, checkpoints and cosignatures in tables of
 * the same form as those of the ledger.
 *
 * @param schema of the tables; empty for those of the ledger
 * @param size SQL that gives the number of leaves as {@code size}
 * @param leaves SQL that gives the bytes of the leaves {@code $1} (included) to {@code $2}
 *     (excluded), counted from 0, as {@code leaf}, ascending
 */
public record LogTables(String schema, String size, String leaves) {
  private static final Pattern FORM = Pattern.compile("[a-z_]{0,30}");

  /** Of the ledger, whose entries are counted from 1. */
  static final LogTables LEDGER =
      new LogTables(
          "",
          "SELECT coalesce(max(seq), 0) AS size FROM ledger",
          """
          SELECT decode(chain, 'hex') AS leaf FROM ledger
          WHERE seq > $1 AND seq <= $2 ORDER BY seq
          """);

  public LogTables {
    if (!FORM.matcher(schema).matches()) {
      throw new IllegalArgumentException("no schema: " + schema);
    }
  }

  boolean isLedger() {
    return schema.isEmpty();
  }

  /** A statement about these tables; before their names it says {@code {schema}}. */
  String in(String sql) {
    return sql.replace("{schema}", isLedger() ? "" : schema + ".");
  }
}
