package cn.doublerandom.local;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.ChainHash;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.verifier.Verify;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes everything that can be recomputed: the hash of every event, the chain of every ledger,
 * the equality of every announcement with its Kafka record, and every executed draw.
 */
final class Audit {
  /** What a fault of several services is of. */
  private static final String TOGETHER = "draws, visits and publications";

  private static final ObjectMapper JSON = EventCodec.mapper();

  private final int kafkaPort;
  private final int postgresPort;
  private final Path witnessed;
  private final AtomicLong events = new AtomicLong();
  private final AtomicInteger draws = new AtomicInteger();
  private final AtomicInteger checkpoints = new AtomicInteger();
  private final AtomicInteger states = new AtomicInteger();
  private final AtomicInteger explained = new AtomicInteger();

  /**
   * @param witnessed directory with the checkpoints a witness keeps; need not exist
   */
  Audit(int kafkaPort, int postgresPort, Path witnessed) {
    this.kafkaPort = kafkaPort;
    this.postgresPort = postgresPort;
    this.witnessed = witnessed;
  }

  /** What does not fit, and where. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(String service, long seq, String why) {
      super("AUDIT FAILED " + service + " seq=" + seq + " " + why);
    }
  }

  /** The line to print: AUDIT OK with the numbers, or the first thing wrong. */
  String run() throws IOException, InterruptedException {
    try {
      SideBySide.each(Home.SERVICES, this::audit);
      agreed();
      return "AUDIT OK services=%d events=%d draws=%d checkpoints=%d states=%d"
              .formatted(
                  Home.SERVICES.size(), events.get(), draws.get(), checkpoints.get(), states.get())
          + new Heard(postgresPort).compare()
          + (explained.get() == 0 ? "" : " given-up=" + explained.get());
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

  private static IOException unreadable(@Nullable Throwable cause) {
    return new IOException("审计无法读全 the audit cannot read everything: " + cause, cause);
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
        Settling.WITHIN,
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
    settling.told(kafka());
    var seals = SealCheck.of(service, connection, witnessed);
    try (var cursor = new LedgerCursor(connection);
        var topic = TopicTails.inOrder(kafka(), service + ".events.v1")) {
      chain(service, cursor, seals, topic);
    }
    for (String topic : Home.topics(service)) {
      if (TopicTails.isState(topic)) {
        if (new StateCheck(service, topic, connection).compare(kafka())) {
          states.incrementAndGet();
        }
      }
    }
    checkpoints.addAndGet(seals.end());
    explained.addAndGet(seals.explained());
    if (service.equals("draw")) {
      draws(connection);
    }
  }

  private Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", "127.0.0.1:" + kafkaPort);
  }

  /** One pass over ledger and topic side by side. */
  private void chain(String service, LedgerCursor cursor, SealCheck seals, TopicTails.InOrder topic)
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
      chain = ChainHash.next(chain, seq, event.hash(), row.said());
      if (!chain.equals(row.chain())) {
        throw new Failed(
            service,
            seq,
            "链在此处断开，事件或其发布被替换 the chain breaks here: the event or its announcement was replaced");
      }
      onKafka(service, row, event, lanes, topic);
      seals.entry(chain, lanes);
      events.incrementAndGet();
    }
    while (topic.hasNext()) {
      // What was told after the snapshot was taken is for the next audit.
      if (TopicTails.seq(topic.next()) <= seq) {
        throw new Failed(service, seq, "在 Kafka 上而不在账本中 is on Kafka but not in the ledger");
      }
    }
  }

  private static void onKafka(
      String service,
      LedgerCursor.Row row,
      StoredEvent event,
      LaneFold lanes,
      TopicTails.InOrder topic)
      throws Failed {
    for (int ordinal = 0; ordinal < row.said().size(); ordinal++) {
      Optional<LaneFold.Told> place = lanes.next(row, event, ordinal);
      if (place.isEmpty()) {
        continue; // older states are compacted away; the latest ones are compared by themselves
      }
      Optional<LedgerCursor.Link> link = row.links().get(ordinal);
      if (link.isPresent() && !place.get().isAt(link.get())) {
        throw new Failed(
            service, row.seq(), "位置被替换 its place on " + place.get().lane() + " was replaced");
      }
      if (!topic.hasNext()) {
        throw new Failed(service, row.seq(), "不在 Kafka 上 is not on Kafka");
      }
      ConsumerRecord<String, String> message = topic.next();
      long told = TopicTails.seq(message);
      if (told < row.seq()) {
        throw new Failed(
            service,
            told,
            "在 Kafka 上重复、次序不对或不在账本中 is on Kafka twice, out of order, or not in the ledger");
      } else if (told > row.seq()) {
        throw new Failed(service, row.seq(), "不在 Kafka 上 is not on Kafka");
      }
      if (!isSame(message, row.said().get(ordinal), LaneFold.id(event, ordinal), row.chain())
          || !place.get().isSame(message, link)) {
        throw new Failed(
            service, row.seq(), "PostgreSQL 与 Kafka 不一致 differs between PostgreSQL and Kafka");
      }
    }
  }

  private static boolean isSame(
      ConsumerRecord<String, String> message, Announcement announcement, String id, String chain) {
    return message.topic().equals(announcement.topic())
        && announcement.key().equals(message.key())
        && announcement.value().equals(message.value())
        && TopicTails.header(message, CloudEventHeaders.ID).filter(id::equals).isPresent()
        && TopicTails.header(message, CloudEventHeaders.TYPE)
            .filter(announcement.type()::equals)
            .isPresent()
        && TopicTails.header(message, CloudEventHeaders.CHAIN_HASH)
            .filter(chain::equals)
            .isPresent();
  }

  /** Puts each executed draw together again from its events and lets the verifier judge it. */
  private void draws(Connection connection) throws SQLException, Failed {
    var parts = new DrawParts();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT seq, stream_id, type, payload FROM ledger JOIN event USING (position)
                WHERE type IN ('FrameFrozen', 'DrawCommitted', 'DrawExecuted') ORDER BY seq
                """)) {
      while (rows.next()) {
        Optional<DrawParts.Made> made =
            parts.event(
                rows.getString("stream_id"),
                rows.getString("type"),
                JSON.readTree(rows.getString("payload")));
        if (made.isPresent()) {
          Verify.Verdict verdict = Verify.check(made.get().bytes());
          if (!verdict.isOk()) {
            throw new Failed("draw", rows.getLong("seq"), verdict.code() + ": " + verdict.detail());
          }
          draws.incrementAndGet();
        }
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError("a payload with a sound hash is not JSON", e);
    }
  }
}
