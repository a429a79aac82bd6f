package cn.doublerandom.publication.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.contracts.ResultNoticeChanged;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.publication.application.ToldNotice;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.Objection;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultContent.Finding;
import cn.doublerandom.publication.result.ResultDecider;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.Titles;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the world is told of a published result. */
class ResultTellingTest {
  private static final LocalDate ON = LocalDate.of(2023, 4, 14);
  private static final String RESULT = "130534-2023001-001-1-S";
  private static final Finding BAD = new Finding("I-1", "经营行为", List.of("A", "D"));
  private static final Finding CLEAN = new Finding("I-1", "经营行为", List.of("1"));
  private static final Titles TITLES = new Titles("随机抽查001", "道路运输", "不定向抽查", "交通运输局");
  private static final ResultEvent RECEIVED =
      new ResultEvent.ResultReceived(
          new ResultContent(
              RESULT,
              "130534-2023001-001-1",
              "2023001",
              "001",
              "S",
              "大队",
              LocalDate.of(2023, 3, 16),
              ON,
              false,
              List.of("A", "D"),
              List.of(BAD),
              List.of("大队"),
              "JC001",
              List.of("JC001", "JC002")));
  private static final ResultEvent PUBLISHED =
      new ResultEvent.ResultPublished("甲公司", ON, true, "1113/2023-d", "JC009", TITLES);
  private static final ResultEvent OBJECTED =
      new ResultEvent.ObjectionRaised(
          1, "当日已报停", ON, ON.plusDays(30), new DeadlineBasis("objections-2023", 20, "国办"));
  private static final ResultEvent CORRECTED =
      new ResultEvent.ResultCorrected(
          List.of(CLEAN), List.of("1"), "异议成立", "JC009", "coordinator", ON.plusDays(7));

  private static Publication after(ResultEvent... events) {
    Decider<?, ResultEvent, Publication> rules = new ResultDecider();
    Publication state = rules.initial();
    for (ResultEvent event : events) {
      state = rules.evolve(state, event);
    }
    return state;
  }

  @Test
  void the_notice_says_all_its_page_says_in_one_form() {
    ResultNoticeChanged notice = ResultTelling.notice(after(RECEIVED, PUBLISHED)).orElseThrow();

    assertThat(Integration.announcement("", RESULT, notice).value())
        .isEqualTo(
            "{\"authority\":\"交通运输局\",\"codes\":[\"A\",\"D\"],\"drawId\":\"130534-2023001-001-1\","
                + "\"drawType\":\"不定向抽查\",\"dueOn\":\"2023-04-14\",\"finishedOn\":\"2023-03-16\","
                + "\"indexNumber\":\"1113/2023-d\",\"items\":[{\"code\":\"I-1\",\"codes\":[\"A\",\"D\"],"
                + "\"name\":\"经营行为\",\"text\":\"发现问题待后续处理；违反本领域其他规定行为\"}],\"onTime\":true,"
                + "\"planId\":\"2023001\",\"planName\":\"随机抽查001\",\"provisional\":false,"
                + "\"publishedOn\":\"2023-04-14\",\"resultId\":\"130534-2023001-001-1-S\","
                + "\"subjectId\":\"S\",\"subjectName\":\"甲公司\",\"taskId\":\"001\",\"taskName\":\"道路运输\","
                + "\"text\":\"发现问题待后续处理；违反本领域其他规定行为\",\"unit\":\"大队\",\"version\":1}");
  }

  @Test
  void no_officer_and_no_account_is_named_in_it_whatever_happens() {
    ResultEvent decided =
        new ResultEvent.ObjectionDecided(
            1, Objection.Outcome.CORRECTED, "异议成立", "coordinator", ON.plusDays(7));
    ResultNoticeChanged notice =
        ResultTelling.notice(after(RECEIVED, PUBLISHED, OBJECTED, decided, CORRECTED))
            .orElseThrow();

    assertThat(Integration.announcement("", RESULT, notice).value())
        .doesNotContain("JC00", "coordinator", "当日已报停");
    assertThat(notice.version()).isEqualTo(2);
    assertThat(notice.codes()).containsExactly("1");
    assertThat(notice.former())
        .singleElement()
        .satisfies(was -> assertThat(was.codes()).containsExactly("A", "D"));
    assertThat(notice.objections())
        .singleElement()
        .satisfies(one -> assertThat(one.outcome()).isEqualTo("CORRECTED"));
  }

