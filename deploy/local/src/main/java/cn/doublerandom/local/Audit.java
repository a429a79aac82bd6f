package cn.doublerandom.local;

import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.ChainHash;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import cn.doublerandom.eventstore.ledger.TopicTails;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes everything that can be recomputed: the hash of every event, the chain of every ledger,
 * the equality of every announcement with its Kafka record, every executed draw, and the log of
 * notices.
 */
final class Audit {
  /** SQLSTATE of a table that is not there (PostgreSQL, appendix A). */
  private static final String UNDEFINED_TABLE = "42P01";

  /** What a fault of several services is of. */
  private static final String TOGETHER = "draws, visits and publications";

  private final int kafkaPort;
  private final int postgresPort;
  private final Path witnessed;
  private final AtomicLong events = new AtomicLong();
  private final AtomicInteger draws = new AtomicInteger();
  private final AtomicInteger checkpoints = new AtomicInteger();
  private final AtomicInteger states = new AtomicInteger();
  private final AtomicLong notices = new AtomicLong();
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicInteger explained = new AtomicInteger();
  private final Set<String> untold = new ConcurrentSkipListSet<>();
  private boolean isAtRest;
  private @Nullable EvidenceCheck evidence;

  /**
   * @param witnessed directory with the checkpoints a witness keeps; need not exist
   */
  Audit(int kafkaPort, int postgresPort, Path witnessed) {
    this.kafkaPort = kafkaPort;
    this.postgresPort = postgresPort;
    this.witnessed = witnessed;
  }

  /** Nobody runs who is about to tell: topics with nothing on them at all are told later. */
  Audit atRest() {
    isAtRest = true;
    return this;
  }

  /** What the ledger keeps beside it is read, too. */
  Audit with(EvidenceCheck files) {
    evidence = files;
    return this;
  }

  private String besides() {
    return evidence == null ? "" : evidence.said();
  }

