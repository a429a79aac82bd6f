package cn.doublerandom.servicekit.view;

import cn.doublerandom.eventstore.EventCodec;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Reads and writes the records of one {@link Document} table.
 *
 * @param <D> the table
 * @param <T> the record it shows
 */
public final class Documents<D extends Document, T> {
  private final Class<D> table;
  private final Class<T> type;
  private final Supplier<D> fresh;
  private final ObjectMapper json;

  public Documents(Class<D> table, Class<T> type, Supplier<D> fresh, Module... modules) {
    this.table = table;
    this.type = type;
    this.fresh = fresh;
    this.json = EventCodec.mapper().registerModules(modules);
  }

  /** Stores the record under the id, replacing what was there; within the caller's transaction. */
  public Uni<Void> put(String id, T value) {
    D row = fresh.get();
    row.id = id;
    row.body = write(value);
    return Panache.getSession().flatMap(session -> session.merge(row)).replaceWithVoid();
  }

  /** The record, within the caller's transaction. */
  public Uni<Optional<T>> get(String id) {
    return Panache.getSession()
        .flatMap(session -> session.find(table, id))
        .map(row -> Optional.ofNullable(row).map(this::read));
  }

  /** Replaces a record that must be there; within the caller's transaction. */
  public Uni<Void> update(String id, java.util.function.UnaryOperator<T> change) {
    return get(id)
        .flatMap(known ->
            put(
                id,
                change.apply(
                    known.orElseThrow(
                        () -> new IllegalStateException(table.getSimpleName() + " " + id)))));
  }

  /** The record, in a session of its own. */
  public CompletionStage<Optional<T>> find(String id) {
    return Panache.withSession(() -> get(id)).subscribeAsCompletionStage();
  }

  /**
   * At most {@code limit} records with an id after {@code after}, ascending, in their own session.
   */
  public CompletionStage<List<T>> page(String after, int limit) {
    return where("id > ?1", after, limit);
  }

  /** All records whose condition holds, ascending by id, in their own session. */
  public CompletionStage<List<T>> where(String condition, Object parameter, int limit) {
    return Panache.withSession(() ->
            Panache.getSession()
                .flatMap(session ->
                    session
                        .createSelectionQuery(
                            "from "
                                + table.getSimpleName()
                                + " where "
                                + condition
                                + " order by id",
                            table)
                        .setParameter(1, parameter)
                        .setMaxResults(limit)
                        .getResultList()))
        .map(rows -> rows.stream().map(this::read).toList())
        .subscribeAsCompletionStage();
  }

  private String write(T value) {
    return EventCodec.canonical(json, value);
  }

  private T read(D row) {
    try {
      return json.readValue(row.body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("unreadable " + table.getSimpleName() + " " + row.id, e);
    }
  }
}
