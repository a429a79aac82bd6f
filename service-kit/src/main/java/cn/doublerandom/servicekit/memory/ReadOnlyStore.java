package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Mark;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The log of a bureau of which nothing more is stored here: whoever asks for it reads, and no
 * command there is or will be does anything.
 *
 * @param why said to whoever would store something
 */
record ReadOnlyStore(EventStore own, EdgeRejection why) implements EventStore {
  @Override
  public Scope scope() {
    return own.scope();
  }

  @Override
  public Uni<List<StoredEvent>> load(Collection<String> streams) {
    return own.load(streams);
  }

  @Override
  public Uni<List<StoredEvent>> loadSince(Map<String, Mark> known) {
    return own.loadSince(known);
  }

  @Override
  public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
    return Uni.createFrom().failure(new ProblemException(why));
  }

  @Override
  public Uni<Optional<AppendOutcome>> remembered(CommandKey key) {
    return own.remembered(key);
  }
}
