package cn.doublerandom.eventstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EmbeddedStack;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.Mark;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.ScopedEventStore;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.checkpoint.StateRootsProbe;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whose a record is stands in its key and beside it, also of what was told before there were two.
 */
@ExtendWith(EmbeddedStack.class)
class StateKeysIT {
  private static final StreamKind FIRM = new StreamKind("firm");
  private static final ToldScopes SCOPES = new ToldScopes("home");
  private static int number;

  private final Vitals vitals = new Vitals();
  private Map<String, Object> kafka;
  private TestDatabase database;
  private EventStore store;
  private String events;
  private String states;

  @BeforeEach
  void start(LocalKafka broker) throws Exception {
    kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
    database = TestDatabase.fresh();
    store = new ByScope(new PostgresEventStore(database.pool, () -> {}));
    String service = "keys" + "abcdefgh".charAt(number++);
    events = service + ".events.v1";
    states = service + ".subjects.v1";
  }

  @AfterEach
  void stop() {
    database.close();
  }

  /** A log that may be seen by scope. */
  private record ByScope(EventStore all) implements EventStore {
    @Override
    public EventStore in(Scope scope) {
      return new ScopedEventStore(all, new StreamNames(List.of(FIRM), List.of()), scope);
    }

    @Override
    public Uni<List<StoredEvent>> load(Collection<String> streams) {
      return all.load(streams);
    }

    @Override
    public Uni<List<StoredEvent>> loadSince(Map<String, Mark> known) {
      return all.loadSince(known);
    }

    @Override
    public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
      return all.append(appends, key);
    }

