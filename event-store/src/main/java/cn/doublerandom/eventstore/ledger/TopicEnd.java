package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How far a service has told its topics. What anybody else wrote there says nothing about it; what
 * the service told and no longer knows does: its database is older than the topics.
 */
final class TopicEnd {
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final Pool pool;
  private final LaneTrust own;
  private final Vitals vitals;
  private long foreign;
  private boolean seals;

  TopicEnd(Pool pool, LaneTrust own, Vitals vitals) {
    this.pool = pool;
    this.own = own;
    this.vitals = vitals;
  }

  /** The highest seq told on any of the topics; 0 where nothing was. */
  long find(Map<String, Object> kafka, List<String> topics) {
    foreign = 0;
    seals =
        pool.query(SealRule.SQL)
            .execute()
            .await()
            .atMost(SQL_TIMEOUT)
            .iterator()
            .next()
            .getBoolean("sealed");
    long[] end = {0};
    TopicTails.backwards(
        kafka,
        topics,
        window -> {
          long found = lastOwn(window);
          end[0] = Math.max(end[0], found);
          return found > 0;
        });
    if (foreign > 0) {
      vitals.trouble(
          Vitals.FOREIGN,
          "%d records at the ends of %s are not of this service; they were passed over"
              .formatted(foreign, String.join(", ", topics)));
    } else {
      vitals.well(Vitals.FOREIGN);
    }
    return end[0];
  }

  /** The last record of a window that stands in the ledger; 0 where none does. */
  private long lastOwn(List<ConsumerRecord<String, String>> window) {
    Map<Long, String> chains = chains(window);
    for (ConsumerRecord<String, String> message : window.reversed()) {
      long seq = TopicTails.seq(message);
      String chain = TopicTails.header(message, CloudEventHeaders.CHAIN_HASH).orElse("");
      if (seq > 0 && chain.equals(chains.get(seq))) {
        return seq;
      }
      if (isOwn(message)) {
        throw new OlderDatabase(
            "not publishing: the topic ends with seq %d, which %s; the database is older than its topic"
                    .formatted(
                        seq,
                        chains.containsKey(seq)
                            ? "has another chain hash in the ledger"
                            : "the ledger has not reached")
                + " (restore a newer backup, or decide to go on with ./suite rebuild-topics)",
            seq);
      }
      foreign++;
    }
    return 0;
  }

  /** Where no seals are known every numbered record must be taken for the service's own. */
  private boolean isOwn(ConsumerRecord<String, String> message) {
    if (!seals || !own.hasKey(message.topic())) {
      return TopicTails.seq(message) > 0;
    }
    return RecordHash.of(message)
        .filter(hash ->
            own.isSealed(
                message.topic(),
                hash,
                TopicTails.header(message, CloudEventHeaders.SEAL).orElse("")))
        .isPresent();
  }

  private Map<Long, String> chains(List<ConsumerRecord<String, String>> window) {
    Map<Long, String> chains = new HashMap<>();
    Long[] seqs = window.stream().map(TopicTails::seq).distinct().toArray(Long[]::new);
    for (Row row :
        pool.preparedQuery("SELECT seq, chain FROM ledger WHERE seq = ANY ($1)")
            .execute(Tuple.tuple().addArrayOfLong(seqs))
            .await()
            .atMost(SQL_TIMEOUT)) {
      chains.put(row.getLong("seq"), row.getString("chain"));
    }
    return chains;
  }
}
