package cn.doublerandom.eventstore.person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The keys as they are stored, wrapped by a master key, by the names they are kept under. */
record KeyRows(Pool pool, MasterKey master) {
  Uni<Map<String, byte[]>> keys(String[] people) {
    return pool.preparedQuery("SELECT person, key, master FROM person_key WHERE person = ANY ($1)")
        .execute(Tuple.tuple().addArrayOfString(people))
        .map(this::byPerson);
  }

  /** Those of them that were erased. */
  Uni<Set<String>> erased(String[] people) {
    return pool.preparedQuery("SELECT person FROM erased_person WHERE person = ANY ($1)")
        .execute(Tuple.tuple().addArrayOfString(people))
        .map(rows -> {
          Set<String> erased = new HashSet<>();
          rows.forEach(row -> erased.add(row.getString("person")));
          return erased;
        });
  }

  private Map<String, byte[]> byPerson(RowSet<Row> rows) {
    Map<String, byte[]> keys = new HashMap<>();
    for (Row row : rows) {
      String person = row.getString("person");
      // Keys from before the master key stand there as they are, until wrapAll has been run.
      keys.put(
          person,
          row.getString("master") == null
              ? HexFormat.of().parseHex(row.getString("key"))
              : master.unwrap(person, row.getString("key")));
    }
    return keys;
  }

  /** Wraps every key that is not wrapped by this master key; the number of keys. */
  Uni<Integer> wrapAll(MasterKey before) {
    return pool.withTransaction(connection ->
        connection
            .preparedQuery(
                """
                SELECT person, key, master FROM person_key
                WHERE master IS DISTINCT FROM $1 ORDER BY person FOR UPDATE
                """)
            .execute(Tuple.of(master.fingerprint()))
            .flatMap(rows -> {
              var old = new KeyRows(pool, before).byPerson(rows);
              String[] people = old.keySet().toArray(String[]::new);
              String[] wrapped =
                  Arrays.stream(people)
                      .map(person -> master.wrap(person, Objects.requireNonNull(old.get(person))))
                      .toArray(String[]::new);
              return connection
                  .preparedQuery(
                      """
                      UPDATE person_key SET key = fresh.key, master = $3
                      FROM unnest($1::text[], $2::text[]) AS fresh (person, key)
                      WHERE person_key.person = fresh.person
                      """)
                  .execute(
                      Tuple.tuple()
                          .addArrayOfString(people)
                          .addArrayOfString(wrapped)
                          .addString(master.fingerprint()))
                  .map(RowSet::rowCount);
            }));
  }
}
