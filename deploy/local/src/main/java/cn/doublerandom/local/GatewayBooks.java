package cn.doublerandom.local;

import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.ledger.TopicTails;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What publication keeps of the books of the gateways: each book is numbered without gaps and each
 * entry names the hash of the one before it, so none was changed, left out or put in; and the topic
 * says the same.
 */
final class GatewayBooks {
  static final String TOPIC = Topic.GATEWAY_AUDIT.address();
  private static final String OF = "publication";
  private static final String START = "0".repeat(64);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, TreeMap<Long, Kept>> books = new HashMap<>();

  /**
   * An entry.
   *
   * @param seq in the ledger; 0 where it is told and not kept yet
   */
  record Kept(long seq, String previous, String hash) {}

  /** Reads what is kept, entry by entry in whatever order. */
  void keep(long seq, String entry) {
    JsonNode members = read(entry);
    books
        .computeIfAbsent(members.path("book").asText(), book -> new TreeMap<>())
        .put(members.path("number").asLong(), kept(seq, members, entry));
  }

  private static Kept kept(long seq, JsonNode members, String entry) {
    return new Kept(
        seq, members.path("previous").asText(), Sha256.hex(entry.getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonNode read(String entry) {
    try {
      return JSON.readTree(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("网关的登录记录里有一条读不出来", e);
    }
  }

  /**
   * Whether each book is whole.
   *
   * @param waiting whether records of gateways are parked, which leaves gaps until they are applied
   */
  void whole(boolean waiting) throws Audit.Failed {
    for (var book : books.entrySet()) {
      long number = 0;
      String hash = START;
      for (var entry : book.getValue().entrySet()) {
        Kept kept = entry.getValue();
        number++;
        if (entry.getKey() != number) {
          if (!waiting) {
            throw new Audit.Failed(
                OF,
                kept.seq(),
                "网关登录记录 %s 缺第 %d 条 is missing in the book of a gateway"
                    .formatted(book.getKey(), number));
          }
          number = entry.getKey();
        } else if (!kept.previous().equals(hash)) {
          throw new Audit.Failed(
              OF,
              kept.seq(),
              "网关登录记录 %s 的链在第 %d 条断开 the chain of the book of a gateway breaks here"
                  .formatted(book.getKey(), number));
        }
        hash = kept.hash();
      }
    }
  }

  /**
   * Compares with what was told.
   *
   * @return entries that are told and not kept yet
   */
  long told(Iterable<String> entries) throws Audit.Failed {
    Map<String, Long> last = new HashMap<>();
    long missing = 0;
    for (String entry : entries) {
      JsonNode members = read(entry);
      String book = members.path("book").asText();
      long number = members.path("number").asLong();
      Kept kept = books.getOrDefault(book, new TreeMap<>()).get(number);
      if (number != last.getOrDefault(book, number - 1) + 1) {
        throw new Audit.Failed(
            OF,
            0,
            "网关登录记录 %s 第 %d 条在 Kafka 上重复或次序不对 is on Kafka twice or out of order"
                .formatted(book, number));
      }
      last.put(book, number);
      if (kept == null) {
        missing++;
      } else if (!kept.hash().equals(kept(0, members, entry).hash())) {
        throw new Audit.Failed(
            OF,
            kept.seq(),
            "网关登录记录在 PostgreSQL 与 Kafka 上不一致 the entry of a gateway differs between PostgreSQL and Kafka");
      }
    }
    for (var book : last.entrySet()) {
      var kept = books.getOrDefault(book.getKey(), new TreeMap<>());
      if (!kept.isEmpty() && kept.lastKey() > book.getValue()) {
        throw new Audit.Failed(
            OF,
            kept.lastEntry().getValue().seq(),
            "网关登录记录 %s 第 %d 条从未发布 was kept and never told"
                .formatted(book.getKey(), kept.lastKey()));
      }
    }
    return missing;
  }

  /** How many books and entries there are, as the audit says it; empty where there are none. */
  String words() {
    return books.isEmpty()
        ? ""
        : " gateway-books=%d sign-ins=%d"
            .formatted(books.size(), books.values().stream().mapToLong(Map::size).sum());
  }

  /** Of the databases and the broker. */
  static GatewayBooks of(int postgresPort) throws SQLException, Audit.Failed {
    var books = new GatewayBooks();
    try (Connection connection = Databases.open(postgresPort, OF);
        Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT seq, payload FROM event JOIN ledger USING (position)"
                  + " WHERE type = 'SignInNoted' ORDER BY seq")) {
        while (rows.next()) {
          JsonNode entry = read(rows.getString("payload")).path("signIn");
          books.keep(rows.getLong("seq"), canonical(entry));
        }
      }
      books.whole(
          Heard.number(connection, "SELECT count(*) FROM parked_record WHERE source = ?", TOPIC)
              > 0);
    }
    return books;
  }

  private static String canonical(JsonNode entry) {
    return CanonicalJson.text(JSON.convertValue(entry, Map.class));
  }

  /** What stands on the topic, in its order. */
  static Iterable<String> onTopic(Map<String, Object> kafka) {
    return TopicTails.readAll(kafka, TOPIC).stream().map(ConsumerRecord::value).toList();
  }

  /**
   * The books of the gateways: whole, and the same on the topic.
   *
   * @param kafka settings; empty where there is no broker to compare with
   * @param isAtRest whether nobody runs who is about to keep what was told
   * @return what the audit says of them
   */
  static String compared(int postgresPort, Map<String, Object> kafka, boolean isAtRest)
      throws SQLException, InterruptedException, Audit.Failed {
    if (kafka.isEmpty()) {
      return of(postgresPort).words();
    }
    long end = System.nanoTime() + (isAtRest ? 0 : Settling.WITHIN.toNanos());
    while (true) {
      // The topic is read after the ledger: what is kept was told before.
      GatewayBooks books = of(postgresPort);
      long missing = books.told(onTopic(kafka));
      if (missing == 0 || isAtRest) {
        return books.words();
      } else if (System.nanoTime() > end) {
        throw new Audit.Failed(
            OF,
            0,
            "%d 条网关登录记录没有入账 entries of gateways were told and are not kept".formatted(missing));
      }
      Thread.sleep(Settling.LOOK);
    }
  }
}
