package cn.doublerandom.local;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.ChainHash;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.verifier.Verify;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Recomputes everything that can be recomputed: the hash of every event, the chain of every ledger,
 * the equality of every announcement with its Kafka record, and every executed draw.
 */
final class Audit {
  private static final Duration SETTLING = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = EventCodec.mapper();

  private final int kafkaPort;
  private final int postgresPort;
  private long events;
  private int draws;

  Audit(int kafkaPort, int postgresPort) {
    this.kafkaPort = kafkaPort;
    this.postgresPort = postgresPort;
  }

  /** What does not fit, and where. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(String service, long seq, String why) {
      super("AUDIT FAILED " + service + " seq=" + seq + " " + why);
    }
  }

  /** The line to print: AUDIT OK with the numbers, or the first thing wrong. */
  String run() throws SQLException, InterruptedException {
    try {
      for (String service : Home.SERVICES) {
        try (Connection connection = Databases.open(postgresPort, service)) {
          audit(service, connection);
        }
      }
      return "AUDIT OK services=%d events=%d draws=%d"
          .formatted(Home.SERVICES.size(), events, draws);
    } catch (Failed e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void audit(String service, Connection connection)
      throws SQLException, Failed, InterruptedException {
    numbered(service, connection);
    Map<Long, List<Announcement>> said = announcements(connection);
    Map<String, Expected> expected = chain(service, connection, said);
    onKafka(service, expected);
    if (service.equals("draw")) {
      draws(connection);
    }
  }

  /** A running service numbers its latest events within moments; then none may be left over. */
  private static void numbered(String service, Connection connection)
      throws SQLException, Failed, InterruptedException {
    Instant deadline = Instant.now().plus(SETTLING);
    while (true) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  """
                  SELECT stream_id, version FROM event
                  WHERE NOT EXISTS (SELECT FROM ledger WHERE ledger.position = event.position)
                  ORDER BY position LIMIT 1
                  """)) {
        if (!rows.next()) {
          return;
        }
        if (Instant.now().isAfter(deadline)) {
          throw new Failed(
              service,
              0,
              "%s v%d was never numbered".formatted(rows.getString(1), rows.getLong(2)));
        }
      }
      Thread.sleep(300);
    }
  }

  private static Map<Long, List<Announcement>> announcements(Connection connection)
      throws SQLException {
    Map<Long, List<Announcement>> said = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT seq, topic, key, type, value FROM announcement ORDER BY seq, ordinal")) {
      while (rows.next()) {
        said.computeIfAbsent(rows.getLong("seq"), seq -> new ArrayList<>())
            .add(
                new Announcement(
                    rows.getString("topic"),
                    rows.getString("key"),
                    rows.getString("type"),
                    rows.getString("value")));
      }
    }
    return said;
  }

  /** What Kafka must hold under a CloudEvents id. */
  private record Expected(long seq, Announcement announcement, String chain) {}

  private Map<String, Expected> chain(
      String service, Connection connection, Map<Long, List<Announcement>> said)
      throws SQLException, Failed {
    Map<String, Expected> expected = new LinkedHashMap<>();
    String chain = ChainHash.START;
    long seq = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT seq, chain, stream_id, version, id, type, payload, metadata, hash
                FROM ledger LEFT JOIN event USING (position) ORDER BY seq
                """)) {
      while (rows.next()) {
        seq++;
        if (rows.getLong("seq") != seq) {
          throw new Failed(service, seq, "is missing in the ledger");
        }
        StoredEvent event = event(service, seq, rows);
        if (!event.recomputedHash().equals(event.hash())) {
          throw new Failed(
              service,
              seq,
              "%s v%d %s was changed: its content does not have its hash"
                  .formatted(event.stream(), event.version(), event.type()));
        }
        List<Announcement> announced = said.getOrDefault(seq, List.of());
        chain = ChainHash.next(chain, seq, event.hash(), announced);
        if (!chain.equals(rows.getString("chain"))) {
          throw new Failed(
              service, seq, "the chain breaks here: the event or its announcement was replaced");
        }
        for (int ordinal = 0; ordinal < announced.size(); ordinal++) {
          expected.put(
              event.id() + (ordinal == 0 ? "" : "." + ordinal),
              new Expected(seq, announced.get(ordinal), chain));
        }
        events++;
      }
    }
    return expected;
  }

  private static StoredEvent event(String service, long seq, ResultSet rows)
      throws SQLException, Failed {
    if (rows.getString("stream_id") == null) {
      throw new Failed(service, seq, "its event was deleted");
    }
    return new StoredEvent(
        rows.getString("stream_id"),
        rows.getLong("version"),
        rows.getObject("id", UUID.class),
        rows.getString("type"),
        rows.getString("payload"),
        rows.getString("metadata"),
        rows.getString("hash"));
  }

  private void onKafka(String service, Map<String, Expected> expected)
      throws Failed, InterruptedException {
    Instant deadline = Instant.now().plus(SETTLING);
    while (true) {
      try {
        compare(service, expected);
        return;
      } catch (NotYet e) {
        if (Instant.now().isAfter(deadline)) {
          throw new Failed(service, e.seq, "is not on Kafka");
        }
        Thread.sleep(300);
      }
    }
  }

  private static final class NotYet extends Exception {
    private static final long serialVersionUID = 1L;
    private final long seq;

    NotYet(long seq) {
      super(null, null, false, false);
      this.seq = seq;
    }
  }

  private void compare(String service, Map<String, Expected> expected) throws Failed, NotYet {
    Map<String, Expected> open = new LinkedHashMap<>(expected);
    Map<Integer, Long> last = new HashMap<>();
    Map<String, Object> kafka = Map.of("bootstrap.servers", "127.0.0.1:" + kafkaPort);
    for (var message : TopicTails.readAll(kafka, service + ".events.v1")) {
      long seq = TopicTails.seq(message);
      String id = TopicTails.header(message, CloudEventHeaders.ID).orElse("");
      Expected wanted = open.remove(id);
      if (wanted == null) {
        throw new Failed(
            service,
            seq,
            expected.containsKey(id) ? "is on Kafka twice" : "is on Kafka but not in the ledger");
      }
      if (!isSame(message, wanted)) {
        throw new Failed(service, wanted.seq(), "differs between PostgreSQL and Kafka");
      }
      if (seq <= last.getOrDefault(message.partition(), 0L)) {
        throw new Failed(service, seq, "is out of order on Kafka");
      }
      last.put(message.partition(), seq);
    }
    if (!open.isEmpty()) {
      throw new NotYet(open.values().iterator().next().seq());
    }
  }

  private static boolean isSame(ConsumerRecord<String, String> message, Expected wanted) {
    Announcement announcement = wanted.announcement();
    return TopicTails.seq(message) == wanted.seq()
        && message.topic().equals(announcement.topic())
        && announcement.key().equals(message.key())
        && announcement.value().equals(message.value())
        && TopicTails.header(message, CloudEventHeaders.TYPE)
            .filter(announcement.type()::equals)
            .isPresent()
        && TopicTails.header(message, CloudEventHeaders.CHAIN_HASH)
            .filter(wanted.chain()::equals)
            .isPresent();
  }

  /** Puts each executed draw together again from its events and lets the verifier judge it. */
  private void draws(Connection connection) throws SQLException, Failed {
    Map<String, Map<String, JsonNode>> byStream = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT seq, stream_id, type, payload FROM ledger JOIN event USING (position)
                WHERE type IN ('FrameFrozen', 'DrawCommitted', 'DrawExecuted') ORDER BY seq
                """)) {
      while (rows.next()) {
        var parts = byStream.computeIfAbsent(rows.getString("stream_id"), s -> new HashMap<>());
        parts.put(rows.getString("type"), JSON.readTree(rows.getString("payload")));
        if (rows.getString("type").equals("DrawExecuted")) {
          Verify.Verdict verdict = Verify.check(bundle(parts));
          if (!verdict.isOk()) {
            throw new Failed("draw", rows.getLong("seq"), verdict.code() + ": " + verdict.detail());
          }
          draws++;
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a payload with a sound hash is not JSON", e);
    }
  }

  private static byte[] bundle(Map<String, JsonNode> parts) {
    JsonNode lists = part(parts, "FrameFrozen").path("frame").path("lists");
    JsonNode committed = part(parts, "DrawCommitted");
    JsonNode executed = part(parts, "DrawExecuted");
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("protocol", "double-random/1");
    bundle.put("commit", plain(committed.path("commit")));
    bundle.put("commitHash", committed.path("commitHash").asText());
    bundle.put("frame", plain(lists.path("frame")));
    bundle.put("inspectors", plain(lists.path("inspectors")));
    bundle.put("recusals", plain(lists.path("recusals")));
    bundle.put("result", plain(executed.path("result")));
    if (!executed.path("certificate").isEmpty()) {
      bundle.put("certificate", plain(executed.path("certificate")));
    }
    bundle.put("resultHash", executed.path("resultHash").asText());
    return CanonicalJson.bytes(bundle);
  }

  private static JsonNode part(Map<String, JsonNode> parts, String type) {
    return parts.getOrDefault(type, JSON.createObjectNode());
  }

  private static Object plain(JsonNode node) {
    return JSON.convertValue(node, Object.class);
  }
}
