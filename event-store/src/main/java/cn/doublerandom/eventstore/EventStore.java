package cn.doublerandom.eventstore;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Append-only streams. Both implementations pass {@code EventStoreContract}. */
public interface EventStore {
  /** All events of the streams, each stream oldest first; unknown streams give none. */
  Uni<List<StoredEvent>> load(Collection<String> streams);

  /** How many events a stream has; 0 where there is no such stream. */
  Uni<Long> version(String stream);

  /** Stores all appends or none; each stream may appear once. */
  Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key);

  /** DUPLICATE or KEY_REUSED where the key was stored, else empty. */
  Uni<Optional<AppendOutcome>> remembered(CommandKey key);
}
