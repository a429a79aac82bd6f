package cn.doublerandom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every event store promises; a store's test extends this. */
public abstract class EventStoreContract {
  protected abstract EventStore store();

  public static NewEvent event(String payload) {
    return new NewEvent(
        UUID.randomUUID(),
        "ItemClaimed",
        payload,
        "{\"actor\":\"a\",\"at\":\"2023-03-01T00:00:00Z\",\"causationId\":\"c\",\"correlationId\":\"k\","
            + "\"recordedAt\":\"2023-03-01T00:00:00Z\"}");
  }

  protected static Append append(String stream, long expected, String... payloads) {
    return new Append(stream, expected, List.of(payloads).stream().map(p -> event(p)).toList());
  }

  private AppendOutcome put(Append... appends) {
    return store().append(List.of(appends), Optional.empty()).await().indefinitely();
  }

  private AppendOutcome put(CommandKey key, Append... appends) {
    return store().append(List.of(appends), Optional.of(key)).await().indefinitely();
  }

  private List<String> payloads(String... streams) {
    return store().load(List.of(streams)).await().indefinitely().stream()
        .map(StoredEvent::payload)
        .toList();
  }

  @Test
  void events_come_back_in_the_order_they_were_appended() {
    assertThat(put(append("s-1", 0, "{\"n\":1}", "{\"n\":2}"))).isEqualTo(AppendOutcome.APPENDED);
    assertThat(put(append("s-1", 2, "{\"n\":3}"))).isEqualTo(AppendOutcome.APPENDED);

    assertThat(payloads("s-1")).containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
  }

  private List<StoredEvent> since(Map<String, Mark> known) {
    return store().loadSince(known).await().indefinitely();
  }

  private Mark markOf(String stream, int version) {
    StoredEvent event = store().load(List.of(stream)).await().indefinitely().get(version - 1);
    return new Mark(event.version(), event.id());
  }

  @Test
  void of_a_stream_that_is_known_up_to_an_event_comes_only_what_is_new() {
    put(append("s-long", 0, "{\"n\":1}", "{\"n\":2}", "{\"n\":3}"));
    put(append("s-other", 0, "{\"n\":4}"));

    assertThat(since(Map.of("s-long", markOf("s-long", 2), "s-other", Mark.NONE)))
        .extracting(StoredEvent::version, StoredEvent::payload)
        .containsExactly(tuple(2L, ""), tuple(3L, "{\"n\":3}"), tuple(1L, "{\"n\":4}"));
    assertThat(since(Map.of("s-long", markOf("s-long", 3))))
        .extracting(StoredEvent::version, StoredEvent::payload)
        .containsExactly(tuple(3L, ""));
  }

  @Test
  void a_stream_whose_known_event_is_not_there_any_more_comes_whole() {
    put(append("s-back", 0, "{\"n\":1}", "{\"n\":2}"));

    Mark another = new Mark(2, UUID.randomUUID());
    Mark later = new Mark(9, UUID.randomUUID());
    for (Mark gone : List.of(another, later)) {
      assertThat(since(Map.of("s-back", gone)))
          .extracting(StoredEvent::payload)
          .containsExactly("{\"n\":1}", "{\"n\":2}");
    }
    assertThat(since(Map.of("s-none", later))).isEmpty();
  }

