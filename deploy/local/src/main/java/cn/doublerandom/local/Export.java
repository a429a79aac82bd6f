package cn.doublerandom.local;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What everybody may have of the ledgers, as files a stranger checks with the verifier alone: every
 * chain hash up to the signed checkpoint, the content of what is public, and the draws.
 *
 * <p>What is not public is represented by its chain hash, which cannot be guessed back: it covers
 * the event's own hash, and with it a random id.
 */
@Command(
    name = "export",
    description = "everything public of all ledgers, to be checked with the verifier alone")
final class Export implements Callable<Integer> {
  /** What must be shown to have been there at a time: the promise, and each reveal. */
  private static final Set<String> TIMED =
      Set.of("cn.doublerandom.DrawCommitted.v1", "cn.doublerandom.ContributionRevealed.v1");

  /** The key of a practice bureau says that it is one (ADR 87). */
  private static final Pattern PRACTICE = Pattern.compile("[1-8][0-9]{5}\\.practice[a-z0-9]*");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--public", required = true, description = "empty directory to write into")
  private Path into = Path.of("public");

  @Override
  public Integer call() throws Exception {
    Path target = into.toAbsolutePath();
    Given.empty(target, Set.of());
    Path directory = Given.data(data.directory());
    String sum;
    try (var unfinished = new Unfinished(target)) {
      write(directory, target);
      sum = ExportSums.write(directory, target);
      unfinished.finished();
    }
    out.println("EXPORT OK " + target);
    if (!Files.exists(target.resolve(ExportSums.NOTE))) {
      out.println(
          "这份数据没有签名密钥，清单没有签名：核验须加 --unlisted，并请另行告知清单的哈希  these data have no key to sign"
              + " the list with: it is checked with --unlisted, and the hash of the list is told apart: "
              + sum);
    }
    out.println("核验用  check it with: ./suite verify ledger " + target);
    return 0;
  }

  private void write(Path directory, Path target) throws SQLException, IOException {
    try (var infrastructure = Infrastructure.of(directory, false)) {
      for (String service : Home.SERVICES) {
        try (Connection connection = Databases.open(infrastructure.postgres(), service)) {
          service(service, connection, target.resolve(service), target.resolve("draws"));
          if (service.equals("publication")) {
            NoticeLogFiles.write(connection, target.resolve("notices"), out);
          }
        }
      }
    }
    keys(directory, target);
    Files.writeString(target.resolve("README.txt"), README);
  }

  private static final String README =
      """
      双随机、一公开 公开账本导出

      <service>/checkpoint       签名并经外部见证人会签的检查点 (c2sp.org/tlog-checkpoint)
      <service>/checkpoints/     每次抽取的承诺和每位见证人公布之后第一个经会签的检查点：承诺先于随机数的时间证明
      <service>/chain.ndjson     每个事件的链哈希；chain(n) 覆盖第 n 个事件及其对外消息
      <service>/disclosed.ndjson 可以公开的内容：事件哈希与对外消息原文
      <service>/records.ndjson   每条对外消息在其主题分区中的哈希；检查点的 head 行是各分区的末端
      <service>/tile/            同一棵 RFC 6962 树的瓦片 (c2sp.org/tlog-tiles)
      draws/                     每次抽取的验证包
      notices/                   公示账本：每份公告的每个版本一行，与 /publication/log/notices 相同 (checkpoint, tile/)
      <service>/copy-of.json     仅当本账本是旧账本的副本：首个事件，写明旧账本的条数、树根、日期和两位决定人（由执行者填写）
      <service>/before/          旧账本的链和检查点（没有条目因个人信息而改变时）
      keys.txt                   验证公钥；请与各单位公布的公钥核对
      SHA256SUMS                 以上每个文件的 SHA-256（sha256sum -c 也能核对）；清单由各账本签名 (SHA256SUMS.note, c2sp.org/signed-note)

      演练单位的检查对象在签名的名录里一并计数（核验时另行列出几户），内容是虚构的，不公示；演练的抽取、检查和结果不在公开内容里。

      核验：java -jar verifier.jar ledger <本目录> [公钥…]
      只核验公示账本：java -jar verifier.jar notices <本目录>/notices [公钥…]

      chain(n) = SHA-256("dr/ledger/1\\0" + chain(n-1) + u64be(n) + event + SHA-256(J(announcements)))
      leaf n-1 of the tree is chain(n), 32 bytes; chain(0) is 32 zero bytes.
      """;

  private static void keys(Path directory, Path target) throws IOException {
    List<String> keys = new ArrayList<>(Files.readAllLines(Identity.of(directory).logKeys()));
    Identity.of(directory).witnessKeys().forEach(keys::add);
    WitnessProcess.key(directory.resolve("witness"))
        .filter(key -> !keys.contains(key))
        .ifPresent(keys::add);
    CopyNamed.keys(directory).stream().filter(key -> !keys.contains(key)).forEach(keys::add);
    Files.write(target.resolve("keys.txt"), keys);
  }

