package cn.doublerandom.servicekit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.InMemoryEventStore;
import cn.doublerandom.eventstore.Mark;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same numbers asked for by two bureaus. */
class AskedStoreTest {
  private static final Optional<Scope> HOME = Optional.of(Scope.HOME);
  private static final Optional<Scope> MARKET = Optional.of(new Scope("130534.scjg"));

  private final Map<Scope, EdgeRejection> refused = new HashMap<>();

  private Optional<Scope> asking = HOME;

  private final AskedStore store =
      new AskedStore(
          new InMemoryEventStore(),
          new StreamNames(List.of(new StreamKind("plan")), List.of()),
          () -> Uni.createFrom().item(asking),
          scope -> Optional.ofNullable(refused.get(scope)));

  private AppendOutcome put(String stream) {
    var event = new NewEvent(NewEvent.newId(), "PlanImported", "{}", "{}");
    return store
        .append(
            List.of(new Append(stream, 0, List.of(event))),
            Optional.of(new CommandKey("wang /plans 1", "hash")))
        .await()
        .indefinitely();
  }

  private List<String> read(String stream) {
    return store.load(List.of(stream)).await().indefinitely().stream()
        .map(StoredEvent::stream)
        .toList();
  }

  @Test
  void what_a_closed_bureau_did_is_read_and_nothing_more_is_stored_for_it() {
    asking = MARKET;
    put("plan-2023");
    refused.put(MARKET.orElseThrow(), EdgeRejection.BUREAU_CLOSED);

    assertThat(read("plan-2023")).containsExactly("plan-2023");
    assertThatThrownBy(() -> put("plan-2024"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("bureau-closed");

    asking = HOME;
    assertThat(put("plan-2024")).isEqualTo(AppendOutcome.APPENDED);
  }

  /** Of whatever kind a stream is: no command asks what it would publish. */
  @ParameterizedTest
  @ValueSource(strings = {"plan-2023", "plan-2023001-001", "plan-130534.practice-2023"})
  void where_it_would_be_published_nothing_is_stored_for_a_practice_bureau(String stream) {
    refused.put(new Scope("130534.practice"), EdgeRejection.PRACTICE_NOT_PUBLISHED);
    asking = Optional.of(new Scope("130534.practice"));

    assertThatThrownBy(() -> put(stream))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("practice-not-published");
    assertThat(read(stream)).isEmpty();
  }

  @Test
  void what_one_bureau_keeps_is_for_the_other_as_if_it_were_not_there() {
    assertThat(put("plan-2023")).isEqualTo(AppendOutcome.APPENDED);

    asking = MARKET;
    assertThat(read("plan-2023")).isEmpty();
    assertThat(store.loadSince(Map.of("plan-2023", Mark.NONE)).await().indefinitely()).isEmpty();
    assertThat(store.remembered(new CommandKey("wang /plans 1", "hash")).await().indefinitely())
        .isEmpty();
    assertThat(put("plan-2023")).isEqualTo(AppendOutcome.APPENDED);
    assertThat(read("plan-2023")).containsExactly("plan-2023");

    asking = HOME;
    assertThat(read("plan-2023")).containsExactly("plan-2023");
    assertThat(put("plan-2023")).isEqualTo(AppendOutcome.DUPLICATE);
  }

  @Test
  void nobody_who_asks_reaches_a_stream_by_the_name_it_is_stored_under() {
    asking = MARKET;
    put("plan-2023");

    for (Optional<Scope> who : List.of(HOME, MARKET)) {
      asking = who;
      assertThatThrownBy(() -> read("plan~130534.scjg~2023"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_memory_itself_knows_streams_by_the_names_they_are_stored_under() {
    asking = MARKET;
    put("plan-2023");

    asking = Optional.empty();
    assertThat(read("plan~130534.scjg~2023")).containsExactly("plan~130534.scjg~2023");
    assertThat(read("plan-2023")).isEmpty();
  }
}
