package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Mark;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.ScopedEventStore;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.StreamNames;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The log as who asks may see it: a request meets the streams of its own bureau and no others, and
 * no resource can ask for more. Only where nobody asks, as in the threads of the memory itself, do
 * streams have the names they are stored under.
 */
final class AskedStore implements EventStore {
  private final EventStore all;
  private final StreamNames names;
  private final Supplier<Uni<Optional<Scope>>> asking;
  private final Predicate<Scope> isOpen;

  /**
   * @param isOpen whether anything is stored for who asks; of a bureau that is closed streams are
   *     only read
   */
  AskedStore(
      EventStore all,
      StreamNames names,
      Supplier<Uni<Optional<Scope>>> asking,
      Predicate<Scope> isOpen) {
    this.all = all;
    this.names = names;
    this.asking = asking;
    this.isOpen = isOpen;
  }

  @Override
  public Uni<EventStore> asked() {
    return asking.get().map(scope -> scope.map(this::own).orElse(all));
  }

  private EventStore own(Scope scope) {
    return isOpen.test(scope) ? in(scope) : new ClosedStore(in(scope));
  }

  @Override
  public EventStore in(Scope scope) {
    return new ScopedEventStore(all, names, scope);
  }

  @Override
  public Uni<List<StoredEvent>> load(Collection<String> streams) {
    return asked().flatMap(store -> store.load(streams));
  }

  @Override
  public Uni<List<StoredEvent>> loadSince(Map<String, Mark> known) {
    return asked().flatMap(store -> store.loadSince(known));
  }

  @Override
  public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
    return asked().flatMap(store -> store.append(appends, key));
  }

  @Override
  public Uni<Optional<AppendOutcome>> remembered(CommandKey key) {
    return asked().flatMap(store -> store.remembered(key));
  }
}
