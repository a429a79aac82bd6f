package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.ledger.Announcement;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Given records, when folded, then rows: the language of every test of a replica. The records are
 * folded in one batch, one by one, each twice, all once more, and each of them again after all the
 * others; where the rows or their sums are not always the same, the fold depends on how records
 * come. Needs no test library.
 */
public final class ReplicaSpecification {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private final Replica replica;
  private final List<InboxRecord> records = new ArrayList<>();

  private ReplicaSpecification(Replica replica) {
    this.replica = replica;
  }

  public static ReplicaSpecification of(Replica replica) {
    return new ReplicaSpecification(replica);
  }

  /** More records, after all that were given before. */
  public ReplicaSpecification given(Announcement... told) {
    for (Announcement one : told) {
      if (!one.topic().equals(replica.source()) || !replica.types().contains(one.type())) {
        throw new IllegalArgumentException(
            "%s of %s is nothing for %s".formatted(one.type(), one.topic(), replica.name()));
      }
      long seq = records.size() + 1L;
      records.add(
          new InboxRecord(
              one.topic(), 0, seq, one.key(), one.type(), "id-" + seq, "", one.value()));
    }
    return this;
  }

  /**
   * The rows of the home scope as records, by id.
   *
   * @throws IllegalStateException where they depend on how records come
   */
  public <T> Map<String, T> rows(Class<T> type) {
    return rows(Scope.HOME, type);
  }

  /** The rows of one scope; see {@link #rows(Class)}. */
  public <T> Map<String, T> rows(Scope scope, Class<T> type) {
    Map<String, T> rows = new TreeMap<>();
    of(scope, tables().rows)
        .forEach((id, row) -> row.body().ifPresent(body -> rows.put(id, read(body, type))));
    return rows;
  }

  /** What the rows count for, by id; nothing that counts for none. See {@link #rows(Class)}. */
  public Map<String, Long> sums() {
    return sums(Scope.HOME);
  }

  /** What the rows of one scope count for; see {@link #sums()}. */
  public Map<String, Long> sums(Scope scope) {
    return of(scope, tables().sums);
  }

  private static <T> Map<String, T> of(Scope scope, Map<ReplicaPlace, T> all) {
    Map<String, T> own = new TreeMap<>();
    all.forEach((place, one) -> {
      if (place.scope().equals(scope)) {
        own.put(place.id(), one);
      }
    });
    return own;
  }

  private static <T> T read(String body, Class<T> type) {
    try {
      return JSON.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a " + type.getSimpleName() + ": " + body, e);
    }
  }

  private Tables tables() {
    Tables once = folded(List.of(records));
    same("one by one", once, folded(records.stream().map(List::of).toList()));
    same(
        "each twice",
        once,
        folded(records.stream().flatMap(r -> List.of(List.of(r), List.of(r)).stream()).toList()));
    same("all twice", once, folded(List.of(records, records)));
    for (InboxRecord late : records) {
      same(late.seq() + " late", once, folded(List.of(records, List.of(late))));
    }
    return once;
  }

  private static void same(String how, Tables once, Tables otherwise) {
    if (!otherwise.equals(once)) {
      throw new IllegalStateException("at once %s, %s %s".formatted(once, how, otherwise));
    }
  }

  private Tables folded(List<List<InboxRecord>> batches) {
    var tables = new Tables(new TreeMap<>(), new TreeMap<>());
    for (List<InboxRecord> batch : batches) {
      Map<InboxRecord, Replica.Told> told = new LinkedHashMap<>();
      batch.forEach(message -> told.put(message, replica.told(message)));
      ReplicaRows.Folded folded = ReplicaRows.fold(replica, told, tables.rows);
      tables.rows.putAll(folded.rows());
      ReplicaRows.counted(replica, folded.changes())
          .forEach((id, n) -> tables.sums.merge(id, n, Long::sum));
      tables.sums.values().removeIf(n -> n == 0);
    }
    return tables;
  }

  /** Tables in memory. */
  private record Tables(Map<ReplicaPlace, ReplicaRows.Kept> rows, Map<ReplicaPlace, Long> sums) {}
}