  private void service(String service, Connection connection, Path target, Path draws)
      throws SQLException, IOException {
    SealedNote sealed = SealedNote.newest(connection, SealedNote.LEDGER);
    if (sealed == null && Heard.number(connection, "SELECT count(*) FROM event") == 0) {
      out.println(service + " 账本还没有任何事件，没有可导出的 its ledger is empty; there is nothing to export");
      return;
    } else if (sealed == null) {
      throw Refused.now(
          service + " 还没有已签名的检查点，请带签名密钥运行片刻",
          "it has no signed checkpoint yet; let it run for a moment with a key");
    }
    Files.createDirectories(target);
    Files.writeString(target.resolve("checkpoint"), sealed.note());
    var timed = new ArrayList<Long>();
    var tiles = new TileFiles(target.resolve("tile"));
    var bundles = new PublicBundles(draws);
    var lanes = new LaneFold();
    long disclosed = 0;
    try (var cursor = new LedgerCursor(connection);
        BufferedWriter chain = Files.newBufferedWriter(target.resolve("chain.ndjson"));
        BufferedWriter records = Files.newBufferedWriter(target.resolve("records.ndjson"));
        BufferedWriter open = Files.newBufferedWriter(target.resolve("disclosed.ndjson"))) {
      for (LedgerCursor.Row row = cursor.next();
          row != null && row.seq() <= sealed.size();
          row = cursor.next()) {
        chain.write("{\"chain\":\"" + row.chain() + "\",\"seq\":" + row.seq() + "}\n");
        tiles.add(HexFormat.of().parseHex(row.chain()));
        StoredEvent event = row.event();
        if (isTimed(row.said())) {
          timed.add(row.seq());
        }
        if (event != null) {
          CopyNamed.write(service, event, data.directory(), target);
          records(row, event, lanes, records);
        }
        if (event == null || isPractised(row, event)) {
          continue;
        }
        PublicFacts.requireStates(row);
        if (PublicFacts.are(row.said())) {
          open.write(disclosure(row, event));
          disclosed++;
        }
        if (service.equals("draw")) {
          bundles.event(event);
        }
      }
    }
    tiles.end();
    checkpoints(connection, timed, target.resolve("checkpoints"));
    out.printf(
        "%s：账目 %d 条，公开 %d 条  %2$d entries, %3$d disclosed%n", service, sealed.size(), disclosed);
  }

  /** What was told in public or not, by its hash: it covers a random id and gives nothing away. */
  private static void records(
      LedgerCursor.Row row, StoredEvent event, LaneFold lanes, BufferedWriter records)
      throws IOException {
    for (int ordinal = 0; ordinal < row.said().size(); ordinal++) {
      Optional<LaneFold.Told> told = lanes.next(row, event, ordinal);
      if (told.isPresent()) {
        LaneFold.Told record = told.get();
        records.write(
            CanonicalJson.text(
                    Map.of(
                        "hash", record.hash(),
                        "partition", record.partition(),
                        "seq", record.seq(),
                        "topic", record.topic()))
                + "\n");
      }
    }
  }

  static boolean isTimed(List<Announcement> said) {
    return said.stream().anyMatch(a -> TIMED.contains(a.type()));
  }

  /** For each the first checkpoint a witness cosigned it in: it says since when it stood. */
  static void checkpoints(Connection connection, List<Long> timed, Path target)
      throws SQLException, IOException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT size, note FROM checkpoint
            WHERE size >= ? AND EXISTS (SELECT FROM cosignature c WHERE c.size = checkpoint.size)
            ORDER BY size LIMIT 1
            """)) {
      for (long entry : timed) {
        statement.setLong(1, entry);
        try (ResultSet rows = statement.executeQuery()) {
          if (rows.next()) {
            long size = rows.getLong("size");
            Files.createDirectories(target);
            Files.writeString(
                target.resolve(Long.toString(size)),
                rows.getString("note")
                    + SealedNote.cosignatures(connection, SealedNote.LEDGER, size));
          }
        }
      }
    }
  }

  /**
   * What a practice bureau did is no public matter; what a register holds is signed as a whole, so
   * that nobody could recompute it without.
   */
  private static boolean isPractised(LedgerCursor.Row row, StoredEvent event) {
    return row.said().stream().noneMatch(one -> TopicMaking.isState(one.topic()))
        && PRACTICE.matcher(Home.BUREAUS.of(StreamNames.parse(event.stream()).scope())).matches();
  }

  private static String disclosure(LedgerCursor.Row row, StoredEvent event) {
    List<Map<String, String>> said =
        row.said().stream()
            .map(a ->
                Map.of("key", a.key(), "topic", a.topic(), "type", a.type(), "value", a.value()))
            .toList();
    return CanonicalJson.text(
            Map.of("announcements", said, "event", event.hash(), "seq", row.seq()))
        + "\n";
  }
}
