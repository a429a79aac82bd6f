package cn.doublerandom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedListsTest {
  /** A list of firms, once frozen and once only counted. */
  sealed interface Listing {
    record Firm(String id, String name) {}

    record Frozen(String draw, Lists lists, List<String> tags) implements Listing {}

    record Counted(List<Firm> firms) implements Listing {}

    record Lists(List<Firm> firms) {}
  }

  private static final EventCodec<Listing> CODEC =
      new EventCodec<>(Listing.class).chunking(Listing.Frozen.class);

  private static List<Listing.Firm> firms(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Listing.Firm("9113%07d".formatted(i), "示例运输有限公司" + i))
        .toList();
  }

  private static Listing.Frozen frozen(int count) {
    return new Listing.Frozen(
        "130534-2023001-001-1", new Listing.Lists(firms(count)), List.of("key", "road"));
  }

  private static StoredEvent stored(NewEvent event, Map<String, String> pieces) {
    return new StoredEvent(
        "task-1",
        1,
        event.id(),
        event.type(),
        event.payload(),
        event.metadata(),
        event.hash("task-1", 1),
        Chunks.of(pieces));
  }

  private static StoredEvent stored(NewEvent event) {
    return stored(event, event.chunks());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_096, 4_097, 8_192, 8_193, 20_000})
  void what_is_read_is_what_was_written_however_long_the_list_is(int count) {
    assertThat(CODEC.decode(stored(CODEC.written(frozen(count), "{}")))).isEqualTo(frozen(count));
  }

  @Test
  void a_long_list_leaves_its_root_and_its_length_in_the_event() {
    NewEvent event = CODEC.written(frozen(100_000), "{}");

    assertThat(event.payload())
        .matches(
            "\\{\"draw\":\"130534-2023001-001-1\",\"lists\":\\{\"firms\":"
                + "\\{\"chunked\":\"[0-9a-f]{64}\",\"size\":100000}},\"tags\":\\[\"key\",\"road\"]}");
    assertThat(event.chunks()).hasSize(1 + 25);
    assertThat(ChunkedLists.size(event.payload(), "/lists/firms")).isEqualTo(100_000);
  }

  @Test
  void a_list_of_4096_stays_in_its_place() {
    NewEvent event = CODEC.written(frozen(4_096), "{}");

    assertThat(event.chunks()).isEmpty();
    assertThat(event.payload()).isEqualTo(CODEC.encode(frozen(4_096)));
  }

  @Test
  void who_does_not_look_into_lists_reads_no_piece_and_knows_how_many_there_are() {
    StoredEvent stored =
        stored(CODEC.written(frozen(9_000), "{}"))
            .with(hash -> {
              throw new AssertionError("read " + hash);
            });

    assertThat(CODEC.glance(stored)).isEqualTo(frozen(0));
    assertThat(ChunkedLists.size(stored.payload(), "/lists/firms")).isEqualTo(9_000);
    assertThat(CODEC.glance(stored(CODEC.written(frozen(3), "{}")))).isEqualTo(frozen(3));
    assertThat(ChunkedLists.size(CODEC.encode(frozen(3)), "/lists/firms")).isEqualTo(3);
  }

  @Test
  void an_event_nobody_declared_keeps_its_lists() {
    assertThat(CODEC.written(new Listing.Counted(firms(5_000)), "{}").chunks()).isEmpty();
  }

  @Test
  void an_old_event_with_its_whole_list_says_the_same() {
    var old = new NewEvent(NewEvent.newId(), "Frozen", CODEC.encode(frozen(5_000)), "{}");

    assertThat(CODEC.decode(stored(old))).isEqualTo(frozen(5_000));
  }

  @Test
  void with_its_lists_back_an_event_has_the_text_it_would_have_had() {
    assertThat(stored(CODEC.written(frozen(9_000), "{}")).wholePayload())
        .isEqualTo(CODEC.encode(frozen(9_000)));
  }

  @Test
  void the_same_list_has_the_same_pieces_and_one_other_entry_another_root() {
    var firms = new ArrayList<>(firms(9_000));
    firms.set(8_999, new Listing.Firm("x", "x"));
    var other = new Listing.Frozen("d", new Listing.Lists(firms), List.of());
    NewEvent event = CODEC.written(frozen(9_000), "{}");

    assertThat(CODEC.written(frozen(9_000), "{}").payload()).isEqualTo(event.payload());
    assertThat(ChunkedLists.namedIn(CODEC.written(other, "{}").payload()))
        .doesNotContainAnyElementsOf(ChunkedLists.namedIn(event.payload()));
  }

  @Test
  void a_piece_that_is_not_what_its_address_says_is_read_by_nobody() {
    NewEvent event = CODEC.written(frozen(9_000), "{}");
    for (String address : event.chunks().keySet()) {
      var changed = new HashMap<>(event.chunks());
      changed.computeIfPresent(address, (hash, content) -> content.replace("1", "2"));
      StoredEvent stored = stored(event, changed);

      assertThatThrownBy(() -> CODEC.decode(stored)).hasStackTraceContaining("is another one");
      assertThatThrownBy(() -> ChunkedLists.check(stored.payload(), stored.chunks()))
          .hasMessageContaining(address);
    }
  }

  @Test
  void a_piece_that_is_gone_is_missed() {
    NewEvent event = CODEC.written(frozen(9_000), "{}");
    for (String address : event.chunks().keySet()) {
      var fewer = new HashMap<>(event.chunks());
      fewer.remove(address);

      assertThatThrownBy(() -> ChunkedLists.check(event.payload(), Chunks.of(fewer)))
          .hasMessageContaining(address);
    }
  }

  @Test
  void pieces_in_another_order_are_another_list() {
    NewEvent event = CODEC.written(frozen(9_000), "{}");
    String root = ChunkedLists.namedIn(event.payload()).iterator().next();
    List<String> order = ChunkedLists.pieces(root, Chunks.of(event.chunks()));
    var swapped = new HashMap<>(event.chunks());
    swapped.put(root, "[\"%s\",\"%s\",\"%s\"]".formatted(order.get(1), order.get(0), order.get(2)));

    assertThatThrownBy(() -> CODEC.decode(stored(event, swapped)))
        .hasMessageContaining("unreadable Frozen in task-1 v1")
        .hasStackTraceContaining("the piece " + root + " of a list is another one");
  }

  @Test
  void a_piece_in_the_place_of_another_is_named() {
    NewEvent event = CODEC.written(frozen(9_000), "{}");
    String root = ChunkedLists.namedIn(event.payload()).iterator().next();
    List<String> order = ChunkedLists.pieces(root, Chunks.of(event.chunks()));
    var exchanged = new HashMap<>(event.chunks());
    exchanged.put(order.get(0), event.chunks().get(order.get(1)));
    exchanged.put(order.get(1), event.chunks().get(order.get(0)));

    assertThatThrownBy(() -> CODEC.decode(stored(event, exchanged)))
        .hasStackTraceContaining("the piece " + order.get(0) + " of a list is another one");
  }

  @Test
  void the_hash_of_an_event_depends_on_every_entry_of_its_lists() {
    var firms = new ArrayList<>(firms(9_000));
    firms.set(4_500, new Listing.Firm("x", "x"));
    NewEvent event = CODEC.written(frozen(9_000), "{}");
    NewEvent other =
        CODEC.written(
            new Listing.Frozen(frozen(0).draw(), new Listing.Lists(firms), frozen(0).tags()), "{}");

    assertThat(new NewEvent(event.id(), event.type(), other.payload(), "{}").hash("task-1", 1))
        .isNotEqualTo(event.hash("task-1", 1));
  }

  @Test
  void a_list_or_a_piece_that_is_too_long_is_written_by_nobody() {
    var many = Collections.nCopies(4_194_305, new Listing.Firm("1", "1"));
    var wordy = Collections.nCopies(4_097, new Listing.Firm("1", "x".repeat(5_000)));

    assertThatThrownBy(
            () -> CODEC.written(new Listing.Frozen("d", new Listing.Lists(many), List.of()), "{}"))
        .hasStackTraceContaining("at most 4,194,304 entries, got 4,194,305");
    assertThatThrownBy(
            () -> CODEC.written(new Listing.Frozen("d", new Listing.Lists(wordy), List.of()), "{}"))
        .hasStackTraceContaining("at most 16,777,216 characters");
  }

  @Test
  void a_list_that_names_too_many_pieces_is_read_by_nobody() {
    String piece = "[]";
    String hash = ChunkedLists.address(piece);
    String root = "[" + String.join(",", Collections.nCopies(1_025, '"' + hash + '"')) + "]";
    Chunks chunks = Chunks.of(Map.of(hash, piece, ChunkedLists.address(root), root));

    assertThatThrownBy(() -> ChunkedLists.pieces(ChunkedLists.address(root), chunks))
        .hasMessageContaining("at most 1,024 pieces, got 1,025");
  }

  @Test
  void a_list_has_as_many_entries_as_the_event_says() {
    NewEvent event = CODEC.written(frozen(9_000), "{}");
    var shorter =
        new NewEvent(
            event.id(),
            event.type(),
            event.payload().replace("9000", "8999"),
            "{}",
            event.chunks());

    assertThatThrownBy(() -> CODEC.decode(stored(shorter)))
        .hasStackTraceContaining("a list of 8999 entries has 9000");
  }

  @Test
  void nobody_names_a_list_by_what_he_types() {
    String typed = "{\"chunked\":\"" + "0".repeat(64) + "\",\"size\":1}";
    var firm = new Listing.Frozen(typed, new Listing.Lists(List.of()), List.of(typed));
    NewEvent event = CODEC.written(firm, "{}");

    assertThat(ChunkedLists.namedIn(event.payload())).isEmpty();
    assertThat(CODEC.decode(stored(event))).isEqualTo(firm);
  }

  @Test
  void an_address_is_what_another_program_computes() {
    assertThat(ChunkedLists.address("[1,\"甲\"]"))
        .isEqualTo("e559dc60a8f5349a01da1f0f3dd4d0b95e0fa107839212812c9d6cadef2a8654");
  }
}
