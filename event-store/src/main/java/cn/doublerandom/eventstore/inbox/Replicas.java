package cn.doublerandom.eventstore.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The replicas of a service, and which filling of each its inbox writes to. */
public final class Replicas {
  private final List<Replica> all;

  public Replicas(List<Replica> all) {
    this.all = List.copyOf(all);
  }

  /** Nothing can be taken before all rows are made for this version of the program. */
  static final class NotFilled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFilled(String replica) {
      super(replica + " is being filled", null, false, false);
    }
  }

  public List<Replica> all() {
    return all;
  }

  /** The replica of that name. */
  public Optional<Replica> named(String name) {
    return all.stream().filter(replica -> replica.name().equals(name)).findFirst();
  }

  /** The replica that is made of a record. */
  Optional<Replica> of(InboxRecord message) {
    for (Replica replica : all) {
      if (replica.source().equals(message.source()) && replica.types().contains(message.type())) {
        return Optional.of(replica);
      }
    }
    return Optional.empty();
  }

  /** Says to the database that this program keeps replicas up with the positions it moves. */
  static Uni<Void> keep(SqlConnection connection) {
    return connection
        .query("SELECT set_config('eventstore.replicas', 'kept by scope', TRUE)")
        .execute()
        .replaceWithVoid();
  }

  /**
   * The filling of each that is read; nobody puts other rows in its place until the transaction
   * ends. The lock is advisory because a lock of a row would give the transaction its id, and
   * appends want to come first.
   *
   * @throws NotFilled where one has none of this version
   */
  static Uni<Map<Replica, Integer>> live(SqlConnection connection, Set<Replica> wanted) {
    if (wanted.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Tuple names = Tuple.tuple().addArrayOfString(names(wanted));
    return connection
        .preparedQuery(
            """
            SELECT pg_advisory_xact_lock_shared(hashtextextended('replica ' || name, 0))
            FROM unnest($1::text[]) AS name
            """)
        .execute(names)
        .flatMap(locked ->
            connection
                .preparedQuery(
                    "SELECT name, generation, version FROM replica WHERE live AND name = ANY ($1)")
                .execute(names))
        .map(rows -> {
          Map<Replica, Integer> live = new HashMap<>();
          for (Row row : rows) {
            wanted.stream()
                .filter(replica -> replica.name().equals(row.getString("name")))
                .filter(replica -> replica.version() == row.getInteger("version"))
                .forEach(replica -> live.put(replica, row.getInteger("generation")));
          }
          wanted.stream()
              .filter(replica -> !live.containsKey(replica))
              .findFirst()
              .ifPresent(replica -> {
                throw new NotFilled(replica.name());
              });
          return live;
        });
  }

  /** One at a time may put other rows in the place of those that are read. */
  static Uni<Void> alone(SqlConnection connection, Replica replica) {
    return connection
        .preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended('replica ' || $1, 0))")
        .execute(Tuple.of(replica.name()))
        .replaceWithVoid();
  }

  private static String[] names(Collection<Replica> replicas) {
    return replicas.stream().map(Replica::name).toArray(String[]::new);
  }
}
