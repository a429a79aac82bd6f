package cn.doublerandom.servicekit.memory;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Mark;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.ScopedEventStore;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.Practice;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
  private final Function<Scope, Optional<EdgeRejection>> refusal;

  /**
   * @param refusal why nothing is stored for a bureau, whose streams are then only read; empty
   *     where anything is
   */
  AskedStore(
      EventStore all,
      StreamNames names,
      Supplier<Uni<Optional<Scope>>> asking,
      Function<Scope, Optional<EdgeRejection>> refusal) {
    this.all = all;
    this.names = names;
    this.asking = asking;
    this.refusal = refusal;
  }

  /** What is refused to a bureau that is closed, and here to one that practises. */
  static Function<Scope, Optional<EdgeRejection>> refusals(
      ServedBureaus served, Practice practice) {
    return scope -> {
      BureauKey bureau = Asking.bureau(scope);
      if (!served.isOpen(bureau)) {
        return Optional.of(EdgeRejection.BUREAU_CLOSED);
      }
      return practice.isKeptIn(bureau)
          ? Optional.of(EdgeRejection.PRACTICE_NOT_PUBLISHED)
          : Optional.empty();
    };
  }

  @Override
  public Uni<EventStore> asked() {
    return asking.get().map(scope -> scope.map(this::own).orElse(all));
  }

  private EventStore own(Scope scope) {
    return refusal
        .apply(scope)
        .<EventStore>map(why -> new ReadOnlyStore(in(scope), why))
        .orElseGet(() -> in(scope));
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