    @Override
    public Uni<Optional<AppendOutcome>> remembered(CommandKey key) {
      return all.remembered(key);
    }
  }

  /** Tells of a firm by its stream and its number, and how many events it has within its scope. */
  private record Firms(String events, String states, EventStore own) implements Announcer {
    @Override
    public Announcer within(EventStore scope) {
      return new Firms(events, states, scope);
    }

    @Override
    public List<Announcement> announce(StoredEvent event) {
      int known = own.load(List.of(event.stream())).await().indefinitely().size();
      return List.of(
          new Announcement(events, event.stream(), "T", event.payload()),
          new Announcement(states, FIRM.id(event.stream()), "T", event.payload() + known));
    }
  }

  private void say(String stream, String... payloads) {
    for (String payload : payloads) {
      long version = store.load(List.of(stream)).await().indefinitely().size();
      store
          .append(
              List.of(new Append(stream, version, List.of(EventStoreContract.event(payload)))),
              Optional.empty())
          .await()
          .indefinitely();
    }
  }

  private Announcer now() {
    return new ScopedAnnouncer(
        new Firms(events, states, store), store, SCOPES, new StateRenaming(database.pool));
  }

  /** As the version before told: by ids alone. */
  private Announcer before() {
    return new Firms(events, states, store);
  }

  private void number(Announcer announcer) {
    try (var leader = new LedgerLeader(database.pool, announcer, () -> {})) {
      Numbering.all(database.pool, leader);
    }
  }

  private void tell(ToldScopes scopes) throws Exception {
    try (var relay =
        new LedgerRelay(
            events,
            database.pool,
            kafka,
            List.of(events, states),
            vitals,
            () -> true,
            LaneTrust.CHAIN_ONLY,
            scopes)) {
      while (relay.turn()) {
        // until everything is told
      }
    }
  }

  /** A process that comes to lead looks once. */
  private void upgrade() throws Exception {
    vitals.elected(1, System.nanoTime() + 60_000_000_000L);
    try (var job =
        new StateKeys(
            database.pool, List.of(events, states), SCOPES, vitals, Clock.systemUTC(), () -> {})) {
      while (job.turn()) {
        number(now());
        tell(SCOPES);
      }
    }
  }

  /** What a reader of the whole topic holds in the end. */
  private Map<String, String> held() {
    Map<String, String> held = new TreeMap<>();
    TopicTails.readAll(kafka, states).stream()
        .sorted(Comparator.comparingLong(TopicTails::seq))
        .forEach(r -> {
          if (r.value() == null) {
            held.remove(r.key());
          } else {
            held.put(r.key(), r.value());
          }
        });
    return held;
  }

  private static String whose(ConsumerRecord<String, String> told) {
    return told.key() + " " + TopicTails.header(told, CloudEventHeaders.BUREAU).orElse("");
  }

  @Test
  void firms_of_two_scopes_with_one_number_are_told_apart_by_key_and_header() throws Exception {
    say("firm-S1", "a");
    say("firm~b2~S1", "b", "c");
    number(now());
    tell(SCOPES);

    await()
        .untilAsserted(() ->
            assertThat(TopicTails.readAll(kafka, events))
                .extracting(StateKeysIT::whose)
                .containsExactlyInAnyOrder("firm-S1 home", "firm~b2~S1 b2", "firm~b2~S1 b2"));
    await()
        .untilAsserted(() -> assertThat(held()).isEqualTo(Map.of("home/S1", "a1", "b2/S1", "c2")));
  }

  @Test
  void what_is_told_by_another_stream_than_its_own_is_told_nobody() {
    Announcer wrong =
        new ScopedAnnouncer(
            event -> List.of(new Announcement(events, "firm-S2", "T", "x")),
            store,
            SCOPES,
            new StateRenaming(database.pool));
    say("firm~b2~S1", "b");
    StoredEvent event = store.load(List.of("firm~b2~S1")).await().indefinitely().getFirst();
    assertThatThrownBy(() -> wrong.announce(event)).hasMessageContaining("by another key");
  }

  @Test
  void states_told_before_stand_under_keys_with_their_scope_and_no_longer_without()
      throws Exception {
    say("firm-S1", "a", "b");
    say("firm-2023/15", "c");
    say("firm-S3", "d");
    number(before());
    tell(ToldScopes.NONE);
    // One changes before its key does, one while it does.
    say("firm-S3", "e");
    number(now());
    tell(SCOPES);
    upgrade();

    Map<String, String> all = Map.of("home/S1", "b2", "home/2023/15", "c1", "home/S3", "e2");
    await().untilAsserted(() -> assertThat(held()).isEqualTo(all));
    assertThat(database.ask("SELECT count(*) FROM event WHERE type = 'StateKeysRenamed'"))
        .isEqualTo("1");
    upgrade();
    assertThat(database.ask("SELECT count(*) FROM event WHERE type = 'StateKeysRenamed'"))
        .isEqualTo("1");
    assertThat(TopicTails.readAll(kafka, states).stream().filter(r -> r.value() == null))
        .extracting(StateKeysIT::whose)
        .containsExactlyInAnyOrder("S1 home", "2023/15 home", "S3 home");
  }

  /** Beside a program of before, which comes to lead once more while the processes are replaced. */
  @Test
  void what_an_older_program_told_meanwhile_gets_its_key_at_the_next_election() throws Exception {
    say("firm-S1", "a");
    number(before());
    tell(ToldScopes.NONE);
    upgrade();
    say("firm-S1", "b");
    number(before());
    tell(ToldScopes.NONE);
    upgrade();

    await().untilAsserted(() -> assertThat(held()).isEqualTo(Map.of("home/S1", "b2")));
  }

  @Test
  void a_change_that_is_numbered_with_the_renaming_is_what_stands_in_the_end() throws Exception {
    say("firm-S1", "a");
    number(before());
    tell(ToldScopes.NONE);
    vitals.elected(1, System.nanoTime() + 60_000_000_000L);
    say("firm-S1", "b");
    try (var job =
        new StateKeys(
            database.pool, List.of(states), SCOPES, vitals, Clock.systemUTC(), () -> {})) {
      job.turn();
      assertThat(job.turn()).as("the page is not told yet").isFalse();
    }
    say("firm-S1", "c");
    number(now());
    tell(SCOPES);

    await().untilAsserted(() -> assertThat(held()).isEqualTo(Map.of("home/S1", "c3")));
    assertThat(
            database.ask(
                "SELECT string_agg(key || '=' || value, ' ' ORDER BY seq, ordinal)"
                    + " FROM announcement WHERE topic LIKE '%.subjects.v1'"))
        .isEqualTo("S1=a1 home/S1=b3 S1= home/S1=c3");
  }

  @Test
  void the_count_and_root_that_are_signed_are_of_what_has_a_value() throws Exception {
    say("firm-S1", "a");
    say("firm-S2", "b");
    number(before());
    tell(ToldScopes.NONE);
    upgrade();
    assertThat(new StateRootsProbe(database.pool).count(states)).isEqualTo(2);
  }
}
