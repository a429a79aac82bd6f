package cn.doublerandom.publication.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.result.ObjectedResult;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand.PublishResult;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultDecider;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.result.Titles;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a result waits for. */
class ResultMattersTest {
  private static final String UNIT = "综合行政执法大队";
  private static final LocalDate TODAY = LocalDate.of(2023, 4, 3);
  private static final ResultMatters MATTERS = new ResultMatters(TODAY, WorkdayCalendar.shipped());
  private static final ResultNotice RESULT = result(LocalDate.of(2023, 4, 13));

  private static ResultNotice result(LocalDate due) {
    return new ResultNotice(
        new ResultContent(
            "130534-2023001-001-1-S1",
            "130534-2023001-001-1",
            "2023001",
            "001",
            "S1",
            UNIT,
            LocalDate.of(2023, 3, 15),
            due,
            false,
            List.of("1"),
            List.of(),
            List.of(UNIT, "安全监督科"),
            "JC001",
            null),
        null,
        null,
        null);
  }

  private static Person publisher(String account, String unit) {
    return new Person(account, unit, Set.of("publisher"));
  }

  @ParameterizedTest
  @CsvSource({
    "JC009, 综合行政执法大队",
    "JC009, 安全监督科",
    "JC001, 综合行政执法大队",
    "jc001, 安全监督科",
    "JC009, 别的单位",
    "JC009, ''"
  })
  void a_result_waits_for_exactly_those_whose_publication_the_rule_would_accept(
      String account, String unit) {
    Decision<?> decided =
        new ResultDecider()
            .decide(
                new PublishResult(
                    account, unit, "某公司", "11130534", TODAY, new Titles("", "", "", "局")),
                new Publication.Received(RESULT.content(), null));

    assertThat(MATTERS.chosen(List.of(RESULT), publisher(account, unit)).isEmpty())
        .isEqualTo(decided instanceof Decision.Rejected<?>);
  }

  @Test
  void who_recorded_a_result_does_not_see_it_among_what_he_has_to_publish() {
    assertThat(MATTERS.chosen(List.of(RESULT), publisher("JC001", UNIT))).isEmpty();
    assertThat(PublicationRejection.RECORDER_PUBLISHES.code()).isNotEmpty();
  }

  @Test
  void a_result_is_to_be_published_within_the_working_days_that_are_left() {
    Matter matter = MATTERS.matter(RESULT, publisher("JC009", UNIT), "清河县示例运输有限公司");

    assertThat(matter.chinese()).isEqualTo("公示“清河县示例运输有限公司”的检查结果（还剩 7 个工作日）");
    assertThat(matter.english())
        .isEqualTo("Publish the result of “清河县示例运输有限公司” (7 working days left)");
    assertThat(matter.due()).isEqualTo("2023-04-13");
  }

  @Test
  void who_watches_over_all_sees_a_result_only_when_its_day_has_passed() {
    Person coordinator = new Person("coordinator", "法制安全科", Set.of("coordinator"));
    ResultNotice late = result(LocalDate.of(2023, 3, 31));

    assertThat(MATTERS.chosen(List.of(RESULT, late), coordinator)).containsExactly(late);
    assertThat(MATTERS.matter(late, coordinator, "某公司").chinese())
        .isEqualTo("督促综合行政执法大队公示“某公司”的检查结果（应于3月31日前公示，已逾期）");
  }

  private static ResultNotice objected(LocalDate answer) {
    ResultNotice result = result(LocalDate.of(2023, 4, 13));
    return new ResultNotice(
        result.content(),
        new ResultNotice.Published(
            "某公司",
            LocalDate.of(2023, 3, 20),
            true,
            "11130534/2023-1",
            null,
            null,
            null,
            new ObjectedResult(
                "JC009", answer, List.of(new ObjectedResult.Line("S1-Y1", TODAY, answer, null))),
            null,
            null,
            null,
            null),
        null,
        null);
  }

  @ParameterizedTest
  @CsvSource({"c1, objection", "JC001, ''", "JC009, ''"})
  void an_objection_waits_for_who_neither_inspected_nor_recorded_nor_published(
      String account, String kind) {
    assertThat(
            MATTERS
                .objection(
                    objected(TODAY.plusDays(9)), new Person(account, "科", Set.of("coordinator")))
                .map(Matter::kind)
                .orElse(""))
        .isEqualTo(kind);
  }

  private static ResultNotice disciplineOf(String proposer) {
    ResultNotice result = result(LocalDate.of(2023, 4, 13));
    return new ResultNotice(
        result.content(),
        new ResultNotice.Published(
            "某公司",
            LocalDate.of(2023, 3, 20),
            true,
            "11130534/2023-1",
            null,
            null,
            null,
            null,
            null,
            proposer,
            null,
            null),
        null,
        null);
  }

  @ParameterizedTest
  @CsvSource({"c1, true", "JC001, false", "p1, false", "P1, false"})
  void joint_discipline_waits_for_who_neither_proposed_nor_inspected(
      String account, boolean decides) {
    assertThat(
            ResultMatters.decidesDiscipline(
                disciplineOf("p1"), new Person(account, "科", Set.of("coordinator"))))
        .isEqualTo(decides);
  }

  @Test
  void joint_discipline_to_decide_on_leads_to_the_page_of_its_result() {
    Matter matter = ResultMatters.discipline(disciplineOf("p1"));

    assertThat(matter.chinese()).isEqualTo("决定对“某公司”的联合惩戒（综合行政执法大队提出）");
    assertThat(matter.english())
        .isEqualTo("Decide on the joint discipline of “某公司” (proposed by 综合行政执法大队)");
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "-1, objection-overdue"})
  void who_supervises_sees_an_objection_once_its_answer_is_late(int days, String kind) {
    assertThat(
            MATTERS
                .objection(
                    objected(TODAY.plusDays(days)), new Person("s", "纪检", Set.of("supervisor")))
                .map(Matter::kind)
                .orElse(""))
        .isEqualTo(kind);
  }
}
