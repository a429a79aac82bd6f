package cn.doublerandom.local;

import cn.doublerandom.eventstore.checkpoint.NoteKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stranger needs to follow from an old ledger to its copy: the last checkpoint of the old
 * one, what its witness kept, and the new ledger's key signed with the old one's; where no entry
 * had to say something else, also the old chain and the checkpoints that show when its draws were
 * promised. Where people were sealed the old chain is left out: who holds all else of an entry
 * could try telephone books against its hash.
 */
final class AdoptionEvidence {
  private AdoptionEvidence() {}

  static void write(String service, Connection source, Identity old, Identity now, Path directory)
      throws SQLException, IOException {
    PrivateFile.directory(directory);
    String note = "";
    try (PreparedStatement statement =
            source.prepareStatement(
                """
                SELECT note, coalesce((SELECT string_agg(line, E'\\n' ORDER BY witness) || E'\\n'
                  FROM cosignature c WHERE c.size = checkpoint.size), '') AS lines
                FROM checkpoint ORDER BY size DESC LIMIT 1
                """);
        ResultSet rows = statement.executeQuery()) {
      if (rows.next()) {
        note = rows.getString("note") + rows.getString("lines");
        PrivateFile.put(directory.resolve(service + ".checkpoint"), note);
      }
    }
    if (Files.exists(old.log(service))) {
      var before = NoteKey.read(old.log(service));
      String after = NoteKey.read(now.log(service)).verifierKey();
      String body = note.isEmpty() ? "" : note.substring(0, note.indexOf("\n\n") + 1);
      PrivateFile.put(
          directory.resolve(service + ".successor"),
          before.sign("adopted-by " + after + "\n" + body));
    }
  }

  /** Who ordered the copy, and what that is worth. */
  static void order(AdoptedLedger.Order order, Path directory) throws IOException {
    PrivateFile.put(
        directory.resolve("order.txt"),
        List.of(
            "提出 ordered by: " + order.by(),
            "同意 agreed by: " + order.approvedBy(),
            "执行命令的系统账号 account of the machine that ran it: " + System.getProperty("user.name"),
            "以上姓名由执行命令的人填写，系统没有核对；批准文件另行保存。",
            "These are the words of whoever ran the command; nothing has checked them."));
  }

  /** The old chain, and the checkpoints that say since when something was in it. */
  static void chain(String service, Connection source, Path directory)
      throws SQLException, IOException {
    Path own = PrivateFile.directory(directory.resolve(service));
    List<Long> timed = new ArrayList<>();
    source.rollback();
    try (var cursor = new LedgerCursor(source);
        BufferedWriter chain = PrivateFile.writer(own.resolve("chain.ndjson"))) {
      for (LedgerCursor.Row row = cursor.next(); row != null; row = cursor.next()) {
        chain.write("{\"chain\":\"" + row.chain() + "\",\"seq\":" + row.seq() + "}\n");
        if (Export.isTimed(row.said())) {
          timed.add(row.seq());
        }
      }
    }
    Export.checkpoints(source, timed, own.resolve("checkpoints"));
  }

  /** What the outside witness had seen, and the keys that tell whose it is. */
  static void witnessed(Path witness, Path oldKeys, Path directory) throws IOException {
    List<String> keys =
        new ArrayList<>(Files.exists(oldKeys) ? Files.readAllLines(oldKeys) : List.of());
    WitnessProcess.key(witness).ifPresent(keys::add);
    PrivateFile.put(directory.resolve("keys.txt"), keys);
    if (!Files.isDirectory(witness)) {
      return;
    }
    Path to = PrivateFile.directory(directory.resolve("witness"));
    try (Stream<Path> files = Files.list(witness)) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().endsWith(".key")) {
          PrivateFile.copy(file, to.resolve(file.getFileName().toString()));
        }
      }
    }
  }
}
