package cn.doublerandom.inspection.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleKey;
import cn.doublerandom.bureau.rules.RulePack;
import cn.doublerandom.bureau.rules.RulePacks;
import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.InMemoryEventStore;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Gate;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitDecider;
import cn.doublerandom.inspection.visit.VisitEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A visit that was held to the end is held; whatever it had taken over is owed by nobody. */
class UndoneVisitsTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 15);

  private static VisitCommand finish(String by) {
    return new VisitCommand.FinishInspection(
        by, DAY, new Due(DAY.plusDays(28), false, new DeadlineBasis("national-2019", 20, null)));
  }

  private static final CommandContext CONTEXT =
      new CommandContext(
          "draw.events.v1",
          Instant.EPOCH,
          Instant.EPOCH,
          "c",
          "c",
          Optional.empty(),
          OptionalLong.empty());

  /** It takes effect long after the draw. */
  private static final RulePack LATER =
      new RulePack(
          "visits-2025",
          "检查前的审批",
          "示例局",
          List.of(),
          LocalDate.of(2025, 1, 1),
          null,
          List.of(
              new RulePack.Rule(
                  RuleKey.VISIT_STEPS,
                  new RuleValue.VisitSteps(List.of(new RuleValue.Step("APPROVAL", "须经批准"))),
                  "办法",
                  "")),
          List.of());

  private final InMemoryEventStore store = new InMemoryEventStore();
  private final CommandHandler<VisitCommand, VisitEvent, Visit> handler =
      new CommandHandler<>(store, new VisitDecider(), new EventCodec<>(VisitEvent.class));
  private final DrawnVisits visits =
      new DrawnVisits(handler, new RuleBook(new RulePacks(List.of(LATER))));

  private static VisitCommand assigned(String draw, String subject, List<String> team) {
    return new VisitCommand.AssignVisit(
        new Assignment(
            DrawnVisits.visit(draw, subject),
            draw,
            "2023003",
            "002",
            subject,
            team,
            List.of(),
            DAY,
            DAY.plusDays(30),
            null,
            null),
        List.of());
  }

  private void ask(String visit, VisitCommand command) {
    visits.ask(Map.of(visit, command), CONTEXT, store).await().indefinitely();
  }

  private Visit state(String visit) {
    return handler.load(VisitStreams.VISIT.of(visit)).await().indefinitely().state();
  }

  @Test
  void of_a_practice_bureau_a_visit_is_asked_what_the_newest_rules_ask_for() {
    for (String draw : List.of("130534-2023001-001-1", "130534.practice-2023001-001-1")) {
      ask(DrawnVisits.visit(draw, "S"), assigned(draw, "S", List.of("JC001", "JC002")));
    }
    assertThat(task("130534-2023001-001-1-S").requires()).isEmpty();
    assertThat(task("130534.practice-2023001-001-1-S").requires())
        .containsExactly(new Gate(Gate.Step.APPROVAL, "须经批准"));
  }

  private Assignment task(String visit) {
    return state(visit).task().orElseThrow();
  }

  private void drawnAgain(String subject) {
    ask("d-1-" + subject, assigned("d-1", subject, List.of()));
    ask("d-1-" + subject, new VisitCommand.CancelVisit("检查组由 d-2 重新编成"));
    ask("d-2-" + subject, assigned("d-2", subject, List.of("JC001", "JC002")));
  }

  private void begun(String visit) {
    for (String by : List.of("JC001", "JC002")) {
      ask(
          visit,
          new VisitCommand.StartInspection(
              List.of("JC001", "JC002"), by, DAY, 2, "national-2019", Map.of()));
    }
  }

  @Test
  void what_was_visited_to_the_end_is_not_owed_and_what_was_only_begun_is() {
    List<String> subjects = List.of("S", "T", "U");
    subjects.forEach(this::drawnAgain);
    begun("d-2-T");
    begun("d-2-U");
    ask("d-2-U", finish("JC001"));
    ask("d-2-U", finish("JC002"));
    assertThat(state("d-2-U")).isInstanceOf(Visit.Finished.class);

    Map<String, VisitCommand> cancelled = new LinkedHashMap<>();
    subjects.forEach(s -> cancelled.put("d-2-" + s, new VisitCommand.CancelVisit("名单有误")));
    List<String> held = new ArrayList<>();
    visits
        .undo(
            cancelled,
            over -> {
              held.addAll(over);
              return Map.of(
                  "d-1-S", new VisitCommand.LoseTeam(), "d-1-T", new VisitCommand.LoseTeam());
            },
            CONTEXT,
            store)
        .await()
        .indefinitely();

    assertThat(held).containsExactly("d-2-U");
    assertThat(state("d-2-T")).isInstanceOf(Visit.Cancelled.class);
    assertThat(state("d-2-U")).isInstanceOf(Visit.Finished.class);
    assertThat(state("d-1-S")).isInstanceOf(Visit.Assigned.class);
    assertThat(state("d-1-T")).isInstanceOf(Visit.Assigned.class);
    assertThat(state("d-1-U")).isInstanceOf(Visit.Cancelled.class);
  }
}