  /** What does not fit, and where. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(String service, long seq, String why) {
      super("AUDIT FAILED " + service + " seq=" + seq + " " + why);
    }
  }

  /**
   * The line to print: AUDIT OK with the numbers, or the first thing wrong; AUDIT OPEN where all
   * holds that is there, but nothing was told yet, as in a copy that was just restored.
   */
  String run() throws IOException, InterruptedException {
    try {
      SideBySide.each(Home.SERVICES, this::audit);
      agreed();
      return "AUDIT %s services=%d events=%d draws=%d checkpoints=%d states=%d"
              .formatted(
                  untold.isEmpty() && (evidence == null || !evidence.isMissing()) ? "OK" : "OPEN",
                  Home.SERVICES.size(),
                  events.get(),
                  draws.get(),
                  checkpoints.get(),
                  states.get())
          + new Heard(postgresPort).compare()
          + " notices=%d seen=%d".formatted(notices.get(), seen.get())
          + (explained.get() == 0 ? "" : " given-up=" + explained.get())
          + RecusedStarts.note(postgresPort)
          + GatewayBooks.compared(postgresPort, kafkaPort == 0 ? Map.of() : kafka(), isAtRest)
          + besides()
          + notTold();
    } catch (Failed e) {
      return String.valueOf(e.getMessage());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failed failed) {
        return String.valueOf(failed.getMessage());
      }
      throw unreadable(e.getCause());
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private String notTold() {
    return untold.isEmpty()
        ? ""
        : "；主题尚未发布，无从与 Kafka 比对："
            + String.join(", ", untold)
            + "；请 ./suite up，就绪后再 ./suite audit"
            + "  these topics are not told yet and cannot be compared; run ./suite up, then audit again";
  }

  /** Why an audit could not read what it must; never what a database says in words of its own. */
  private IOException unreadable(@Nullable Throwable cause) {
    if (cause instanceof SQLException missing && UNDEFINED_TABLE.equals(missing.getSQLState())) {
      return new IOException(
          "这些数据从未就绪过，没有可审计的账本；请 ./suite up，就绪后再 ./suite audit"
              + "  these data were never ready and hold no ledger; run ./suite up, then audit again",
          cause);
    }
    String room = DiskRoom.said(witnessed).map(said -> "；" + said).orElse("");
    return new IOException("审计无法读全 the audit cannot read everything: " + cause + room, cause);
  }

  private void audit(String service)
      throws SQLException, IOException, Failed, InterruptedException {
    try (Connection connection = Databases.open(postgresPort, service)) {
      audit(service, connection);
    }
  }

  /** What one service told the next has arrived within moments; then they must say the same. */
  private void agreed() throws SQLException, Failed, InterruptedException {
    List<String> differences = new ArrayList<>();
    if (!Patience.until(
        // Nothing arrives any more where nobody runs.
        isAtRest ? Duration.ZERO : Settling.WITHIN,
        Settling.LOOK,
        () -> {
          differences.clear();
          differences.addAll(Agreement.differences(postgresPort));
          return differences.isEmpty();
        })) {
      throw new Failed(TOGETHER, 0, "不一致 differ: " + String.join("; ", differences));
    }
  }

  private void audit(String service, Connection connection)
      throws SQLException, IOException, Failed, InterruptedException {
    var settling = new Settling(service, connection);
    settling.numbered();
    boolean isTold = !isAtRest || isAnythingTold(service);
    if (isTold) {
      settling.told(kafka());
    } else if (settling.hasToTell()) {
      untold.add(service);
    }
    // Read before the ledger is: who is asked to cosign meanwhile has seen more than we shall.
    var seals = SealCheck.of(service, connection, witnessed);
    var sightings = NoticeSightings.in(witnessed, connection);
    try (var cursor = new LedgerCursor(connection);
        var topic = isTold ? TopicTails.inOrder(kafka(), service + ".events.v1") : null) {
      chain(service, cursor, seals, topic);
    }
    for (String topic : Home.topics(service)) {
      if (isTold
          && TopicMaking.isState(topic)
          && new StateCheck(service, topic, connection).compare(kafka())) {
        states.incrementAndGet();
      }
    }
    checkpoints.addAndGet(seals.end());
    explained.addAndGet(seals.explained());
    if (service.equals("draw")) {
      draws.addAndGet(DrawCheck.verified(connection));
    } else if (service.equals("publication")) {
      NoticeLogCheck.Held held =
          NoticeLogCheck.verified(
              connection, Identity.besides(witnessed).verifierKeys(), sightings);
      notices.addAndGet(held.leaves());
      seen.addAndGet(held.seen());
    }
  }

  private boolean isAnythingTold(String service) {
    for (String topic : Home.topics(service)) {
      if (kafkaPort != 0) {
        try (var records = TopicTails.inOrder(kafka(), topic)) {
          if (records.hasNext()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", "127.0.0.1:" + kafkaPort);
  }

  /** One pass over ledger and topic, where it is told, side by side. */
  private void chain(
      String service, LedgerCursor cursor, SealCheck seals, TopicTails.@Nullable InOrder topic)
      throws SQLException, Failed {
    String chain = ChainHash.START;
    long seq = 0;
    var lanes = new LaneFold();
    for (LedgerCursor.Row row = cursor.next(); row != null; row = cursor.next()) {
      seq++;
      if (row.seq() != seq) {
        throw new Failed(service, seq, "账本中缺少 is missing in the ledger");
      }
      StoredEvent event = row.event();
      if (event == null) {
        throw new Failed(service, seq, "其事件已被删除 its event was deleted");
      }
      if (!event.recomputedHash().equals(event.hash())) {
        throw new Failed(
            service,
            seq,
            "%s v%d %s 已被改动，内容与哈希不符 was changed: its content does not have its hash"
                .formatted(event.stream(), event.version(), event.type()));
      }
      EventChunks.requireWhole(service, seq, event);
      chain = ChainHash.next(chain, seq, event.hash(), row.said());
      if (!chain.equals(row.chain())) {
        throw new Failed(
            service,
            seq,
            "链在此处断开，事件或其发布被替换 the chain breaks here: the event or its announcement was replaced");
      }
      KafkaCheck.compare(service, row, event, lanes, topic);
      seals.entry(chain, lanes);
      if (evidence != null && service.equals(EvidenceCheck.SERVICE)) {
        evidence.entry(seq, event);
      }
      events.incrementAndGet();
    }
    while (topic != null && topic.hasNext()) {
      // What was told after the snapshot was taken is for the next audit.
      if (TopicTails.seq(topic.next()) <= seq) {
        throw new Failed(service, seq, "在 Kafka 上而不在账本中 is on Kafka but not in the ledger");
      }
    }
  }
}
