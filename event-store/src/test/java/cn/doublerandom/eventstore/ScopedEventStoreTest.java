package cn.doublerandom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.decider.StreamKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Many share a log, and none of them can tell. */
class ScopedEventStoreTest {
  private static final StreamNames NAMES =
      new StreamNames(List.of(new StreamKind("s")), List.of("register"));
  private static final Scope OTHER = new Scope("130534.scjg");

  private final EventStore all = new InMemoryEventStore();
  private final EventStore home = new ScopedEventStore(all, NAMES, Scope.HOME);
  private final EventStore other = new ScopedEventStore(all, NAMES, OTHER);

  /** A scope is a store like any other to those in it. */
  @Nested
  class OfAnotherScope extends EventStoreContract {
    @Override
    protected EventStore store() {
      return other;
    }

    @Override
    @Test
    void a_stored_event_has_the_hash_of_its_content() {
      put(other, "s-hash", 0, "{\"n\":1}");
      StoredEvent stored = load(all, "s~130534.scjg~hash").getFirst();
      assertThat(stored.recomputedHash()).isEqualTo(stored.hash());
      assertThat(load(other, "s-hash").getFirst().hash()).isEqualTo(stored.hash());
    }
  }

  @Nested
  class OfTheHomeScope extends EventStoreContract {
    @Override
    protected EventStore store() {
      return home;
    }
  }

  private static AppendOutcome put(EventStore store, String stream, long version, String payload) {
    return store
        .append(List.of(EventStoreContract.append(stream, version, payload)), Optional.empty())
        .await()
        .indefinitely();
  }

  private static List<StoredEvent> load(EventStore store, String stream) {
    return store.load(List.of(stream)).await().indefinitely();
  }

  @Test
  void the_same_number_in_two_scopes_is_two_streams() {
    assertThat(put(home, "s-1", 0, "{\"n\":1}")).isEqualTo(AppendOutcome.APPENDED);
    assertThat(put(other, "s-1", 0, "{\"n\":2}")).isEqualTo(AppendOutcome.APPENDED);
    assertThat(put(other, "register", 0, "{\"n\":3}")).isEqualTo(AppendOutcome.APPENDED);

    assertThat(load(home, "s-1")).extracting(StoredEvent::payload).containsExactly("{\"n\":1}");
    assertThat(load(other, "s-1")).extracting(StoredEvent::payload).containsExactly("{\"n\":2}");
    assertThat(load(other, "s-1")).extracting(StoredEvent::stream).containsExactly("s-1");
    assertThat(load(home, "register")).isEmpty();
    assertThat(other.loadSince(Map.of("s-1", Mark.NONE)).await().indefinitely())
        .extracting(StoredEvent::payload)
        .containsExactly("{\"n\":2}");
  }

  @Test
  void in_the_log_the_home_scopes_streams_keep_their_names_and_the_others_say_whose_they_are() {
    put(home, "s-1", 0, "{}");
    put(other, "s-1", 0, "{}");
    put(other, "register", 0, "{}");

    assertThat(load(all, "s-1")).hasSize(1);
    assertThat(load(all, "s~130534.scjg~1")).hasSize(1);
    assertThat(load(all, "register~130534.scjg")).hasSize(1);
  }

  @Test
  void no_name_reaches_into_another_scope() {
    put(other, "s-1", 0, "{}");

    for (EventStore store : List.of(home, other)) {
      for (String name : List.of("s~130534.scjg~1", "s-~130534.scjg~1", "register~130534.scjg")) {
        assertThatThrownBy(() -> load(store, name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> put(store, name, 0, "{}"))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.loadSince(Map.of(name, Mark.NONE)))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void a_kind_nobody_declared_is_stored_in_no_scope_but_the_home_one() {
    assertThatThrownBy(() -> put(other, "t-1", 0, "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_same_key_in_two_scopes_is_two_requests() {
    var key = new CommandKey("wang /plans 1", "hash");
    var append = EventStoreContract.append("s-2", 0, "{}");

    home.append(List.of(append), Optional.of(key)).await().indefinitely();

    assertThat(other.remembered(key).await().indefinitely()).isEmpty();
    assertThat(other.append(List.of(append), Optional.of(key)).await().indefinitely())
        .isEqualTo(AppendOutcome.APPENDED);
    assertThat(other.remembered(new CommandKey("wang /plans 1", "x")).await().indefinitely())
        .contains(AppendOutcome.KEY_REUSED);
    var newer = new CommandKey("wang /plans 1", "newer", Optional.of("hash"));
    assertThat(other.remembered(newer).await().indefinitely()).contains(AppendOutcome.DUPLICATE);
  }
}
