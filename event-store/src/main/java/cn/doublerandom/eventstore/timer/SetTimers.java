package cn.doublerandom.eventstore.timer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Timers as operations staff see them. */
public final class SetTimers {
  private final SqlClient sql;

  public SetTimers(SqlClient sql) {
    this.sql = sql;
  }

  /** At most so many: those that cannot fire first, then the next that are due. */
  public Uni<List<SetTimer>> next(int limit) {
    return sql.preparedQuery(
            """
            SELECT id, process, stream, due_at, attempts, fault FROM timer
            ORDER BY attempts > 0 DESC, due_at, id LIMIT $1
            """)
        .execute(Tuple.of(limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    new SetTimer(
                        row.getString("id"),
                        row.getString("process"),
                        row.getString("stream"),
                        row.getOffsetDateTime("due_at").toInstant(),
                        row.getInteger("attempts"),
                        Optional.ofNullable(row.getString("fault")).orElse("")))
                .toList());
  }
}
