package cn.doublerandom.publication.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.figures.CoverageShare;
import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeCodec;
import cn.doublerandom.publication.notice.NoticeDecider;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.result.FormerResult;
import cn.doublerandom.publication.result.MissingResult;
import cn.doublerandom.publication.result.MissingVisit;
import cn.doublerandom.publication.result.ResultCodec;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultDecider;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.result.VisitNotice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Results as they are shown, and the figures of years that are kept with them. */
class YearFiguresTest {
  private static final EventCodec<NoticeEvent> NOTICES = NoticeCodec.ofEvents();
  private static final EventCodec<ResultEvent> RESULTS = ResultCodec.ofEvents();
  private static final LocalDate FINISHED = LocalDate.of(2023, 3, 16);
  private static final LocalDate DUE = LocalDate.of(2023, 4, 14);
  private static final DeadlineBasis BASIS =
      new DeadlineBasis("national-2019", 20, "国办发明电〔2022〕16号");
  private static final String INDEX = "11130534MB00000001/2023-d-1-S";

  private static final ResultEvent MISSED =
      new ResultEvent.ResultMissed(
          new MissingResult("d-1-S", "d-1", "2023001", "001", "S", FINISHED, DUE, false));
  private static final ResultEvent RECEIVED = new ResultEvent.ResultReceived(content("S", DUE));
  private static final ResultEvent PUBLISHED = published(true);
  private static final KnownSubject FIRM = firm("ENTERPRISE", "ACTIVE", null);

  private static final MissingVisit NOT_HELD =
      new MissingVisit(
          "d-1-S", "d-1", "2023001", "001", "S", LocalDate.of(2022, 11, 30), true, null);
  private static final ResultEvent VISIT_MISSED = new ResultEvent.VisitMissed(NOT_HELD);

  private static ResultEvent settled(String outcome) {
    return new ResultEvent.VisitSettled(outcome, FINISHED);
  }

  private static ResultEvent published(boolean onTime) {
    return new ResultEvent.ResultPublished("甲公司", DUE, onTime, INDEX, "publisher", null);
  }

  private static ResultContent content(String subject, LocalDate due) {
    return new ResultContent(
        "d-1-" + subject,
        "d-1",
        "2023001",
        "001",
        subject,
        "大队",
        FINISHED,
        due,
        false,
        List.of("1"),
        List.of(new ResultContent.Finding("I-1", "经营行为", List.of("1"))),
        null,
        null,
        null);
  }

  private static KnownSubject firm(String kind, String status, @Nullable Standing standing) {
    return new KnownSubject(
        "S", "甲公司", kind, status, "行政审批局", LocalDate.of(2018, 5, 2), standing, null);
  }

  private static ProjectionSpecification results() {
    return ProjectionSpecification.over(log ->
        new NoticeProjection(
            new NoticeView(),
            new CommandHandler<>(log, new NoticeDecider(), NOTICES),
            new CommandHandler<>(log, new ResultDecider(), RESULTS)));
  }

  private static ProjectionSpecification of(ResultEvent... events) {
    return results().given(RESULTS, PublicationStreams.RESULT.of("d-1-S"), events);
  }

  private static ProjectionSpecification and(ProjectionSpecification given, KnownSubject subject) {
    return given.given(
        NOTICES,
        PublicationStreams.KNOWN_SUBJECT.of(subject.id()),
        new NoticeEvent.SubjectNoted(subject));
  }

  private static ResultNotice shown(ResultEvent... events) {
    Map<String, ResultNotice> rows = of(events).rows("result_view", ResultNotice.class);
    assertThat(rows).containsOnlyKeys("d-1-S");
    return rows.values().iterator().next();
  }

  private static Map<String, YearFigure> years(ProjectionSpecification given) {
    return given.rows("year_figure_view", YearFigure.class);
  }

  private static YearFigure recorded(long recorded, long unrecorded, long published, long onTime) {
    return new YearFigure(2023, Map.of(), Map.of(), recorded, unrecorded, 0, published, onTime, 0);
  }

  private static YearFigure turning(int year, long entries) {
    return new YearFigure(year, Map.of("ENTERPRISE", entries), Map.of(), 0, 0, 0, 0, 0, 0);
  }

  @Test
  void a_result_is_open_until_it_is_published() {
    assertThat(shown(RECEIVED)).isEqualTo(new ResultNotice(content("S", DUE), null, null, null));
    assertThat(shown(RECEIVED, PUBLISHED))
        .isEqualTo(
            new ResultNotice(
                content("S", DUE),
                new ResultNotice.Published(
                    "甲公司", DUE, true, INDEX, null, null, null, null, null, null, null, null),
                null,
                null));
  }

