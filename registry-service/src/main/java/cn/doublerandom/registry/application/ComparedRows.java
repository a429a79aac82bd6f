package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryStreams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the rows of one table change: all are counted, the first are told column by column. */
final class ComparedRows<C, E, S> {
  private static final long LAST = Long.MAX_VALUE;

  private final CommandHandler<C, E, S> handler;
  private final Function<E, Optional<String>> batch;
  private final List<Preview.ChangedRow> rows = new ArrayList<>();
  private int fresh;

  ComparedRows(CommandHandler<C, E, S> handler, Function<E, Optional<String>> batch) {
    this.handler = handler;
    this.batch = batch;
  }

  /** Takes what would become of some rows; blocks. */
  void add(
      Imports.Asked<C> asked, Map<String, Handled<E, S>> outcomes, Differences<S> differences) {
    Map<String, Handled.Done<E, S>> told = new LinkedHashMap<>();
    Map<String, Long> latest = new LinkedHashMap<>();
    outcomes.forEach((stream, outcome) -> {
      if (outcome instanceof Handled.Done<E, S> done && !done.events().isEmpty()) {
        told.put(stream, done);
        latest.put(stream, LAST);
      }
    });
    if (told.isEmpty()) {
      return;
    }
    Map<String, S> before =
        new HashMap<>(handler.statesAt(latest).await().atMost(Imports.PATIENCE));
    before.values().removeIf(state -> !differences.has(state));
    fresh += told.size() - before.size();
    told.entrySet().stream()
        .limit(Math.max(0, Preview.MOST_CHANGES - rows.size()))
        .forEach(one ->
            rows.add(
                row(
                    one.getKey(),
                    one.getValue(),
                    before.get(one.getKey()),
                    asked.rows().getOrDefault(one.getKey(), List.of()),
                    differences)));
  }

  private Preview.ChangedRow row(
      String stream,
      Handled.Done<E, S> done,
      @Nullable S was,
      List<Integer> numbers,
      Differences<S> differences) {
    return new Preview.ChangedRow(
        numbers.isEmpty() ? 0 : numbers.getFirst(),
        RegistryStreams.id(stream),
        differences.name(done.state()),
        was == null,
        done.events().stream().anyMatch(event -> batch.apply(event).isPresent()),
        was == null ? List.of() : differences.between(was, done.state()));
  }

  int fresh() {
    return fresh;
  }

  List<Preview.ChangedRow> rows() {
    return rows;
  }
}
