package cn.doublerandom.eventstore.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Rows that depend on how their events come are found out, whichever way it shows. */
class ProjectionSpecificationTest {
  private static final EventCodec<Telling> CODEC = new EventCodec<>(Telling.class);
  private static final Instant NOON = Instant.parse("2023-03-15T04:00:00Z");

  sealed interface Telling {
    record Told(String what) implements Telling {}
  }

  private record Row(String what, Instant at) {}

  /** A read model of one table. */
  private record Fold(BiConsumer<List<LedgerEntry>, Views> rows) implements Projection {
    @Override
    public String name() {
      return "told";
    }

    @Override
    public List<String> tables() {
      return List.of("told_view");
    }

    @Override
    public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
      return views
          .fetch("told_view", List.of("last", "all"))
          .invoke(() -> rows.accept(entries, views));
    }
  }

  private static Map<String, String> rows(BiConsumer<List<LedgerEntry>, Views> fold) {
    return ProjectionSpecification.of(new Fold(fold))
        .given(CODEC, "told-1", new Telling.Told("a"), new Telling.Told("b"))
        .given(CODEC, "told-2", new Telling.Told("c"))
        .rows("told_view");
  }

  private static String what(LedgerEntry entry) {
    return ((Telling.Told) CODEC.decode(entry.event())).what();
  }

  @Test
  void what_was_told_last_is_the_same_however_it_came() {
    assertThat(
            rows((entries, views) -> entries.forEach(e -> views.put("told_view", "last", what(e)))))
        .isEqualTo(Map.of("last", "c"));
  }

  @Test
  void a_number_of_batches_is_found_out() {
    assertThatThrownBy(
            () -> rows((entries, views) -> views.put("told_view", "last", "" + entries.size())))
        .hasMessageContaining("as they happen");
  }

  @Test
  void a_count_of_what_came_is_found_out() {
    assertThatThrownBy(() ->
            rows((entries, views) ->
                entries.forEach(e ->
                    views.put(
                        "told_view", "all", views.get("told_view", "all").orElse("") + what(e)))))
        .hasMessageContaining("again after 1");
  }

  @Test
  void a_row_that_only_two_entries_of_one_batch_make_is_found_out() {
    assertThatThrownBy(() ->
            rows((entries, views) -> {
              for (int i = 1; i < entries.size(); i++) {
                views.put("told_view", what(entries.get(i - 1)), what(entries.get(i)));
              }
            }))
        .hasMessageContaining("as they happen {}");
  }

  @Test
  void a_row_made_of_what_the_log_says_by_now_is_found_out() {
    Function<EventStore, Projection> hasty =
        log ->
            new Fold((entries, views) ->
                entries.forEach(e ->
                    views.put(
                        "told_view",
                        e.event().id().toString(),
                        "" + log.load(List.of("told-1")).await().indefinitely().size())));
    var told =
        ProjectionSpecification.over(hasty)
            .given(CODEC, "told-1", new Telling.Told("a"), new Telling.Told("b"));
    assertThatThrownBy(() -> told.rows("told_view")).hasMessageContaining("as they happen");
  }

  @Test
  void events_happen_when_they_are_said_to_and_rows_are_read_as_what_they_are() {
    var dated =
        new Fold((entries, views) ->
            entries.forEach(e ->
                views.put(
                    "told_view",
                    "last",
                    EventCodec.canonical(
                        EventCodec.mapper(), new Row(what(e), Metadata.of(e.event()).at())))));
    assertThat(
            ProjectionSpecification.of(dated)
                .given(CODEC, "told-1", new Telling.Told("a"))
                .at(NOON)
                .given(CODEC, "told-1", new Telling.Told("b"))
                .rows("told_view", Row.class))
        .isEqualTo(Map.of("last", new Row("b", NOON)));
  }

  @Test
  void a_table_it_does_not_keep_is_not_an_empty_one() {
    assertThatThrownBy(
            () -> ProjectionSpecification.of(new Fold((entries, views) -> {})).rows("other_view"))
        .hasMessageContaining("other_view");
  }
}
