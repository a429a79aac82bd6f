package cn.doublerandom.servicekit.view;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ViewSnapshot;
import cn.doublerandom.eventstore.projection.Views;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The records of one {@link Document} table: written by the projection in its batch, read by
 * everybody else through Hibernate Reactive.
 *
 * @param <D> the entity of the table
 * @param <T> the record it shows
 */
public final class Documents<D extends Document, T> {
  /** Ids in one query: a statement carries at most 65,535 values, and its text grows with them. */
  private static final int SLICE = 1_000;

  private final Class<D> entity;
  private final String table;
  private final Class<T> type;
  private final ObjectMapper json;
  private final Supplier<Uni<String>> whose;

  /**
   * @param table name of the table in SQL, as the entity has it
   */
  public Documents(Class<D> entity, String table, Class<T> type, Module... modules) {
    this(entity, table, type, EventCodec.mapper().registerModules(modules), OwnRows::bureau);
  }

  private Documents(
      Class<D> entity,
      String table,
      Class<T> type,
      ObjectMapper json,
      Supplier<Uni<String>> whose) {
    this.entity = entity;
    this.table = table;
    this.type = type;
    this.json = json;
    this.whose = whose;
  }

  /** The records of one bureau, whoever asks: for what follows from a record that is its. */
  public Documents<D, T> of(BureauKey bureau) {
    return new Documents<>(entity, table, type, json, () -> Uni.createFrom().item(bureau.text()));
  }

  public String table() {
    return table;
  }

  /** Reads what the projection is about to change, with one query. */
  public Uni<Void> fetch(Views views, Collection<String> ids) {
    return views.fetch(table, ids);
  }

  /** Of some ids it is known that there is nothing under them. */
  public void absent(Views views, Collection<String> ids) {
    views.absent(table, ids);
  }

  /** Stores the record under the id, replacing what was there. */
  public void put(Views views, String id, T value) {
    views.put(table, id, EventCodec.canonical(json, value));
  }

  /** A record that was fetched. */
  public Optional<T> get(Views views, String id) {
    return views.get(table, id).map(body -> read(id, body));
  }

  /** Replaces a record that was fetched and must be there. */
  public void update(Views views, String id, UnaryOperator<T> change) {
    put(
        views,
        id,
        change.apply(
            get(views, id).orElseThrow(() -> new IllegalStateException(table + " " + id))));
  }

