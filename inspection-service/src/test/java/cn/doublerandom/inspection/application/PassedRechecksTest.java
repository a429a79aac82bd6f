package cn.doublerandom.inspection.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.InMemoryEventStore;
import cn.doublerandom.eventstore.Mark;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.departure.Departure;
import cn.doublerandom.inspection.departure.DepartureCommand;
import cn.doublerandom.inspection.departure.DepartureDecider;
import cn.doublerandom.inspection.departure.DepartureEvent;
import cn.doublerandom.inspection.departure.DepartureRequest;
import cn.doublerandom.inspection.followup.FollowUp;
import cn.doublerandom.inspection.followup.FollowUpCommand;
import cn.doublerandom.inspection.followup.FollowUpDecider;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUpKind;
import cn.doublerandom.inspection.followup.FollowUps;
import cn.doublerandom.inspection.followup.OfVisit;
import cn.doublerandom.inspection.followup.RecheckVisit;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.KnownOfficer;
import cn.doublerandom.inspection.visit.OfficerDirectory;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitDecider;
import cn.doublerandom.inspection.visit.VisitEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What is planned for an officer who leaves goes on with the word by which it was agreed to. */
class PassedRechecksTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 6, 16);
  private static final String VISIT = "d-1-S";
  private static final String FIRST = VISIT + "-recheck-1-1";
  private static final String SECOND = VISIT + "-recheck-2-1";
  private static final String STREAM = VisitStreams.DEPARTURE.of("jc003");
  private static final Officer OFFICE = new Officer("c", "法制安全科", Officer.Reach.BUREAU);
  private static final DepartureRequest REQUEST =
      new DepartureRequest("JC003", "大队", TODAY.plusDays(14), "调到公路养护中心", "JC005", "lead", TODAY);
  private static final CommandContext CONTEXT =
      new CommandContext(
          "c", Instant.EPOCH, Instant.EPOCH, "c", "c", Optional.empty(), OptionalLong.empty());

  private final InMemoryEventStore kept = new InMemoryEventStore();

  /** A machine that breaks off after so many appends. */
  private final class Failing implements EventStore {
    private int left = Integer.MAX_VALUE;

    @Override
    public Uni<List<StoredEvent>> load(Collection<String> streams) {
      return kept.load(streams);
    }

    @Override
    public Uni<List<StoredEvent>> loadSince(Map<String, Mark> known) {
      return kept.loadSince(known);
    }

    @Override
    public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
      if (left == 0) {
        return Uni.createFrom().failure(new IllegalStateException("broken off"));
      }
      left--;
      return kept.append(appends, key);
    }

    @Override
    public Uni<Optional<AppendOutcome>> remembered(CommandKey key) {
      return kept.remembered(key);
    }
  }

  private final Failing store = new Failing();
  private final CommandHandler<DepartureCommand, DepartureEvent, Departure> departures =
      new CommandHandler<>(store, new DepartureDecider(), new EventCodec<>(DepartureEvent.class));
  private final CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps =
      new CommandHandler<>(store, new FollowUpDecider(), new EventCodec<>(FollowUpEvent.class));
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits =
      new CommandHandler<>(store, new VisitDecider(), new EventCodec<>(VisitEvent.class));
  private final List<String> unfit = new ArrayList<>();

  private final OfficerDirectory register =
      new OfficerDirectory() {
        @Override
        public CompletionStage<Map<String, String>> obstacles(List<String> team, LocalDate day) {
          return CompletableFuture.completedFuture(
              team.stream()
                  .filter(unfit::contains)
                  .collect(java.util.stream.Collectors.toMap(one -> one, one -> "NOT_ACTIVE")));
        }

        @Override
        public CompletionStage<List<KnownOfficer>> fit(LocalDate day, int most) {
          return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletionStage<List<KnownOfficer>> among(List<String> officers) {
          return CompletableFuture.completedFuture(List.of());
        }
      };

  private final PassedRechecks passed = new PassedRechecks(followUps, visits, register);

  private <E> void happened(String stream, EventCodec<E> codec, E event) {
    List<StoredEvent> before = kept.load(List.of(stream)).await().indefinitely();
    NewEvent next = codec.written(event, "{}");
    assertThat(
            kept.append(List.of(new Append(stream, before.size(), List.of(next))), Optional.empty())
                .await()
                .indefinitely())
        .isEqualTo(AppendOutcome.APPENDED);
  }

  private void departed(DepartureEvent event) {
    happened(STREAM, new EventCodec<>(DepartureEvent.class), event);
  }

  private void followed(FollowUpEvent event) {
    happened(FollowUpWork.stream(VISIT), new EventCodec<>(FollowUpEvent.class), event);
  }

  private void twoAreTobeLookedAtAgain() {
    happened(
        VisitStreams.VISIT.of(VISIT),
        new EventCodec<>(VisitEvent.class),
        new VisitEvent.VisitAssigned(
            new Assignment(
                VISIT,
                "d-1",
                "2023003",
                "002",
                "S",
                List.of("JC003", "JC004"),
                List.of(),
                TODAY.minusDays(60),
                TODAY,
                null,
                List.of("大队"))));
    var of = new OfVisit(VISIT, "d-1", "S", List.of("JC003", "JC004"), List.of("大队"));
    for (int number : List.of(1, 2)) {
      followed(
          new FollowUpEvent.FollowUpOpened(
              of,
              new FollowUp(
                  number,
                  FollowUpKind.CORRECTION,
                  "I-" + number,
                  "清交责改〔2023〕3号",
                  null,
                  TODAY.plusDays(9),
                  false,
                  List.of(),
                  0,
                  "JC003",
                  TODAY,
                  null,
                  null,
                  null,
                  null)));
      followed(
          new FollowUpEvent.RecheckPlanned(
              new RecheckVisit(
                  VISIT + "-recheck-" + number + "-1",
                  number,
                  TODAY.plusDays(3),
                  List.of("JC003", "JC006"),
                  "lead",
                  null)));
    }
    departed(new DepartureEvent.DepartureAsked(REQUEST));
  }

  private List<Rechecks.OwnRecheck> planned() {
    return known().rechecks().stream()
        .filter(visit -> visit.id().endsWith("-1"))
        .map(visit -> new Rechecks.OwnRecheck(visit, VISIT, "S", TODAY.plusDays(9)))
        .toList();
  }

  private FollowUps known() {
    return followUps.load(FollowUpWork.stream(VISIT)).await().indefinitely().state();
  }

  private List<List<String>> whoGoes() {
    return List.of(
        known().planned(1).orElseThrow().officers(), known().planned(2).orElseThrow().officers());
  }

  private Handled<DepartureEvent, Departure> does(DepartureCommand command) {
    return passed
        .following(REQUEST, planned(), TODAY)
        .flatMap(beside -> departures.handle(STREAM, command, CONTEXT, beside))
        .await()
        .indefinitely();
  }

  private static DepartureCommand again() {
    return new DepartureCommand.RepeatHandovers(OFFICE, TODAY, List.of(), List.of(FIRST, SECOND));
  }

  @Test
  void who_takes_over_is_planned_in_the_one_append_of_what_was_agreed_to() {
    twoAreTobeLookedAtAgain();
    store.left = 1;

    does(
        new DepartureCommand.AgreeDeparture(OFFICE, TODAY, List.of(VISIT), List.of(FIRST, SECOND)));

    assertThat(whoGoes()).containsOnly(List.of("JC005", "JC006"));
  }

  @Test
  void a_departure_that_broke_off_half_way_is_finished_when_it_is_asked_again_and_once() {
    twoAreTobeLookedAtAgain();
    departed(
        new DepartureEvent.DepartureAgreed("c", TODAY, List.of(VISIT), List.of(FIRST, SECOND)));
    assertThat(whoGoes()).containsOnly(List.of("JC003", "JC006"));

    does(again());
    assertThat(whoGoes()).containsOnly(List.of("JC005", "JC006"));

    FollowUps once = known();
    does(again());
    assertThat(known()).isEqualTo(once);
  }

  @Test
  void what_the_register_does_not_let_the_colleague_take_stays_until_it_does() {
    twoAreTobeLookedAtAgain();
    unfit.add("JC005");
    does(
        new DepartureCommand.AgreeDeparture(OFFICE, TODAY, List.of(VISIT), List.of(FIRST, SECOND)));
    assertThat(whoGoes()).containsOnly(List.of("JC003", "JC006"));

    unfit.clear();
    does(again());
    assertThat(whoGoes()).containsOnly(List.of("JC005", "JC006"));
  }
}
