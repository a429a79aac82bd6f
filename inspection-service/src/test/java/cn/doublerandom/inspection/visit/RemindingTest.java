package cn.doublerandom.inspection.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.bureau.time.Reminder;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.eventstore.decider.ProcessRules.Reaction;
import cn.doublerandom.inspection.visit.VisitCommand.NoteApproach;
import cn.doublerandom.inspection.visit.VisitEvent.DeadlineApproached;
import cn.doublerandom.inspection.visit.VisitEvent.DeadlineBreached;
import cn.doublerandom.inspection.visit.VisitEvent.DeadlineMoved;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionFinished;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 期限提醒: whoever has not recorded yet is told in time, and nobody is told twice. */
class RemindingTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 16);
  private static final LocalDate DUE = LocalDate.of(2023, 4, 14);
  private static final LocalDate MOVED = LocalDate.of(2023, 4, 17);
  private static final DeadlineBasis BASIS = new DeadlineBasis("national-2019", 20, "通知");
  private static final Reminder TEN = new Reminder(LocalDate.of(2023, 3, 30), 10);
  private static final Reminder FIVE = new Reminder(LocalDate.of(2023, 4, 7), 5);
  private static final Reminder LAST = new Reminder(DUE, 0);
  private static final Due SOON = new Due(DUE, false, BASIS, List.of(TEN, FIVE, LAST));
  private static final List<String> TEAM = List.of("JT001", "JT003");
  private static final String STREAM = "visit-130534/d-1-S";

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given finished() {
    return visit
        .given(
            new VisitAssigned(
                new Assignment(
                    "d-1-S",
                    "d-1",
                    "2023001",
                    "001",
                    "S",
                    TEAM,
                    List.of(new Assignment.Item("I-1", "经营行为")),
                    LocalDate.of(2023, 3, 1),
                    LocalDate.of(2023, 11, 30),
                    null,
                    List.of("大队"))))
        .having(new VisitCommand.StartInspection(TEAM, "JT001", DAY, 2, "national-2019", Map.of()))
        .having(new VisitCommand.StartInspection(TEAM, "JT003", DAY, 2, "national-2019", Map.of()))
        .having(
            new VisitCommand.CheckItem(
                new Answer("I-1", List.of("1"), ""),
                "JT001",
                new ResultRule(List.of(), List.of(), Map.of(), "national-2019"),
                DAY))
        .having(new VisitCommand.FinishInspection("JT001", DAY, SOON))
        .having(new VisitCommand.FinishInspection("JT003", DAY, SOON));
  }

  private static NoteApproach on(Reminder reminder) {
    return new NoteApproach(reminder.on());
  }

  @Test
  void the_end_of_a_visit_keeps_the_days_on_which_somebody_is_reminded() {
    var told = new InspectionFinished(DAY, DUE, false, BASIS, null, null, SOON.reminders());
    assertThat(new ReminderWatch().react(STREAM, told))
        .containsExactly(
            new Reaction.SetTimer(STREAM + "/10", Instant.parse("2023-03-30T00:00:00Z")),
            new Reaction.SetTimer(STREAM + "/5", Instant.parse("2023-04-07T00:00:00Z")),
            new Reaction.SetTimer(STREAM + "/0", Instant.parse("2023-04-14T00:00:00Z")));
    assertThat(new ReminderWatch().onDue(STREAM + "/10", Instant.parse("2023-03-30T00:00:00Z")))
        .isEqualTo(on(TEN));
  }

  @Test
  void who_finished_before_there_were_reminders_is_not_reminded() {
    var old = new InspectionFinished(DAY, DUE, false, BASIS, null, null);
    assertThat(new ReminderWatch().react(STREAM, old)).isEmpty();
  }

  @Test
  void each_day_is_said_once_with_the_working_days_that_are_left() {
    finished().when(new NoteApproach(TEN.on().minusDays(1))).then();
    finished().when(on(TEN)).then(new DeadlineApproached(DUE, 10));
    finished().having(on(TEN)).when(on(TEN)).then();
    finished().having(on(TEN)).when(on(FIVE)).then(new DeadlineApproached(DUE, 5));
    finished().having(on(TEN)).having(on(FIVE)).when(on(LAST)).then(new DeadlineApproached(DUE, 0));
  }

  @Test
  void a_suite_that_was_away_for_a_week_says_only_what_is_left_now() {
    finished().when(on(FIVE)).then(new DeadlineApproached(DUE, 5));
    finished().having(on(FIVE)).when(on(TEN)).then();
  }

  @Test
  void what_is_recorded_or_late_is_not_called_due_soon() {
    SignedRecord.by(finished(), DAY, "JT001", "JT003")
        .having(new VisitCommand.RecordResult("JT001", "大队", DAY))
        .when(on(TEN))
        .then();
    finished().when(new NoteApproach(DUE.plusDays(1))).then();
    finished().having(new VisitCommand.NoteDeadline(DUE.plusDays(1))).when(on(LAST)).then();
  }

  @Test
  void a_deadline_that_moved_is_called_due_soon_by_its_new_days() {
    var later =
        new Due(
            MOVED,
            false,
            BASIS,
            List.of(new Reminder(LocalDate.of(2023, 3, 31), 10), new Reminder(MOVED, 0)));
    LocalDate noticed = LocalDate.of(2023, 4, 3);
    var moved = new DeadlineMoved(MOVED, false, BASIS, List.of(new Reminder(MOVED, 0)));
    finished().when(new VisitCommand.MoveDeadline(later, noticed)).then(moved);
    finished()
        .having(new VisitCommand.MoveDeadline(later, noticed))
        .when(new NoteApproach(MOVED))
        .then(new DeadlineApproached(MOVED, 0));
    finished().having(new VisitCommand.MoveDeadline(later, noticed)).when(on(LAST)).then();
    finished()
        .having(new VisitCommand.NoteDeadline(DUE.plusDays(1)))
        .when(new VisitCommand.MoveDeadline(later, MOVED.plusDays(1)))
        .then(new DeadlineMoved(MOVED, false, BASIS), new DeadlineBreached(MOVED));
  }
}
