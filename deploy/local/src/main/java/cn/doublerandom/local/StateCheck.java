package cn.doublerandom.local;

import cn.doublerandom.eventstore.checkpoint.StateRoot;
import cn.doublerandom.eventstore.checkpoint.StateRoots;
import cn.doublerandom.eventstore.ledger.TopicTails;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a compacted topic holds, as any consumer reads it from its beginning, with what the
 * ledger announced last, and both with the count and root the service signed.
 */
final class StateCheck {
  private static final Comparator<String> BY_UTF8 =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private static final String GONE = "";

  private final String service;
  private final String topic;
  private final Connection connection;

  StateCheck(String service, String topic, Connection connection) {
    this.service = service;
    this.topic = topic;
    this.connection = connection;
  }

  /**
   * The latest value of a key.
   *
   * @param valueHash {@link #GONE} where it has none any more
   */
  private record Latest(long seq, String valueHash) {
    boolean isGone() {
      return valueHash.equals(GONE);
    }
  }

  /** Throws on the first difference; whether a signed root was there to compare with. */
  boolean compare(Map<String, Object> kafka) throws SQLException, Audit.Failed {
    Map<String, Latest> held = new HashMap<>();
    for (ConsumerRecord<String, String> message : TopicTails.readAll(kafka, topic)) {
      held.put(
          String.valueOf(message.key()),
          new Latest(
              TopicTails.seq(message),
              message.value() == null ? GONE : StateRoot.valueHash(message.value())));
    }
    keys(held);
    StateRoots.State signed = signed();
    if (signed == null) {
      return false;
    }
    Map<String, Latest> then = announced(signed.seq());
    require(signed, then, "the ledger");
    // What changed since is compared key by key above; the rest must give the same root.
    // What had a value then and has none now was taken off the topic since, as the ledger says too.
    Map<String, Latest> there = new TreeMap<>(BY_UTF8);
    there.putAll(then);
    held.forEach((key, latest) -> {
      if (latest.seq() <= signed.seq() && !latest.isGone()) {
        there.put(key, latest);
      }
    });
    require(signed, there, topic);
    return true;
  }

  /** The latest state of each key is the one the ledger announced last, and there are no others. */
  private void keys(Map<String, Latest> held) throws SQLException, Audit.Failed {
    Map<String, Latest> left = new HashMap<>(held);
    for (Map.Entry<String, Latest> entry : announced(Long.MAX_VALUE).entrySet()) {
      Latest message = left.remove(entry.getKey());
      Latest said = entry.getValue();
      if (message == null || message.seq() < said.seq()) {
        throw new Audit.Failed(service, said.seq(), "其状态不在 its state is not on " + topic);
      }
      boolean isLater = message.seq() > said.seq();
      if (!isLater && !said.valueHash().equals(message.valueHash())) {
        throw new Audit.Failed(service, said.seq(), "与此处的状态不一致 differs from the state on " + topic);
      }
    }
    // What was told after the snapshot was taken is for the next audit.
    long known = lastKnown();
    left.values().removeIf(message -> message.isGone() || message.seq() > known);
    if (!left.isEmpty()) {
      throw new Audit.Failed(
          service,
          0,
          topic + " 多出状态 has a state of " + left.keySet().iterator().next() + " too many");
    }
  }

  private long lastKnown() throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT coalesce(max(seq), 0) FROM ledger")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void require(StateRoots.State signed, Map<String, Latest> states, String who)
      throws Audit.Failed {
    var root = new StateRoot();
    states.forEach((key, latest) -> root.add(key, latest.valueHash()));
    if (root.count() != signed.count()) {
      throw new Audit.Failed(
          service,
          signed.seq(),
          "%1$s 只有 %2$d 个状态，签名的有 %3$d 个 holds %2$d states of the %3$d signed for %4$s"
              .formatted(who, root.count(), signed.count(), topic));
    } else if (!root.root().equals(signed.root())) {
      throw new Audit.Failed(
          service,
          signed.seq(),
          who + " 的根与签名不符 does not have the root that was signed for " + topic);
    }
  }

  private StateRoots.@Nullable State signed() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT note FROM checkpoint WHERE note LIKE ? ORDER BY size DESC LIMIT 1")) {
      statement.setString(1, "%\nstate " + topic + " %");
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? StateRoots.in(rows.getString("note")).stream()
                .filter(state -> state.topic().equals(topic))
                .findFirst()
                .orElse(null)
            : null;
      }
    }
  }

  private Map<String, Latest> announced(long upTo) throws SQLException {
    Map<String, Latest> states = new TreeMap<>(BY_UTF8);
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT key, seq, value FROM (
              SELECT DISTINCT ON (key) key, seq, value FROM announcement
              WHERE topic = ? AND seq <= ? ORDER BY key, seq DESC) latest
            WHERE value <> ''
            """)) {
      statement.setString(1, topic);
      statement.setLong(2, upTo);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          states.put(
              rows.getString("key"),
              new Latest(rows.getLong("seq"), StateRoot.valueHash(rows.getString("value"))));
        }
      }
    }
    return states;
  }
}
