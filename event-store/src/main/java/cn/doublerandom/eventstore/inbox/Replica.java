package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.projection.ScopeColumn;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a service keeps of what another told: one row for each key, made of the records of a topic
 * and never an event of its own.
 *
 * <p>Its table has the columns {@code id}, {@code body}, {@code key}, {@code seq} and {@code hash}:
 * of the record a row was last made of the key, the number and the SHA-256 of the value, so that
 * the rows can be compared with what the producer told. Where there is a {@link #column} it stands
 * before the id in the primary keys of all its tables, and rows of different scopes never meet.
 */
public interface Replica {
  /** Unique among the replicas and read models of the service: {@code [a-z_]{1,30}}. */
  String name();

  /** Another number once rows are made otherwise: all are then made anew from the first record. */
  int version();

  /** The topic. */
  String source();

  /** CloudEvents types of the records it is made of; they go nowhere else. */
  Set<String> types();

  /** Where its tables say whose a row is; where they do not, only records of the home scope fit. */
  default Optional<ScopeColumn> column() {
    return Optional.empty();
  }

  /** The table, whose name ends with {@code _view}. */
  String view();

  /**
   * Where it is kept what the rows count for: a table with the columns {@code id} and {@code
   * counted} (BIGINT), whose name ends with {@code _view}.
   */
  default Optional<String> sums() {
    return Optional.empty();
  }

  /** What a row counts for, by the id of the sum; pure. */
  default Map<String, Long> counts(String body) {
    return Map.of();
  }

  /** All its tables. */
  default List<String> tables() {
    return Stream.concat(Stream.of(view()), sums().stream()).toList();
  }

  /** What a record says, read; throws where it cannot be. Pure. */
  Told told(InboxRecord message);

  /** A record that was read. */
  interface Told {
    /** The row it is about, among those of whose record it is. */
    String id();

    /**
     * The row after it, or nothing. A record without a value is not asked: it takes the row away.
     *
     * @param before the row as it is; absent before the first record and after it was taken away
     */
    Optional<String> after(Optional<String> before);
  }

  /**
   * What a record did to a row.
   *
   * @param after absent where the row was taken away
   */
  record Change(InboxRecord message, Optional<String> before, Optional<String> after) {}

  /**
   * What else follows from a record that came; in the same transaction, and not again where rows
   * are made anew.
   */
  default Uni<Void> follow(Change change, EventStore store) {
    return Uni.createFrom().voidItem();
  }
}
