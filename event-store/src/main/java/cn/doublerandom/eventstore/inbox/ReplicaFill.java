package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of a filling from records that were taken before: what was parked then, or behind what
 * was, stays so; what was given up is left out; what cannot be read now is parked.
 */
final class ReplicaFill {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicaFill.class);
  private static final String BEHIND = "waits behind an earlier record of its key";
  private static final EventCodec<MemoryEvent> MEMORY = new EventCodec<>(MemoryEvent.class);

  private final SqlConnection connection;
  private final Replica replica;
  private final int generation;
  private final Served served;
  private final Map<String, Long> parked = new HashMap<>();

  ReplicaFill(SqlConnection connection, Replica replica, int generation, Served served) {
    this.connection = connection;
    this.replica = replica;
    this.generation = generation;
    this.served = served;
  }

  void rows(List<InboxRecord> taken) {
    List<InboxRecord> wanted =
        taken.stream().filter(m -> replica.types().contains(m.type())).toList();
    if (wanted.isEmpty()) {
      return;
    }
    readParked();
    Map<InboxRecord, Replica.Told> told = new LinkedHashMap<>();
    wanted.forEach(message -> {
      if (isBehind(message)) {
        park(message, BEHIND);
      } else {
        served
            .refusal(message)
            .ifPresentOrElse(why -> setAside(message, why), () -> read(message, told));
      }
    });
    store(told);
  }

  private void read(InboxRecord message, Map<InboxRecord, Replica.Told> told) {
    try {
      told.put(message, replica.told(message));
    } catch (RuntimeException e) {
      setAside(message, InboxRecord.reason(e));
    }
  }

  private void store(Map<InboxRecord, Replica.Told> told) {
    var rows = new ReplicaRows(connection, replica, generation, "next_" + replica.name());
    Map<InboxRecord, Replica.Told> left = new LinkedHashMap<>(told);
    while (!left.isEmpty()) {
      try {
        ReplicaFilling.await(rows.fold(left).flatMap(rows::write));
        return;
      } catch (Poison poison) {
        setAside(poison.message(), poison.reason());
        left.remove(poison.message());
        behind(left);
      }
    }
  }

  private void behind(Map<InboxRecord, Replica.Told> left) {
    List<InboxRecord> behind = left.keySet().stream().filter(this::isBehind).toList();
    behind.forEach(message -> {
      park(message, BEHIND);
      left.remove(message);
    });
  }

  private void readParked() {
    for (Row row :
        ReplicaFilling.ask(
            connection,
            "SELECT key, min(seq) AS seq FROM parked_record WHERE source = $1 GROUP BY key",
            Tuple.of(replica.source()))) {
      parked.put(row.getString("key"), row.getLong("seq"));
    }
  }

  private boolean isBehind(InboxRecord message) {
    Long from = parked.get(message.key());
    return from != null && message.seq() >= from;
  }

  private void setAside(InboxRecord message, String reason) {
    if (!givenUp().contains(place(message.partition(), message.seq()))) {
      LOG.warn("parking {}: {}", message.id(), reason);
      parked.put(message.key(), message.seq());
      park(message, reason);
    }
  }

  private void park(InboxRecord message, String reason) {
    ReplicaFilling.await(ParkedRecords.add(connection, message, reason));
  }

  private Set<String> givenUp() {
    return ReplicaFilling.await(
            PostgresEventStore.in(connection)
                .load(List.of(MemoryEvent.STREAMS + "skipped-" + replica.source())))
        .stream()
        .map(MEMORY::decode)
        .flatMap(event ->
            event instanceof MemoryEvent.RecordSkipped skipped
                ? Stream.of(place(skipped.partition(), skipped.seq()))
                : Stream.empty())
        .collect(Collectors.toSet());
  }

  private static String place(int partition, long seq) {
    return partition + "/" + seq;
  }
}