  @Test
  void nothing_is_told_before_it_is_public_nor_without_the_titles_of_its_plan() {
    ResultEvent old =
        new ResultEvent.ResultPublished("甲公司", ON, true, "1113/2023-d", "JC009", null);
    assertThat(ResultTelling.notice(after(RECEIVED))).isEmpty();
    assertThat(ResultTelling.notice(after(RECEIVED, old))).isEmpty();
    assertThat(
            ResultTelling.notice(after(RECEIVED, old, new ResultEvent.TitlesFrozen(TITLES)))
                .map(Record::toString))
        .isEqualTo(
            ResultTelling.notice(after(RECEIVED, PUBLISHED)).map(ResultNoticeChanged::toString));
  }

  @Test
  void where_no_plan_was_told_the_notice_has_its_numbers_and_no_names() {
    ResultEvent bare =
        new ResultEvent.ResultPublished(
            "甲公司", ON, true, "1113/2023-d", "JC009", new Titles("", "", "", "交通运输局"));
    ResultNoticeChanged notice = ResultTelling.notice(after(RECEIVED, bare)).orElseThrow();
    assertThat(Stream.of(notice.planName(), notice.taskName(), notice.drawType()))
        .containsOnlyNulls();
    assertThat(notice.planId()).isEqualTo("2023001");
  }

  @Test
  void what_is_over_is_told_as_a_stub_with_the_hash_of_what_stood_there() {
    var telling = new ResultTelling();
    String stood = telling.of(Scope.HOME, after(RECEIVED, PUBLISHED)).orElseThrow().hash();
    ResultEvent over =
        new ResultEvent.PublicationEnded(
            Ending.Cause.PERIOD_OVER, String.valueOf(stood), null, null, null, ON.plusYears(3));
    ResultTelling.Told stub = ResultTelling.told(after(RECEIVED, PUBLISHED, over)).orElseThrow();

    assertThat(Integration.announcement("", RESULT, stub.value()).value())
        .isEqualTo(
            "{\"authority\":\"交通运输局\",\"cause\":\"PERIOD_OVER\",\"contentHash\":\""
                + stood
                + "\",\"drawId\":\"130534-2023001-001-1\",\"endedOn\":\"2026-04-14\","
                + "\"finishedOn\":\"2023-03-16\",\"indexNumber\":\"1113/2023-d\",\"planId\":\"2023001\","
                + "\"publishedOn\":\"2023-04-14\",\"resultId\":\"130534-2023001-001-1-S\",\"subjectId\":\"S\","
                + "\"taskId\":\"001\",\"unit\":\"大队\",\"version\":1}");
    assertThat(telling.of(Scope.HOME, after(RECEIVED, PUBLISHED, over)).orElseThrow())
        .satisfies(told -> assertThat(told.key()).isEqualTo("130534/" + RESULT))
        .satisfies(told -> assertThat(told.hash()).hasSize(64).isNotEqualTo(stood));
  }

  @Test
  void what_is_compared_is_the_hash_of_what_is_told_by_bureau_until_it_is_withdrawn() {
    var telling = new ResultTelling();
    ToldNotice told = telling.of(Scope.HOME, after(RECEIVED, PUBLISHED)).orElseThrow();
    ToldNotice corrected =
        telling.of(Scope.HOME, after(RECEIVED, PUBLISHED, CORRECTED)).orElseThrow();
    assertThat(told.key()).isEqualTo("130534/" + RESULT);
    assertThat(told.hash()).hasSize(64).isNotEqualTo(corrected.hash());
    assertThat(telling.of(new Scope("130534.scjg"), after(RECEIVED, PUBLISHED)))
        .contains(new ToldNotice("130534.scjg/" + RESULT, told.hash()));
    assertThat(
            telling.of(
                Scope.HOME,
                after(
                    RECEIVED,
                    PUBLISHED,
                    new ResultEvent.PublicationWithdrawn("有误", "JC009", "coordinator", ON))))
        .contains(new ToldNotice("130534/" + RESULT, null));
    assertThat(telling.of(Scope.HOME, after(RECEIVED))).isEmpty();
  }
}
