package cn.doublerandom.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is asked for.
 *
 * @param store as who asks may see it
 * @param commands by stream
 * @param beside what follows elsewhere, each at a stream of its own
 */
record Asked<C, E>(
    EventStore store, Map<String, C> commands, CommandContext context, List<Beside<E>> beside) {
  Scope scope() {
    return store.scope();
  }

  List<String> streams() {
    List<String> all = new ArrayList<>(commands.keySet());
    beside.stream().map(Beside::stream).forEach(all::add);
    return all;
  }
}
