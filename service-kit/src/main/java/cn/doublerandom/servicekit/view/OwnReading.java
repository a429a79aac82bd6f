package cn.doublerandom.servicekit.view;

import cn.doublerandom.servicekit.identity.AskedHere;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A reading of who asks by one function of the database, for pages that a flood hits: without a
 * session, and in one statement, which is a transaction by itself. The function confines itself: it
 * takes the bureau first and says so as {@link OwnRows#SETTING} before it reads; a function that is
 * {@code STABLE} writes nothing. What it set ends with the statement.
 */
public final class OwnReading {
  private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}");

  private static final Pattern ONE =
      Pattern.compile("SELECT \\* FROM [a-z_]{1,40}\\(\\$1(, \\$[0-9]+)*\\)");

  private final String sql;
  private final int values;

  /**
   * @param function of the database; the first of its parameters is the bureau
   * @param values how many it has beside that
   */
  public OwnReading(String function, int values) {
    if (!NAME.matcher(function).matches()) {
      throw new IllegalArgumentException("no function of the database: " + function);
    }
    this.values = values;
    this.sql =
        IntStream.rangeClosed(1, 1 + values)
            .mapToObj(place -> "$" + place)
            .collect(Collectors.joining(", ", "SELECT * FROM " + function + "(", ")"));
  }

  /** Whether a statement is one of these; they are prepared once, see {@link KeptStatements}. */
  static boolean isOne(String sql) {
    return ONE.matcher(sql).matches();
  }

  /** The rows it gives for these values and the bureau of who asks. */
  public Uni<List<Row>> of(List<?> given) {
    if (given.size() != values) {
      throw new IllegalArgumentException(sql + " with " + given.size());
    }
    return AskedHere.onLoop(
        OwnRows.bureau()
            .flatMap(own ->
                OwnRows.instance(Pool.class).preparedQuery(sql).execute(parameters(own, given)))
            .map(rows -> {
              List<Row> found = new ArrayList<>(rows.size());
              rows.forEach(found::add);
              return found;
            }));
  }

  private static Tuple parameters(String own, List<?> given) {
    Tuple all = Tuple.tuple().addString(own);
    given.forEach(all::addValue);
    return all;
  }
}