  @Test
  void
      a_corrected_result_counts_as_published_once_a_withdrawn_one_apart_and_both_say_what_became_of_them() {
    LocalDate on = DUE.plusDays(6);
    var corrected =
        new ResultEvent.ResultCorrected(
            content("S", DUE).findings(), List.of("A", "D"), "录入有误", "JC009", "c", on);
    var asked = new ResultEvent.WithdrawalAsked("对象有误", "JC009", on);
    var withdrawn = new ResultEvent.PublicationWithdrawn("对象有误", "JC009", "c", on);

    ResultNotice waiting = shown(RECEIVED, PUBLISHED, corrected, asked);
    ResultNotice gone = shown(RECEIVED, PUBLISHED, corrected, asked, withdrawn);

    assertThat(waiting.content().codes()).containsExactly("A", "D");
    assertThat(waiting.published())
        .isEqualTo(
            new ResultNotice.Published(
                "甲公司",
                DUE,
                true,
                INDEX,
                List.of(
                    new FormerResult(
                        content("S", DUE).codes(), content("S", DUE).findings(), DUE, on, "录入有误")),
                null,
                "JC009",
                null,
                null,
                null,
                null,
                null));
    assertThat(gone.published()).isNotNull();
    assertThat(gone.published().withdrawn()).isEqualTo(new ResultNotice.Withdrawal(on, "对象有误"));
    assertThat(gone.published().changeAskedBy()).isNull();
    assertThat(years(of(RECEIVED, PUBLISHED, corrected, asked)))
        .isEqualTo(years(of(RECEIVED, PUBLISHED)));
    assertThat(years(of(RECEIVED, PUBLISHED, corrected, asked, withdrawn)))
        .isEqualTo(Map.of("2023", new YearFigure(2023, Map.of(), Map.of(), 0, 0, 0, 0, 0, 1)));
  }

  @Test
  void a_result_that_is_missing_is_shown_as_missing_until_it_comes() {
    ResultNotice missing = shown(MISSED);
    assertThat(missing.recorded()).isFalse();
    assertThat(missing.content().dueOn()).isEqualTo(DUE);
    assertThat(shown(MISSED, RECEIVED))
        .isEqualTo(new ResultNotice(content("S", DUE), null, null, null));
  }

  @Test
  void a_new_holiday_notice_moves_the_last_day_of_what_is_not_public() {
    LocalDate later = DUE.plusDays(3);
    var moved = new ResultEvent.PublicationDeadlineMoved(later, false, BASIS);
    assertThat(shown(RECEIVED, moved))
        .isEqualTo(new ResultNotice(content("S", later), null, null, null));
    assertThat(shown(MISSED, moved).content().dueOn()).isEqualTo(later);
  }

  @Test
  void each_result_counts_once_in_its_year_whatever_became_of_it() {
    assertThat(years(of(MISSED))).isEqualTo(Map.of("2023", recorded(0, 1, 0, 0)));
    assertThat(years(of(MISSED, RECEIVED))).isEqualTo(Map.of("2023", recorded(1, 0, 0, 0)));
    assertThat(years(of(MISSED, RECEIVED, PUBLISHED)))
        .isEqualTo(Map.of("2023", recorded(1, 0, 1, 1)));
    assertThat(years(of(RECEIVED, published(false))))
        .isEqualTo(Map.of("2023", recorded(1, 0, 1, 0)));
  }

  private static YearFigure owed(long visits) {
    return new YearFigure(2022, Map.of(), Map.of(), 0, 0, visits, 0, 0, 0);
  }

  private static VisitNotice missed(ResultEvent... events) {
    Map<String, VisitNotice> rows = of(events).rows("not_held_view", VisitNotice.class);
    assertThat(rows).containsOnlyKeys("d-1-S");
    return rows.values().iterator().next();
  }

  @Test
  void a_visit_that_was_not_held_is_listed_until_it_has_a_result_or_falls_away() {
    assertThat(missed(VISIT_MISSED)).isEqualTo(new VisitNotice(NOT_HELD, null));
    assertThat(missed(VISIT_MISSED, settled("CANCELLED")))
        .isEqualTo(new VisitNotice(NOT_HELD, "CANCELLED"));
    VisitNotice finished = missed(VISIT_MISSED, settled("FINISHED"));
    assertThat(finished).isEqualTo(new VisitNotice(NOT_HELD, "FINISHED"));
    assertThat(finished.open()).isFalse();
    assertThat(finished.owed()).as("its result is still to come").isTrue();
    for (List<ResultEvent> late :
        List.of(
            List.of(VISIT_MISSED, settled("FINISHED"), RECEIVED, PUBLISHED),
            List.of(VISIT_MISSED, settled("FINISHED"), MISSED, RECEIVED),
            List.of(VISIT_MISSED, RECEIVED),
            List.of(VISIT_MISSED, MISSED))) {
      assertThat(missed(late.toArray(ResultEvent[]::new)))
          .isEqualTo(new VisitNotice(NOT_HELD, "RECORDED"));
    }
    assertThat(of(RECEIVED, PUBLISHED).rows("not_held_view")).isEmpty();
  }

  @Test
  void a_result_of_a_visit_after_its_window_says_so() {
    LocalDate windowTo = NOT_HELD.windowTo();
    assertThat(shown(VISIT_MISSED, settled("FINISHED"), RECEIVED).windowTo()).isEqualTo(windowTo);
    assertThat(shown(VISIT_MISSED, MISSED, RECEIVED, published(false)).windowTo())
        .isEqualTo(windowTo);
    assertThat(shown(RECEIVED, PUBLISHED).windowTo()).isNull();
  }