  @Test
  void a_stored_event_has_the_hash_of_its_content() {
    put(append("s-hash", 0, "{\"名\":1}".replace("名", "n")));

    StoredEvent stored = store().load(List.of("s-hash")).await().indefinitely().getFirst();

    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.hash()).isEqualTo(stored.recomputedHash()).hasSize(64);
  }

  @Test
  void a_writer_who_missed_an_event_is_told_so_and_nothing_is_stored() {
    put(append("s-2", 0, "{}"));

    assertThat(put(append("s-2", 0, "{}"))).isEqualTo(AppendOutcome.CONFLICT);
    assertThat(put(append("s-2", 5, "{}"))).isEqualTo(AppendOutcome.CONFLICT);
    assertThat(payloads("s-2")).hasSize(1);
  }

  @Test
  void several_streams_are_stored_together_or_not_at_all() {
    put(append("s-3", 0, "{}"));

    assertThat(put(append("s-4", 0, "{}"), append("s-3", 0, "{}")))
        .isEqualTo(AppendOutcome.CONFLICT);
    assertThat(payloads("s-4")).isEmpty();
    assertThat(put(append("s-4", 0, "{}"), append("s-3", 1, "{}")))
        .isEqualTo(AppendOutcome.APPENDED);
    assertThat(payloads("s-3", "s-4")).hasSize(3);
  }

  @Test
  void the_same_request_twice_is_stored_once() {
    var key = new CommandKey("key-1", "hash-1");

    assertThat(put(key, append("s-5", 0, "{}"))).isEqualTo(AppendOutcome.APPENDED);
    assertThat(put(key, append("s-5", 1, "{}"))).isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(store().remembered(key).await().indefinitely()).contains(AppendOutcome.DUPLICATE);
    assertThat(payloads("s-5")).hasSize(1);
  }

  @Test
  void a_request_remembered_by_an_older_ledger_is_known_by_what_that_remembered() {
    put(new CommandKey("key-1a", "older"), append("s-5a", 0, "{}"));

    var repeated = new CommandKey("key-1a", "newer", Optional.of("older"));
    assertThat(put(repeated, append("s-5a", 1, "{}"))).isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(store().remembered(repeated).await().indefinitely())
        .contains(AppendOutcome.DUPLICATE);
    var another = new CommandKey("key-1a", "newer", Optional.of("another"));
    assertThat(put(another, append("s-5a", 1, "{}"))).isEqualTo(AppendOutcome.KEY_REUSED);
    assertThat(payloads("s-5a")).hasSize(1);
  }

  @Test
  void a_repetition_is_known_as_one_even_where_its_stream_has_moved_on() {
    var key = new CommandKey("key-1b", "hash-1");
    put(key, append("s-5b", 0, "{}"));
    put(append("s-5b", 1, "{}"));

    assertThat(put(key, append("s-5b", 0, "{}"))).isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(put(new CommandKey("key-1b", "other"), append("s-5b", 0, "{}")))
        .isEqualTo(AppendOutcome.KEY_REUSED);
  }

  @Test
  void another_request_under_the_same_key_is_refused() {
    put(new CommandKey("key-2", "hash-1"), append("s-6", 0, "{}"));

    assertThat(put(new CommandKey("key-2", "hash-2"), append("s-6", 1, "{}")))
        .isEqualTo(AppendOutcome.KEY_REUSED);
    assertThat(payloads("s-6")).hasSize(1);
  }

  @Test
  void a_refused_append_does_not_use_up_its_key() {
    put(append("s-7", 0, "{}"));
    var key = new CommandKey("key-3", "hash");

    assertThat(put(key, append("s-7", 0, "{}"))).isEqualTo(AppendOutcome.CONFLICT);
    assertThat(put(key, append("s-7", 1, "{}"))).isEqualTo(AppendOutcome.APPENDED);
  }

  @Test
  void a_request_without_news_is_remembered_too() {
    var key = new CommandKey("key-4", "hash");

    assertThat(put(key)).isEqualTo(AppendOutcome.APPENDED);
    assertThat(put(key)).isEqualTo(AppendOutcome.DUPLICATE);
  }

  @Test
  void of_sixteen_writers_at_the_same_version_exactly_one_wins() throws Exception {
    try (var pool = Executors.newFixedThreadPool(16)) {
      List<Callable<AppendOutcome>> writers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        writers.add(() -> put(append("s-race", 0, "{}")));
      }
      List<AppendOutcome> outcomes = new ArrayList<>();
      for (Future<AppendOutcome> outcome : pool.invokeAll(writers)) {
        outcomes.add(outcome.get());
      }
      assertThat(outcomes).filteredOn(AppendOutcome.APPENDED::equals).hasSize(1);
      assertThat(outcomes).filteredOn(AppendOutcome.CONFLICT::equals).hasSize(15);
    }
  }

  /** An event with a long list in pieces. */
  public static NewEvent listed(int entries) {
    var writing = new ChunkedLists.Writing();
    String root = writing.root(IntStream.range(0, entries).boxed().toList(), some -> some);
    return new NewEvent(
        UUID.randomUUID(),
        "ItemsListed",
        "{\"items\":{\"chunked\":\"%s\",\"size\":%d}}".formatted(root, entries),
        event("{}").metadata(),
        writing.pieces());
  }

  @Test
  void long_lists_come_back_with_their_events() {
    NewEvent listed = listed(10_000);
    Append append = new Append("s-listed", 0, List.of(event("{\"n\":1}"), listed));

    assertThat(put(append)).isEqualTo(AppendOutcome.APPENDED);

    List<StoredEvent> events = store().load(List.of("s-listed")).await().indefinitely();
    assertThat(events.getFirst().chunks()).isSameAs(Chunks.NONE);
    assertThat(events.getLast().wholePayload())
        .startsWith("{\"items\":[0,1,2,3,")
        .endsWith(",9998,9999]}");
    assertThat(since(Map.of("s-listed", markOf("s-listed", 1))).getLast().wholePayload())
        .isEqualTo(events.getLast().wholePayload());
  }

  @Test
  void two_events_may_have_the_same_long_list() {
    put(new Append("s-list-1", 0, List.of(listed(5_000))));
    put(new Append("s-list-2", 0, List.of(listed(5_000))));

    assertThat(store().load(List.of("s-list-1", "s-list-2")).await().indefinitely())
        .extracting(StoredEvent::wholePayload)
        .hasSize(2)
        .allMatch(whole -> whole.endsWith(",4999]}"));
  }
}
