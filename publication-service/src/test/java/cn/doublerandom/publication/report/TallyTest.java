package cn.doublerandom.publication.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.result.MissingVisit;
import cn.doublerandom.publication.result.PublishedCount;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultNotice;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bureau reports of a month or a year. */
class TallyTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 6, 1);
  private static final ReportPeriod MARCH = new ReportPeriod(2023, 3);
  private static final ReportPeriod YEAR = new ReportPeriod(2023, 0);
  private static final String DRAW = "130534-2023001-001-1";

  private static DrawNotice draw(String phase, String on, @Nullable String teamsOf) {
    return new DrawNotice(
        DRAW,
        "2023001",
        "001",
        1,
        phase,
        40,
        "a",
        "",
        "b",
        List.of("S1", "S2"),
        on,
        "",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        teamsOf,
        null,
        null,
        null);
  }

  private static ResultNotice result(
      String subject, LocalDate finished, String code, boolean published, boolean onTime) {
    return new ResultNotice(
        new ResultContent(
            DRAW + "-" + subject,
            DRAW,
            "2023001",
            "001",
            subject,
            "大队",
            finished,
            finished.plusDays(28),
            false,
            List.of(code),
            List.of(),
            null,
            null,
            null),
        published
            ? new ResultNotice.Published(
                "公司" + subject,
                finished.plusDays(9),
                onTime,
                "索引",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null)
            : null,
        null,
        null);
  }

  private static Report report(Tally tally) {
    return tally.report(
        Share.of(1, 30), "存续的企业", task -> "道路运输", subject -> subject.equals("S2") ? "乙公司" : "");
  }

  @Test
  void a_result_whose_publication_was_withdrawn_is_in_no_rate() {
    var tally = new Tally(YEAR, TODAY);
    ResultNotice found = result("S2", LocalDate.of(2023, 4, 1), "8", true, true);
    ResultNotice.Published was = Objects.requireNonNull(found.published());
    List<ResultNotice> told =
        List.of(
            result("S1", LocalDate.of(2023, 4, 1), "1", true, true),
            new ResultNotice(
                found.content(),
                new ResultNotice.Published(
                    was.subjectName(),
                    was.on(),
                    true,
                    was.indexNumber(),
                    null,
                    new ResultNotice.Withdrawal(TODAY, "对象认定有误"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null),
                null,
                null));
    told.forEach(tally::result);

    ReportLine sum = report(tally).sum();

    assertThat(sum.withdrawn()).isEqualTo(1);
    assertThat(sum.recorded()).isEqualTo(1);
    assertThat(sum.publication()).isEqualTo(Share.of(1, 1));
    assertThat(sum.onTime()).isEqualTo(Share.of(1, 1));
    assertThat(sum.problems()).isEqualTo(Share.of(0, 1));
    assertThat(report(tally).owed()).isEmpty();
    // Wherever it is counted else.
    assertThat(PublishedCount.of(told)).isEqualTo(new PublishedCount(1, 1));
  }

  @Test
  void one_result_that_is_not_public_keeps_a_thousand_from_being_all_and_is_named() {
    var tally = new Tally(YEAR, TODAY);
    for (int i = 0; i < 99_999; i++) {
      tally.result(result("A" + i, LocalDate.of(2023, 4, 1), "1", true, true));
    }
    tally.result(result("S2", LocalDate.of(2023, 5, 20), "1", false, false));

    Report report = report(tally);

    assertThat(report.sum().publication()).isEqualTo(new Share(99_999, 100_000, "99.99%"));
    assertThat(report.owed())
        .containsExactly(
            new Owed(
                Owed.What.UNPUBLISHED,
                DRAW + "-S2",
                "S2",
                "乙公司",
                LocalDate.of(2023, 6, 17),
                false));
  }

  @Test
  void all_is_said_where_everything_is_public_and_nothing_of_nothing() {
    var tally = new Tally(YEAR, TODAY);
    assertThat(report(tally).sum().publication().percent()).isEqualTo("—");

    tally.result(result("S1", LocalDate.of(2023, 4, 1), "1", true, true));

    assertThat(report(tally).sum().publication().percent()).isEqualTo("100.00%");
    assertThat(report(tally).owed()).isEmpty();
  }

  @Test
  void a_month_counts_what_was_finished_in_it_and_the_year_all_of_it() {
    for (ReportPeriod period : List.of(MARCH, YEAR)) {
      var tally = new Tally(period, TODAY);
      tally.result(result("S1", LocalDate.of(2023, 3, 31), "D", true, false));
      tally.result(result("S2", LocalDate.of(2023, 4, 1), "1", true, true));
      tally.result(result("S3", LocalDate.of(2022, 12, 31), "1", true, true));

      ReportLine sum = report(tally).sum();

      assertThat(sum.recorded()).as(period.text()).isEqualTo(period.isYear() ? 2 : 1);
      assertThat(sum.problems()).isEqualTo(Share.of(1, period.isYear() ? 2 : 1));
      assertThat(sum.onTime())
          .isEqualTo(Share.of(period.isYear() ? 1 : 0, period.isYear() ? 2 : 1));
    }
  }

  @Test
  void a_task_is_complete_when_everybody_who_was_drawn_has_a_published_result() {
    var tally = new Tally(MARCH, TODAY);
    tally.drawn(draw("EXECUTED", "2023-03-15", null));
    tally.done(result("S1", LocalDate.of(2023, 4, 1), "1", true, true));
    tally.done(result("S1", LocalDate.of(2023, 4, 1), "1", true, true));

    assertThat(report(tally).tasks())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.task()).isEqualTo("130534-2023001-001");
          assertThat(line.name()).isEqualTo("道路运输");
          assertThat(line.drawn()).isEqualTo(2);
          assertThat(line.completion()).isEqualTo(new Share(1, 2, "50.00%"));
        });
  }

  @Test
  void a_draw_counts_in_the_month_it_was_made_in_unless_it_was_voided_or_drew_teams_alone() {
    var tally = new Tally(MARCH, TODAY);

    assertThat(tally.counts(draw("EXECUTED", "2023-03-31", null))).isTrue();
    assertThat(tally.counts(draw("SEALED", "2023-03-01", null))).isTrue();
    assertThat(tally.counts(draw("EXECUTED", "2023-04-01", null))).isFalse();
    assertThat(tally.counts(draw("VOIDED", "2023-03-31", null))).isFalse();
    assertThat(tally.counts(draw("COMMITTED", "", null))).isFalse();
    assertThat(tally.counts(draw("EXECUTED", "2023-03-31", DRAW))).isFalse();
  }

  @Test
  void a_visit_nobody_held_spoils_the_rate_of_the_month_its_window_ended_in() {
    var tally = new Tally(MARCH, TODAY);
    tally.result(result("S1", LocalDate.of(2023, 3, 9), "1", true, true));
    tally.notHeld(
        new MissingVisit(
            DRAW + "-S2", DRAW, "2023001", "001", "S2", LocalDate.of(2023, 3, 31), false, null));
    tally.notHeld(
        new MissingVisit(
            DRAW + "-S3", DRAW, "2023001", "001", "S3", LocalDate.of(2023, 4, 1), false, null));

    assertThat(report(tally).sum().publication()).isEqualTo(new Share(1, 2, "50.00%"));
    assertThat(report(tally).owed()).extracting(Owed::name).containsExactly("乙公司");
  }

  @Test
  void a_period_is_a_year_or_a_month() {
    assertThat(ReportPeriod.of("2023")).contains(YEAR);
    assertThat(ReportPeriod.of("2023-03")).contains(MARCH);
    assertThat(MARCH.last()).isEqualTo(LocalDate.of(2023, 3, 31));
    assertThat(YEAR.first()).isEqualTo(LocalDate.of(2023, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "23", "2023-3", "2023-13", "2023-00", "2023-03-01", "二〇二三", " 2023"})
  void what_is_neither_is_no_period(String text) {
    assertThat(ReportPeriod.of(text)).isEmpty();
  }
}
