package cn.doublerandom.publication.result;

import static cn.doublerandom.publication.PublicationRejection.NOT_YOUR_RESULT;
import static cn.doublerandom.publication.PublicationRejection.RECORDER_PUBLISHES;
import static cn.doublerandom.publication.PublicationRejection.RESULT_ALREADY_PUBLISHED;
import static cn.doublerandom.publication.PublicationRejection.RESULT_NOT_RECORDED;
import static cn.doublerandom.publication.PublicationRejection.RESULT_UNKNOWN;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.publication.result.ResultCommand.PublishResult;
import cn.doublerandom.publication.result.ResultCommand.ReceiveResult;
import cn.doublerandom.publication.result.ResultEvent.ResultPublished;
import cn.doublerandom.publication.result.ResultEvent.ResultReceived;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultDeciderTest {
  private static final LocalDate DUE = LocalDate.of(2023, 4, 14);
  private static final ResultContent CONTENT =
      new ResultContent(
          "d-1-S",
          "d-1",
          "2023001",
          "001",
          "S",
          "大队",
          LocalDate.of(2023, 3, 16),
          DUE,
          false,
          List.of("1"),
          List.of(new ResultContent.Finding("I-1", "经营行为", List.of("1"))),
          null,
          null,
          null);

  private static final Titles TITLES = new Titles("随机抽查001", "道路运输", "不定向抽查", "交通运输局");

  private final DeciderSpecification<ResultCommand, ResultEvent, Publication> result =
      DeciderSpecification.of(new ResultDecider());

  private static PublishResult publish(String unit, LocalDate on) {
    return new PublishResult("publisher", unit, "甲公司", "11130534MB00000001", on, TITLES);
  }

  private static final MissingResult MISSING =
      new MissingResult(
          "d-1-S", "d-1", "2023001", "001", "S", LocalDate.of(2023, 3, 16), DUE, false);

  @Test
  void a_result_missing_after_its_last_day_is_noted_until_it_is_recorded() {
    var note = new ResultCommand.NoteMissing(MISSING);
    result.given().when(note).then(new ResultEvent.ResultMissed(MISSING));
    var missed = result.given(new ResultEvent.ResultMissed(MISSING));
    missed.when(note).then();
    missed.when(publish("大队", DUE)).thenRejected(RESULT_NOT_RECORDED);
    missed.when(new ReceiveResult(CONTENT)).then(new ResultReceived(CONTENT));
    result.given(new ResultReceived(CONTENT)).when(note).then();
    var basis = new DeadlineBasis("national-2019", 20, "国办发明电〔2022〕16号");
    var move = new ResultCommand.MoveDeadline(new Due(DUE.plusDays(3), false, basis));
    missed.when(move).then(new ResultEvent.PublicationDeadlineMoved(DUE.plusDays(3), false, basis));
    missed.having(move).when(move).then();
  }

  private static final MissingVisit NOT_HELD =
      new MissingVisit(
          "d-1-S", "d-1", "2023001", "001", "S", LocalDate.of(2023, 3, 10), false, null);
  private static final ResultCommand NOTE_NOT_HELD = new ResultCommand.NoteNotHeld(NOT_HELD);

  private static ResultCommand settle(String outcome) {
    return new ResultCommand.NoteSettled(outcome, DUE);
  }

  @Test
  void a_visit_that_was_not_held_is_noted_once_and_has_nothing_to_publish() {
    result.given().when(NOTE_NOT_HELD).then(new ResultEvent.VisitMissed(NOT_HELD));
    var missed = result.given(new ResultEvent.VisitMissed(NOT_HELD));
    missed.when(NOTE_NOT_HELD).then();
    missed.when(publish("大队", DUE)).thenRejected(RESULT_NOT_RECORDED);
    var basis = new DeadlineBasis("national-2019", 20, "国办发明电〔2022〕16号");
    missed.when(new ResultCommand.MoveDeadline(new Due(DUE, false, basis))).then();
    result.given(new ResultReceived(CONTENT)).when(NOTE_NOT_HELD).then();
  }

  /** The teams of a draw may be drawn again, and that round be voided: then it is owed anew. */
  @Test
  void a_visit_that_fell_away_and_is_not_held_again_is_noted_again() {
    result
        .given(
            new ResultEvent.VisitMissed(NOT_HELD),
            new ResultEvent.VisitSettled("CANCELLED", LocalDate.of(2023, 4, 1)))
        .when(NOTE_NOT_HELD)
        .then(new ResultEvent.VisitMissed(NOT_HELD));
    result
        .given(
            new ResultEvent.VisitMissed(NOT_HELD),
            new ResultEvent.VisitSettled("FINISHED", LocalDate.of(2023, 4, 1)))
        .when(NOTE_NOT_HELD)
        .then();
  }

  @Test
  void a_visit_that_was_not_held_is_settled_once_and_its_result_is_received_after_all() {
    result.given().when(settle("CANCELLED")).then();
    var missed = result.given(new ResultEvent.VisitMissed(NOT_HELD));
    missed.when(settle("CANCELLED")).then(new ResultEvent.VisitSettled("CANCELLED", DUE));
    var finished = missed.having(settle("FINISHED"));
    finished.when(settle("FINISHED")).then();
    finished.when(NOTE_NOT_HELD).then();
    finished.when(publish("大队", DUE)).thenRejected(RESULT_NOT_RECORDED);
    finished
        .when(new ResultCommand.NoteMissing(MISSING))
        .then(new ResultEvent.ResultMissed(MISSING));
    finished.when(new ReceiveResult(CONTENT)).then(new ResultReceived(CONTENT));
    var again = result.given(new ResultEvent.VisitMissed(NOT_HELD));
    again.when(new ReceiveResult(CONTENT)).then(new ResultReceived(CONTENT));
    again.when(new ResultCommand.NoteMissing(MISSING)).then(new ResultEvent.ResultMissed(MISSING));
  }

  @Test
  void a_result_of_a_visit_after_its_window_is_never_in_time_however_soon_it_is_public() {
    result
        .given(
            new ResultEvent.VisitMissed(NOT_HELD),
            new ResultEvent.VisitSettled("FINISHED", DUE),
            new ResultReceived(CONTENT))
        .when(publish("大队", DUE))
        .then(
            new ResultPublished(
                "甲公司", DUE, false, "11130534MB00000001/2023-d-1-S", "publisher", TITLES));
  }

  @Test
  void who_inspected_publishes_and_nobody_else() {
    result
        .given(new ResultReceived(CONTENT))
        .when(publish("别的单位", DUE))
        .thenRejected(NOT_YOUR_RESULT);
    result
        .given(new ResultReceived(CONTENT))
        .when(publish("大队", DUE))
        .then(
            new ResultPublished(
                "甲公司", DUE, true, "11130534MB00000001/2023-d-1-S", "publisher", TITLES));
  }

  private static ResultContent ofUnits(List<String> units) {
    return new ResultContent(
        CONTENT.resultId(),
        CONTENT.drawId(),
        CONTENT.planId(),
        CONTENT.taskId(),
        CONTENT.subjectId(),
        CONTENT.unit(),
        CONTENT.finishedOn(),
        DUE,
        false,
        CONTENT.codes(),
        CONTENT.findings(),
        units,
        "JC001",
        null);
  }

  @Test
  void any_unit_of_the_team_publishes_and_never_the_one_who_recorded() {
    var received = result.given(new ResultReceived(ofUnits(List.of("大队", "安全科"))));
    received
        .when(publish("安全科", DUE))
        .then(
            new ResultPublished(
                "甲公司", DUE, true, "11130534MB00000001/2023-d-1-S", "publisher", TITLES));
    received.when(publish("别的单位", DUE)).thenRejected(NOT_YOUR_RESULT);
    for (String account : List.of("JC001", "jc001 ")) {
      for (String unit : List.of("大队", "安全科")) {
        received
            .when(new PublishResult(account, unit, "甲公司", "11130534MB00000001", DUE, TITLES))
            .thenRejected(RECORDER_PUBLISHES);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000", "\u200b"})
  void what_a_unit_without_a_name_recorded_is_published_by_none(String nobody) {
    var nameless =
        new ResultContent(
            CONTENT.resultId(),
            CONTENT.drawId(),
            CONTENT.planId(),
            CONTENT.taskId(),
            CONTENT.subjectId(),
            nobody,
            CONTENT.finishedOn(),
            DUE,
            false,
            CONTENT.codes(),
            CONTENT.findings(),
            List.of(nobody, "大队"),
            null,
            null);
    result
        .given(new ResultReceived(nameless))
        .when(publish(nobody, DUE))
        .thenRejected(NOT_YOUR_RESULT);
    result
        .given(new ResultReceived(CONTENT))
        .when(publish(nobody, DUE))
        .thenRejected(NOT_YOUR_RESULT);
  }

  @Test
  void a_new_holiday_notice_moves_an_open_deadline_and_leaves_a_closed_one() {
    var basis = new DeadlineBasis("national-2019", 20, "国办发明电〔2022〕16号");
    var move = new ResultCommand.MoveDeadline(new Due(DUE.plusDays(3), false, basis));
    var received = result.given(new ResultReceived(CONTENT));
    received
        .when(move)
        .then(new ResultEvent.PublicationDeadlineMoved(DUE.plusDays(3), false, basis));
    received.having(move).when(move).then();
    received
        .having(move)
        .when(publish("大队", DUE.plusDays(3)))
        .then(
            new ResultPublished(
                "甲公司",
                DUE.plusDays(3),
                true,
                "11130534MB00000001/2023-d-1-S",
                "publisher",
                TITLES));
    received.having(publish("大队", DUE)).when(move).then();
  }

  @Test
  void a_result_published_after_its_deadline_is_public_and_marked_late() {
    result
        .given(new ResultReceived(CONTENT))
        .when(publish("大队", DUE.plusDays(1)))
        .then(
            new ResultPublished(
                "甲公司",
                DUE.plusDays(1),
                false,
                "11130534MB00000001/2023-d-1-S",
                "publisher",
                TITLES));
  }

  @Test
  void a_result_is_published_once_and_only_if_it_was_recorded() {
    result.given().when(publish("大队", DUE)).thenRejected(RESULT_UNKNOWN);
    result
        .given(new ResultReceived(CONTENT))
        .having(publish("大队", DUE))
        .when(publish("大队", DUE))
        .thenRejected(RESULT_ALREADY_PUBLISHED);
    result.given(new ResultReceived(CONTENT)).when(new ReceiveResult(CONTENT)).then();
  }

  @Test
  void what_became_public_before_titles_were_frozen_gets_them_once_and_nothing_else_does() {
    var freeze = new ResultCommand.FreezeTitles(TITLES);
    var old =
        result.given(
            new ResultReceived(CONTENT),
            new ResultPublished("甲公司", DUE, true, "1113/2023-d-1-S", "publisher", null));
    old.when(freeze).then(new ResultEvent.TitlesFrozen(TITLES));
    old.having(freeze).when(freeze).then();
    result.given(new ResultReceived(CONTENT)).having(publish("大队", DUE)).when(freeze).then();
    result.given(new ResultReceived(CONTENT)).when(freeze).then();
    result.given().when(freeze).then();
  }
}
