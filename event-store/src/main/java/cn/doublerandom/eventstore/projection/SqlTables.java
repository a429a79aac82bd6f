package cn.doublerandom.eventstore.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The tables of read models in PostgreSQL, one statement for each table and batch. */
record SqlTables(SqlConnection connection) implements Views.Tables {
  @Override
  public Uni<Map<String, String>> read(String table, Set<String> ids) {
    return connection
        .preparedQuery("SELECT id, body FROM " + table + " WHERE id = ANY ($1)")
        .execute(Tuple.of(ids.toArray(String[]::new)))
        .map(found -> {
          Map<String, String> bodies = new HashMap<>();
          found.forEach(row -> bodies.put(row.getString("id"), row.getString("body")));
          return bodies;
        });
  }

  @Override
  public Uni<Void> write(String table, Map<String, String> bodies) {
    return connection
        .preparedQuery(
            "INSERT INTO "
                + table
                + " (id, body) SELECT * FROM unnest($1::text[], $2::text[])"
                + " ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body")
        .execute(
            Tuple.tuple()
                .addArrayOfString(bodies.keySet().toArray(String[]::new))
                .addArrayOfString(bodies.values().toArray(String[]::new)))
        .replaceWithVoid();
  }
}
