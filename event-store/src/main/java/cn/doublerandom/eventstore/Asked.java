package cn.doublerandom.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param commands by stream
 * @param beside what follows elsewhere
 */
record Asked<C, E>(Map<String, C> commands, CommandContext context, Optional<Beside<E>> beside) {
  List<String> streams() {
    List<String> all = new ArrayList<>(commands.keySet());
    beside.map(Beside::stream).ifPresent(all::add);
    return all;
  }
}
