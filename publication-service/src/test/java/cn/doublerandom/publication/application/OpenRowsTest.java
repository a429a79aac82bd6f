package cn.doublerandom.publication.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.publication.notice.Imprint;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.opendata.OpenRow;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.PublicTime;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultNotice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of results that are not public is told all the same. */
class OpenRowsTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 5, 1);
  private static final LocalDate LATER = TODAY.plusDays(9);

  private static ResultNotice unpublished(String subject, LocalDate due) {
    return new ResultNotice(
        new ResultContent(
            "130534-2023001-001-1-" + subject,
            "130534-2023001-001-1",
            "2023001",
            "001",
            subject,
            "大队",
            LocalDate.of(2023, 4, 10),
            due,
            false,
            List.of("1"),
            List.of(),
            null,
            null,
            null),
        null,
        null,
        null);
  }

  private static KnownSubject firm(String id, String kind, LocalDate since) {
    return new KnownSubject(
        id, "公司", kind, "ACTIVE", "局", since, Standing.of(since, "ACTIVE"), null);
  }

  private static List<Map<String, Object>> rows(
      Set<String> beside, List<KnownSubject> known, ResultNotice... results) {
    Map<String, KnownSubject> byId = new TreeMap<>();
    known.forEach(subject -> byId.put(subject.id(), subject));
    return OpenRows.results(List.of(results), 2023, TODAY, beside, byId).stream()
        .map(OpenRow::members)
        .toList();
  }

  @Test
  void of_a_result_that_is_not_due_neither_its_number_nor_its_day_is_told() {
    var rows =
        rows(
            Set.of(),
            List.of(firm("A", "ENTERPRISE", LocalDate.of(2018, 1, 1))),
            unpublished("A", LATER));

    assertThat(rows)
        .containsExactly(
            Map.of(
                "what",
                "RESULT",
                "year",
                2023L,
                "overdue",
                false,
                "recorded",
                true,
                "adds",
                "ENTERPRISE",
                "addsAtEnd",
                "ENTERPRISE"));
  }

  @Test
  void who_was_inspected_twice_or_has_a_public_result_too_adds_nobody() {
    KnownSubject old = firm("A", "ENTERPRISE", LocalDate.of(2018, 1, 1));
    KnownSubject other = firm("B", "ENTERPRISE", LocalDate.of(2018, 1, 1));

    var rows =
        rows(
            Set.of("B"),
            List.of(old, other),
            unpublished("A", TODAY),
            unpublished("A", LATER),
            unpublished("B", LATER));

    assertThat(rows).extracting(row -> row.get("adds")).containsExactly("ENTERPRISE", null, null);
  }

  @Test
  void who_is_not_one_of_the_registered_of_the_year_adds_nobody() {
    var rows =
        rows(
            Set.of(),
            List.of(firm("A", "ENTERPRISE", LocalDate.of(2023, 1, 1))),
            unpublished("A", LATER),
            unpublished("NEVER-TOLD", LATER));

    assertThat(rows).extracting(row -> row.get("adds")).containsExactly(null, null);
  }

  @Test
  void what_is_overdue_has_its_number_and_its_day() {
    var rows = rows(Set.of(), List.of(), unpublished("A", TODAY.minusDays(1)));

    assertThat(rows.getFirst())
        .containsEntry("id", "130534-2023001-001-1-A")
        .containsEntry("dueOn", "2023-04-30")
        .containsEntry("overdue", true);
  }

  private static OpenRow published(@Nullable PublicTime time) {
    ResultNotice one = unpublished("A", TODAY);
    var notice =
        new ResultNotice(
            one.content(),
            new ResultNotice.Published(
                "甲公司", TODAY, true, "1113/2023-A", null, null, null, null, null, null, time, null),
            null,
            null);
    return OpenRows.result(
        new PlannedResult(notice, PlanTask.of(Optional.empty(), "2023001", "001"), "清河县交通运输局"),
        Map.of(),
        Imprint.ofResult(
            "1113/2023-A", TODAY, Imprint.Validity.IN_FORCE, "清河县交通运输局", Optional.empty()));
  }

  @Test
  void a_row_says_of_its_notice_what_the_page_says() {
    assertThat(published(null).members())
        .containsEntry("indexNumber", "1113/2023-A")
        .containsEntry("topic", "市场监管、安全生产监管")
        .containsEntry("publisher", "清河县交通运输局")
        .containsEntry("publishedOn", "2023-05-01")
        .containsEntry("validity", "IN_FORCE")
        .containsEntry("subjectName", "甲公司")
        .doesNotContainKeys("documentNumber", "writtenOn", "endedOn", "contentHash");
  }

  @Test
  void a_row_of_what_is_over_has_neither_name_nor_words_and_counts_as_before() {
    var over =
        published(
            PublicTime.over(
                new Ending(Ending.Cause.PERIOD_OVER, TODAY.plusYears(3), "a".repeat(64), 1)));
    assertThat(over.members())
        .containsEntry("state", "EXPIRED")
        .containsEntry("contentHash", "a".repeat(64))
        .containsEntry("subjectId", "A")
        .containsEntry("year", 2023L)
        .doesNotContainKeys("subjectName", "text");
  }
}
