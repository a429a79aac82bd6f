package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.ledger.LaneTrust;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One batch in one transaction. What is for a replica is gathered, and written with one statement
 * for all its rows once every other record is handled.
 */
final class InboxBatch {
  private static final String BEHIND = "waits behind an earlier record of its key";

  private final SqlConnection connection;
  private final Inbox.Handler handler;
  private final Replicas replicas;
  private final Served served;
  private final Map<InboxRecord, String> poisoned;
  private final EventStore store;
  private final Map<Replica, Map<InboxRecord, Replica.Told>> gathered = new LinkedHashMap<>();

  /**
   * @param poisoned records that cannot be applied, and why
   */
  InboxBatch(
      SqlConnection connection,
      Inbox.Handler handler,
      Replicas replicas,
      Served served,
      Map<InboxRecord, String> poisoned) {
    this.connection = connection;
    this.handler = handler;
    this.replicas = replicas;
    this.served = served;
    this.poisoned = poisoned;
    this.store = PostgresEventStore.in(connection);
  }

  /** Applies what continues the lanes, parks what cannot be, and moves the positions. */
  Uni<Void> apply(List<InboxRecord> batch, LaneTrust trust, boolean takesUnchained) {
    Set<Replica> wanted =
        batch.stream().flatMap(m -> replicas.of(m).stream()).collect(Collectors.toSet());
    return Replicas.live(connection, wanted)
        .chain(live -> Replicas.keep(connection))
        .chain(() -> LaneStore.lanes(connection))
        .flatMap(lanes ->
            Uni.combine()
                .all()
                .unis(LaneStore.known(connection, batch), LaneStore.kept(connection, batch, lanes))
                .usingConcurrencyOf(1)
                .asTuple()
                .flatMap(beside -> {
                  List<LaneWalk> walks =
                      Walks.of(
                          batch,
                          lanes,
                          beside.getItem1(),
                          beside.getItem2(),
                          trust,
                          takesUnchained);
                  List<InboxRecord> fresh =
                      walks.stream().flatMap(walk -> walk.applied().stream()).toList();
                  return each(fresh).chain(() -> Walks.settle(connection, walks, lanes, fresh));
                }));
  }

  private Uni<Void> each(List<InboxRecord> fresh) {
    return ParkedRecords.keysAmong(connection, fresh)
        .flatMap(keys -> {
          Set<String> parked = new HashSet<>(keys);
          return InOrder.each(fresh, message -> one(message, parked));
        })
        .chain(this::writeRows);
  }

  private Uni<Void> one(InboxRecord message, Set<String> parked) {
    String key = ParkedRecords.lane(message.source(), message.key());
    String reason =
        message.fault().isEmpty()
            ? served.refusal(message).orElse(poisoned.get(message))
            : "malformed: " + message.fault();
    if (reason != null || parked.contains(key)) {
      parked.add(key);
      return ParkedRecords.add(connection, message, reason == null ? BEHIND : reason);
    }
    return applied(message);
  }

  /** Applies records that were parked, in their order. */
  Uni<Void> again(List<InboxRecord> records) {
    return InOrder.each(
            records,
            message ->
                refusal(message)
                    .<Uni<Void>>map(why ->
                        Uni.createFrom()
                            .failure(new Poison(message, new IllegalArgumentException(why))))
                    .orElseGet(() -> applied(message)))
        .chain(this::writeRows);
  }

  private Optional<String> refusal(InboxRecord message) {
    return message.isNumbered()
        ? served.refusal(message)
        : Optional.of("its envelope cannot be read");
  }

  private Uni<Void> applied(InboxRecord message) {
    return Uni.createFrom()
        .deferred(() ->
            replicas
                .of(message)
                .map(replica -> gather(replica, message))
                .orElseGet(() -> handler.apply(message, served.own(store, message))))
        .onFailure(failure -> !Machine.isAtFault(failure))
        .transform(failure -> new Poison(message, failure));
  }

  private Uni<Void> gather(Replica replica, InboxRecord message) {
    gathered
        .computeIfAbsent(replica, r -> new LinkedHashMap<>())
        .put(message, replica.told(message));
    return Uni.createFrom().voidItem();
  }

  /** What follows from the records comes first: appends begin a transaction's writing. */
  private Uni<Void> writeRows() {
    if (gathered.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<InboxRecord> records =
        gathered.values().stream().flatMap(told -> told.keySet().stream()).toList();
    List<Uni<Void>> writes = new ArrayList<>();
    return Replicas.live(connection, gathered.keySet())
        .flatMap(live ->
            InOrder.each(
                List.copyOf(gathered.entrySet()),
                of ->
                    follow(of.getKey(), live.getOrDefault(of.getKey(), 0), of.getValue(), writes)))
        .chain(() -> InOrder.each(writes, write -> write))
        .onFailure(failure ->
            records.size() == 1 && !(failure instanceof Poison) && !Machine.isAtFault(failure))
        .transform(failure -> new Poison(records.getFirst(), failure));
  }

  private Uni<Void> follow(
      Replica replica,
      int generation,
      Map<InboxRecord, Replica.Told> told,
      List<Uni<Void>> writes) {
    var rows = new ReplicaRows(connection, replica, generation, "public");
    return rows.fold(told)
        .flatMap(folded -> {
          writes.add(rows.write(folded));
          return InOrder.each(folded.changes(), change -> followed(replica, change));
        });
  }

  private Uni<Void> followed(Replica replica, Replica.Change change) {
    return Uni.createFrom()
        .deferred(() -> replica.follow(change, served.own(store, change.message())))
        .onFailure(failure -> !Machine.isAtFault(failure))
        .transform(failure -> new Poison(change.message(), failure));
  }
}
