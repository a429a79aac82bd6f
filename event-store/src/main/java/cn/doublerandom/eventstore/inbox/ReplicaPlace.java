package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.projection.ScopeColumn;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a row of a replica, or one of its sums, is: the same id in two scopes is two places.
 *
 * @param id within the scope
 */
record ReplicaPlace(Scope scope, String id) implements Comparable<ReplicaPlace> {
  private static final Comparator<ReplicaPlace> ORDER =
      Comparator.comparing((ReplicaPlace place) -> place.scope().name())
          .thenComparing(ReplicaPlace::id);

  /** The three columns a statement is given: scopes, what tables say of them, ids. */
  static final String GIVEN = "unnest($1::text[], $2::text[], $3::text[])";

  /**
   * The row a record is about.
   *
   * @throws IllegalArgumentException where the rows do not say whose they are, and it is not the
   *     home scope's
   */
  static ReplicaPlace of(Replica replica, InboxRecord message, String id) {
    Scope scope = message.scope();
    if (!scope.isHome() && replica.column().isEmpty()) {
      throw new IllegalArgumentException(
          "%s keeps no rows of %s".formatted(replica.name(), scope.name()));
    }
    return new ReplicaPlace(scope, id);
  }

  static Tuple given(Collection<ReplicaPlace> places, Optional<ScopeColumn> column) {
    List<ReplicaPlace> all = List.copyOf(places);
    return Tuple.tuple()
        .addArrayOfString(texts(all, place -> place.scope().name()))
        .addArrayOfString(texts(all, place -> column.map(c -> c.of(place.scope())).orElse("")))
        .addArrayOfString(texts(all, ReplicaPlace::id));
  }

  private static String[] texts(List<ReplicaPlace> places, Function<ReplicaPlace, String> part) {
    return places.stream().map(part).toArray(String[]::new);
  }

  @Override
  public int compareTo(ReplicaPlace other) {
    return ORDER.compare(this, other);
  }
}