  /** The record, in a session of its own. */
  public CompletionStage<Optional<T>> find(String id) {
    return where("id = ?1", id, 1)
        .thenApply(found -> found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst()));
  }

  /**
   * At most {@code limit} records with an id after {@code after}, ascending, in their own session.
   */
  public CompletionStage<List<T>> page(String after, int limit) {
    return where("id > ?1", after, limit);
  }

  /**
   * All records, ascending by id, in their own session.
   *
   * @throws ViewSnapshot.TooMany where there are more than {@code most}: nothing is left out
   */
  public CompletionStage<List<T>> all(int most) {
    return allWhere("id > ?1", "", most);
  }

  /** All records whose condition holds; see {@link #all(int)}. */
  public CompletionStage<List<T>> allWhere(String condition, Object parameter, int most) {
    return where(condition, parameter, most + 1)
        .thenApply(found -> ViewSnapshot.atMost(found, most, table));
  }

  /** All records as they stood at one moment, ascending by id; see {@link #all(int)}. */
  public Uni<List<T>> all(ViewSnapshot at, int most) {
    return all(at, most, record -> record);
  }

  /** What each record says, without the record itself being kept; see {@link #all(int)}. */
  public <V> Uni<List<V>> all(ViewSnapshot at, int most, Function<T, V> says) {
    String sql = "SELECT body FROM " + table + " WHERE bureau = $1 ORDER BY id";
    return whose
        .get()
        .flatMap(own -> at.select(sql, Tuple.of(own), most, body -> says.apply(read("", body))));
  }

  /**
   * The records an SQL query over the table selects at one moment; see {@link #all(int)}.
   *
   * @param sql asks for the rows of the bureau {@code $1}; the parameters follow
   */
  public Uni<List<T>> select(ViewSnapshot at, String sql, List<String> parameters, int most) {
    OwnRows.require(sql, "bureau = $1");
    return whose
        .get()
        .flatMap(own -> {
          Tuple all = Tuple.of(own);
          parameters.forEach(all::addString);
          return at.select(sql, all, most, body -> read("", body));
        });
  }

  /**
   * The records with the greatest values first, in their own session.
   *
   * @param field of the entity, with an index over it and the id
   */
  public CompletionStage<List<T>> newest(String field, int limit) {
    return rows("id > ?1", field + " desc, id desc", "", limit);
  }

  /** The first records whose condition holds, ascending by id, in their own session. */
  public CompletionStage<List<T>> where(String condition, Object parameter, int limit) {
    return rows(condition, "id", parameter, limit);
  }

  /** Those of the ids there are, ascending, a slice of them after the other. */
  public CompletionStage<List<T>> among(Collection<String> ids) {
    return among(new ArrayList<>(new TreeSet<>(ids)), new ArrayList<>());
  }

  private CompletionStage<List<T>> among(List<String> left, List<T> found) {
    if (left.isEmpty()) {
      return CompletableFuture.completedFuture(found);
    }
    List<String> slice = left.subList(0, Math.min(left.size(), SLICE));
    return where("id in ?1", slice, slice.size())
        .thenCompose(rows -> {
          found.addAll(rows);
          return among(left.subList(slice.size(), left.size()), found);
        });
  }

  /** Those of who asks, whatever the condition says. */
  private CompletionStage<List<T>> rows(
      String condition, String order, Object parameter, int limit) {
    String query =
        "from %s where bureau = ?2 and (%s) order by %s"
            .formatted(entity.getSimpleName(), condition, order);
    return OwnRows.read(
            whose.get(),
            (session, own) ->
                session
                    .createSelectionQuery(query, entity)
                    .setParameter(1, parameter)
                    .setParameter(2, own)
                    .setMaxResults(limit)
                    .getResultList())
        .map(found -> found.stream().map(this::read).toList())
        .subscribeAsCompletionStage();
  }

  /**
   * The records an SQL query over the table selects, in its order, in their own session.
   *
   * @param sql selects {@code bureau}, {@code id} and {@code body} of the rows of {@code :bureau};
   *     its other parameters are named
   */
  public CompletionStage<List<T>> select(String sql, Map<String, Object> parameters, int limit) {
    OwnRows.require(sql, OwnRows.NAMED);
    return OwnRows.readPlannedAnew(
            whose.get(),
            (session, own) -> {
              var query = session.createNativeQuery(sql, entity);
              parameters.forEach(query::setParameter);
              query.setParameter("bureau", own);
              return query.setMaxResults(limit).getResultList();
            })
        .map(found -> found.stream().map(this::read).toList())
        .subscribeAsCompletionStage();
  }

  /**
   * The one value an SQL query gives, in its own session.
   *
   * @param sql asks for the rows of {@code :bureau}; its other parameters are named
   */
  public <V> CompletionStage<V> value(String sql, Class<V> of, Map<String, Object> parameters) {
    OwnRows.require(sql, OwnRows.NAMED);
    return OwnRows.read(
            whose.get(),
            (session, own) -> {
              var query = session.createNativeQuery(sql, of);
              parameters.forEach(query::setParameter);
              query.setParameter("bureau", own);
              return query.getSingleResult();
            })
        .subscribeAsCompletionStage();
  }

  /** The record a row is. */
  public T read(String body) {
    return read("", body);
  }

  private T read(D row) {
    return read(row.id, row.body);
  }

  private T read(String id, String body) {
    try {
      return json.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("unreadable " + table + " " + id, e);
    }
  }
}
