package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of read models in PostgreSQL, one statement for each table and batch, and of one scope
 * its own rows alone.
 *
 * @param column where the tables say whose a row is; absent where all rows are the home scope's
 */
record SqlTables(SqlConnection connection, Optional<ScopeColumn> column, Scope scope)
    implements Views.Tables {
  SqlTables {
    if (column.isEmpty() && !scope.isHome()) {
      throw new IllegalStateException("these read models are not kept by scope");
    }
  }

  @Override
  public Uni<Map<String, String>> read(String table, Set<String> ids) {
    Tuple parameters = Tuple.of(ids.toArray(String[]::new));
    column.ifPresent(own -> parameters.addString(own.of(scope)));
    return connection
        .preparedQuery(
            "SELECT id, body FROM "
                + table
                + " WHERE id = ANY ($1)"
                + column.map(own -> " AND " + own.name() + " = $2").orElse(""))
        .execute(parameters)
        .map(found -> {
          Map<String, String> bodies = new HashMap<>();
          found.forEach(row -> bodies.put(row.getString("id"), row.getString("body")));
          return bodies;
        });
  }

  @Override
  public Uni<Void> write(String table, Map<String, String> bodies) {
    Tuple parameters =
        Tuple.tuple()
            .addArrayOfString(bodies.keySet().toArray(String[]::new))
            .addArrayOfString(bodies.values().toArray(String[]::new));
    column.ifPresent(own -> parameters.addString(own.of(scope)));
    return connection
        .preparedQuery(
            "INSERT INTO "
                + table
                + " (id, body"
                + column.map(own -> ", " + own.name()).orElse("")
                + ") SELECT *"
                + column.map(own -> ", $3::text").orElse("")
                + " FROM unnest($1::text[], $2::text[])"
                + " ON CONFLICT ("
                + column.map(own -> own.name() + ", ").orElse("")
                + "id) DO UPDATE SET body = EXCLUDED.body")
        .execute(parameters)
        .replaceWithVoid();
  }
}
