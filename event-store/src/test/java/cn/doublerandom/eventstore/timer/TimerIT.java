package cn.doublerandom.eventstore.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.ProcessRules;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant NOON = Instant.parse("2023-03-15T04:00:00Z");
  private static final StreamNames NAMES =
      new StreamNames(List.of(new StreamKind("case")), List.of());

  sealed interface Event {
    record Opened(Instant due) implements Event {}

    record Closed(String how) implements Event {}

    record Expired(Instant at) implements Event {}
  }

  record Expire(Instant at) {}

  /** A deadline per stream; "poison" can never be decided. */
  private static final class Rules
      implements Decider<Expire, Event, List<Event>>, ProcessRules<Expire, Event> {
    private final String name;

    Rules(String name) {
      this.name = name;
    }

    @Override
    public List<Event> initial() {
      return List.of();
    }

    @Override
    public Decision<Event> decide(Expire command, List<Event> events) {
      if (events.stream().anyMatch(e -> e.equals(new Event.Closed("poison")))) {
        throw new IllegalStateException("cannot be decided");
      }
      return Decision.accept(new Event.Expired(command.at()));
    }

    @Override
    public List<Event> evolve(List<Event> events, Event event) {
      var more = new ArrayList<>(events);
      more.add(event);
      return List.copyOf(more);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String streams() {
      return "case-";
    }

    @Override
    public List<Reaction> react(String stream, Event event) {
      return switch (event) {
        case Event.Opened(var due) -> List.of(new Reaction.SetTimer(stream, due));
        case Event.Closed(var how) ->
            how.equals("poison") ? List.of() : List.of(new Reaction.CancelTimer(stream));
        case Event.Expired expired -> List.of();
      };
    }

    @Override
    public Expire onDue(String timer, Instant now) {
      return new Expire(now);
    }
  }

  private final EventCodec<Event> codec = new EventCodec<>(Event.class);
  private final Vitals vitals = new Vitals();
  private TestDatabase database;
  private LedgerLeader leader;
  private TimedProcess<Expire, Event, List<Event>> process;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    leader = new LedgerLeader(database.pool, e -> List.of(), () -> {}, vitals);
    process =
        new TimedProcess<>(
            new Rules("expiry"),
            new CommandHandler<>(
                new PostgresEventStore(database.pool, () -> {}), new Rules("expiry"), codec));
    leader.turn();
  }

  @AfterEach
  void stop() {
    leader.close();
    database.close();
  }

  private void append(String stream, long version, Event event) {
    new PostgresEventStore(database.pool, () -> {})
        .append(
            List.of(
                new Append(
                    stream,
                    version,
                    List.of(
                        new NewEvent(
                            NewEvent.newId(), codec.typeOf(event), codec.encode(event), "{}")))),
            Optional.empty())
        .await()
        .indefinitely();
    number();
  }

  /** Whatever else is open in the database, its own housekeeping too, holds the numbering back. */
  private void number() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    do {
      leader.turn();
    } while (isAnyUnnumbered() && System.nanoTime() < end);
  }

  private boolean isAnyUnnumbered() {
    try {
      return !database
          .ask("SELECT count(*) FROM event WHERE position NOT IN (SELECT position FROM ledger)")
          .equals("0");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void follow() {
    var job = new ProcessJob(database.pool, process);
    while (job.turn()) {
      // until every entry was seen
    }
  }

  private TimerJob timers(Vitals whose, Instant now) {
    return new TimerJob(
        database.pool, List.of(process), NAMES, Clock.fixed(now, ZoneOffset.UTC), whose);
  }

  private String expired() throws SQLException {
    return database.ask("SELECT count(*) FROM event WHERE type = 'Expired'");
  }

  @Test
  void a_timer_fires_once_when_it_is_due_and_its_event_is_the_record_of_it() throws Exception {
    append("case-1", 0, new Event.Opened(NOON));
    follow();
    timers(vitals, NOON.minusSeconds(1)).turn();
    assertThat(expired()).isEqualTo("0");

    timers(vitals, NOON).turn();
    timers(vitals, NOON.plusSeconds(60)).turn();

    assertThat(expired()).isEqualTo("1");
    assertThat(database.ask("SELECT count(*) FROM timer")).isEqualTo("0");
    assertThat(database.ask("SELECT metadata::json ->> 'actor' FROM event WHERE type = 'Expired'"))
        .isEqualTo("timer expiry");
  }

  @Test
  void a_case_closed_in_time_never_expires() throws Exception {
    append("case-1", 0, new Event.Opened(NOON));
    append("case-1", 1, new Event.Closed("done"));
    follow();
    timers(vitals, NOON.plusSeconds(60)).turn();

    assertThat(expired()).isEqualTo("0");
  }

  @Test
  void two_bureaus_have_a_case_of_the_same_number_and_each_expires_for_itself() throws Exception {
    append("case-1", 0, new Event.Opened(NOON));
    append("case~130534.scjg~1", 0, new Event.Opened(NOON.plusSeconds(60)));
    append("case~130535~1", 0, new Event.Opened(NOON));
    append("case~130535~1", 1, new Event.Closed("done"));
    follow();
    assertThat(database.ask("SELECT string_agg(id, ' ' ORDER BY id) FROM timer"))
        .isEqualTo("expiry/130534.scjg~case-1 expiry/case-1");

    timers(vitals, NOON).turn();
    assertThat(expiredStreams()).isEqualTo("case-1");
    timers(vitals, NOON.plusSeconds(60)).turn();

    assertThat(expiredStreams()).isEqualTo("case-1 case~130534.scjg~1");
    assertThat(
            database.ask(
                "SELECT string_agg(DISTINCT metadata::json ->> 'causationId', ' ') FROM event"
                    + " WHERE type = 'Expired'"))
        .as("within a bureau nothing says that there are others")
        .isEqualTo("case-1");
  }

  private String expiredStreams() throws SQLException {
    return database.ask(
        "SELECT string_agg(stream_id, ' ' ORDER BY stream_id) FROM event WHERE type = 'Expired'");
  }

  @Test
  void following_the_ledger_again_sets_no_timer_a_second_time() throws Exception {
    append("case-1", 0, new Event.Opened(NOON));
    follow();
    timers(vitals, NOON).turn();
    follow();
    follow();
    timers(vitals, NOON.plus(Duration.ofDays(1))).turn();

    assertThat(expired()).isEqualTo("1");
  }

  @Test
  void a_process_that_is_new_watches_what_was_open_before_it_came() throws Exception {
    append("case-1", 0, new Event.Opened(NOON));
    append("case-2", 0, new Event.Opened(NOON));
    append("case-2", 1, new Event.Closed("done"));
    follow();
    database.ask("DELETE FROM timer RETURNING id");
    follow();
    timers(vitals, NOON).turn();
    assertThat(expired()).as("what has followed to the end sees nothing again").isEqualTo("0");

    var later = new Rules("later");
    process =
        new TimedProcess<>(
            later,
            new CommandHandler<>(new PostgresEventStore(database.pool, () -> {}), later, codec));
    follow();
    timers(vitals, NOON).turn();

    assertThat(database.ask("SELECT string_agg(stream_id, ',') FROM event WHERE type = 'Expired'"))
        .isEqualTo("case-1");
  }

  @Test
  void a_leader_that_was_paused_and_overtaken_fires_nothing() throws Exception {
    append("case-1", 0, new Event.Opened(NOON));
    follow();
    var paused = new Vitals();
    // The paused one believes in the epoch of before; meanwhile another has taken over.
    var old = new LedgerLeader(database.pool, e -> List.of(), () -> {}, paused);
    leader.close();
    old.turn();
    database.ask("UPDATE leader SET epoch = epoch + 1 RETURNING epoch");
    assertThat(paused.isLeader()).isTrue();

    assertThatThrownBy(() -> timers(paused, NOON).turn())
        .hasMessageContaining("another leader has taken over");
    assertThat(expired()).isEqualTo("0");
    old.close();
    leader.turn();
    timers(vitals, NOON).turn();
    assertThat(expired()).isEqualTo("1");
  }

  @Test
  void many_due_timers_fire_once_each_though_two_fire_them_together() throws Exception {
    for (int i = 0; i < 60; i++) {
      append("case-" + i, 0, new Event.Opened(NOON));
    }
    follow();
    var first = CompletableFuture.runAsync(() -> timers(vitals, NOON).turn());
    var second = CompletableFuture.runAsync(() -> timers(vitals, NOON).turn());
    first.join();
    second.join();

    assertThat(expired()).isEqualTo("60");
    assertThat(database.ask("SELECT count(DISTINCT stream_id) FROM event WHERE type = 'Expired'"))
        .isEqualTo("60");
  }

  @Test
  void a_timer_that_cannot_fire_is_told_and_keeps_no_other_from_firing() throws Exception {
    append("case-0", 0, new Event.Opened(NOON.minusSeconds(9)));
    append("case-0", 1, new Event.Closed("poison"));
    append("case-1", 0, new Event.Opened(NOON));
    follow();
    timers(vitals, NOON).turn();

    assertThat(expired()).isEqualTo("1");
    assertThat(vitals.troubles().get(TimerJob.PART)).contains("case-0").contains("decided");
    assertThat(database.ask("SELECT attempts FROM timer")).isEqualTo("1");
  }

  @Test
  void a_timer_that_fires_at_last_or_is_cancelled_is_no_trouble_any_more() throws Exception {
    for (String stream : List.of("case-0", "case-1")) {
      append(stream, 0, new Event.Opened(NOON));
      append(stream, 1, new Event.Closed("poison"));
    }
    follow();
    TimerJob stubborn = timers(vitals, NOON);
    stubborn.turn();
    assertThat(vitals.troubles().get(TimerJob.PART)).contains("case-0");

    append("case-0", 2, new Event.Closed("done"));
    follow();
    stubborn.turn();
    assertThat(vitals.troubles().get(TimerJob.PART)).contains("case-1");
    append("case-1", 2, new Event.Closed("done"));
    follow();
    stubborn.turn();

    assertThat(vitals.troubles()).isEmpty();
  }
}
