package cn.doublerandom.eventstore;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Append-only streams. Both implementations pass {@code EventStoreContract}. */
public interface EventStore {
  /** All events of the streams, each stream oldest first; unknown streams give none. */
  Uni<List<StoredEvent>> load(Collection<String> streams);

  /**
   * What came to streams since an event of theirs that is known: that event, without its payload,
   * and those after it. A stream whose event of that version is another one, or is not there any
   * more, comes whole.
   */
  Uni<List<StoredEvent>> loadSince(Map<String, Mark> known);

  /** Stores all appends or none; each stream may appear once. */
  Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key);

  /** DUPLICATE or KEY_REUSED where the key was stored, else empty. */
  Uni<Optional<AppendOutcome>> remembered(CommandKey key);

  /** Whose streams it shows; those of the home scope where it shows all under their names. */
  default Scope scope() {
    return Scope.HOME;
  }

  /** The streams of one scope under their own names, whoever asks. */
  default EventStore in(Scope scope) {
    if (!scope.isHome()) {
      throw new IllegalStateException("this store is not kept by scope");
    }
    return this;
  }

  /** The store as who asks now may see it: asked for once for whatever belongs together. */
  default Uni<? extends EventStore> asked() {
    return Uni.createFrom().item(this);
  }
}