  @Test
  void a_visit_that_was_not_held_is_no_result_and_nobody_was_inspected() {
    assertThat(of(VISIT_MISSED).rows("result_view")).isEmpty();
    assertThat(and(of(VISIT_MISSED), FIRM).rows("subject_figure_view", CoverageShare.class))
        .isEqualTo(Map.of("S", new CoverageShare("ENTERPRISE", FIRM.stood(), List.of())));
  }

  @Test
  void a_visit_that_was_not_held_counts_in_the_year_its_window_ended_also_once_it_has_a_result() {
    assertThat(years(of(VISIT_MISSED))).isEqualTo(Map.of("2022", owed(1)));
    assertThat(years(of(VISIT_MISSED, settled("FINISHED")))).isEqualTo(Map.of("2022", owed(1)));
    assertThat(years(of(VISIT_MISSED, settled("CANCELLED")))).isEqualTo(Map.of("2022", owed(0)));
    assertThat(years(of(VISIT_MISSED, settled("FINISHED"), RECEIVED, published(false))))
        .isEqualTo(Map.of("2022", new YearFigure(2022, Map.of(), Map.of(), 1, 0, 0, 1, 0, 0)));
    assertThat(years(of(VISIT_MISSED, MISSED)))
        .isEqualTo(Map.of("2022", new YearFigure(2022, Map.of(), Map.of(), 0, 1, 0, 0, 0, 0)));
  }

  @Test
  void a_firm_visited_after_its_window_was_inspected_in_the_year_its_result_counts_in() {
    var late = and(of(VISIT_MISSED, settled("FINISHED"), RECEIVED, published(false)), FIRM);
    assertThat(late.rows("subject_figure_view", CoverageShare.class))
        .isEqualTo(Map.of("S", new CoverageShare("ENTERPRISE", FIRM.stood(), List.of(2022))));
    assertThat(years(late))
        .isEqualTo(
            Map.of(
                "2019",
                turning(2019, 1),
                "2022",
                new YearFigure(2022, Map.of(), Map.of("ENTERPRISE", 1L), 1, 0, 0, 1, 0, 0)));
  }

  @Test
  void the_results_of_a_year_add_up() {
    var two =
        of(RECEIVED, PUBLISHED)
            .given(
                RESULTS,
                PublicationStreams.RESULT.of("d-1-T"),
                new ResultEvent.ResultReceived(content("T", DUE)));
    assertThat(years(two)).isEqualTo(Map.of("2023", recorded(2, 0, 1, 1)));
  }

  @Test
  void a_firm_of_which_each_change_was_an_event_is_known_as_it_was_told_last() {
    KnownSubject closed = firm("ENTERPRISE", "CANCELLED", null);
    assertThat(and(and(results(), FIRM), closed).rows("known_subject_view", KnownSubject.class))
        .isEqualTo(Map.of("S", closed));
  }

  @Test
  void a_firm_counts_from_the_year_after_it_came_to_be_and_as_inspected_once_a_year() {
    var inspected = and(of(RECEIVED, PUBLISHED), FIRM);
    assertThat(inspected.rows("subject_figure_view", CoverageShare.class))
        .isEqualTo(Map.of("S", new CoverageShare("ENTERPRISE", FIRM.stood(), List.of(2023))));
    assertThat(years(inspected))
        .isEqualTo(
            Map.of(
                "2019",
                turning(2019, 1),
                "2023",
                new YearFigure(2023, Map.of(), Map.of("ENTERPRISE", 1L), 1, 0, 0, 1, 1, 0)));
  }

  @Test
  void a_firm_told_before_its_result_counts_as_one_told_after_it() {
    var before =
        and(results(), FIRM)
            .given(RESULTS, PublicationStreams.RESULT.of("d-1-S"), RECEIVED, PUBLISHED);
    assertThat(years(before)).isEqualTo(years(and(of(RECEIVED, PUBLISHED), FIRM)));
  }

  @Test
  void a_firm_that_closed_counts_no_more_from_the_year_after() {
    Standing stood = FIRM.stood().after("CANCELLED", LocalDate.of(2022, 6, 1));
    assertThat(years(and(and(results(), FIRM), firm("ENTERPRISE", "CANCELLED", stood))))
        .isEqualTo(Map.of("2019", turning(2019, 1), "2023", turning(2023, -1)));
  }

  @Test
  void a_kind_that_was_corrected_leaves_no_trace_in_the_figures() {
    var corrected = and(and(of(RECEIVED), firm("COOPERATIVE", "ACTIVE", null)), FIRM);
    assertThat(years(corrected)).isEqualTo(years(and(of(RECEIVED), FIRM)));
  }

  @Test
  void a_closing_that_was_an_error_counts_for_nothing() {
    Standing stood = FIRM.stood().after("CANCELLED", LocalDate.of(2022, 6, 1));
    var closed = firm("ENTERPRISE", "CANCELLED", stood);
    assertThat(years(and(and(and(results(), FIRM), closed), FIRM)))
        .isEqualTo(Map.of("2019", turning(2019, 1), "2023", YearFigure.none(2023)));
  }
}
