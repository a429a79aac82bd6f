package cn.doublerandom.servicekit.messaging;

import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.eventstore.inbox.Replica;
import cn.doublerandom.eventstore.projection.ScopeColumn;
import cn.doublerandom.servicekit.view.OwnRows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A replica whose rows are records as JSON, made of events of the contract; its table is named
 * after it: {@code registry_subject_view} of {@code registry_subjects}.
 *
 * @param <T> the record
 */
public abstract class DocumentReplica<T> implements Replica {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private final String name;
  private final int version;
  private final String source;
  private final Class<? extends T> type;
  private final Set<String> types;

  protected DocumentReplica(
      String name,
      int version,
      String source,
      Class<? extends T> type,
      Set<Class<? extends IntegrationEvent>> told) {
    this.name = name;
    this.version = version;
    this.source = source;
    this.type = type;
    this.types =
        told.stream().map(IntegrationEvent::typeOf).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What a record does.
   *
   * @param id of the row
   * @param change from the row before to the row after; pure
   */
  public record Doing<T>(String id, UnaryOperator<Optional<T>> change) {}

  /** Reads a record; throws where it cannot be. */
  protected abstract Doing<T> doing(InboxRecord message);

  @Override
  public String name() {
    return name;
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Set<String> types() {
    return types;
  }

  @Override
  public Optional<ScopeColumn> column() {
    return Optional.of(OwnRows.COLUMN);
  }

  @Override
  public String view() {
    return name.substring(0, name.length() - 1) + "_view";
  }

  @Override
  public Told told(InboxRecord message) {
    Doing<T> doing = doing(message);
    return new Told() {
      @Override
      public String id() {
        return doing.id();
      }

      @Override
      public Optional<String> after(Optional<String> before) {
        return doing
            .change()
            .apply(before.map(DocumentReplica.this::read))
            .map(now -> EventCodec.canonical(JSON, now));
      }
    };
  }

  /** The record a row is. */
  protected T read(String body) {
    try {
      return JSON.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of " + name + " cannot be read", e);
    }
  }
}
