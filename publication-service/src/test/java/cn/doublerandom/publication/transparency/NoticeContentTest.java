package cn.doublerandom.publication.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.PlanAlarm;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.result.Ending;
import cn.doublerandom.publication.result.FormerResult;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultNotice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The text a leaf has the hash of. What stands here was hashed and signed: a change of it is
 * another form of the leaf, and never another text of this one.
 */
class NoticeContentTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 20);
  private static final String NONCE = "0123456789abcdef0123456789abcdef";

  private static final ResultContent.Finding FOUND =
      new ResultContent.Finding("I-1", "经营行为", List.of("A", "D"));

  private static Publication.Published published(List<FormerResult> former) {
    var content =
        new ResultContent(
            "130534-d-1-S",
            "130534-d-1",
            "2023001",
            "001",
            "S",
            "大队",
            DAY,
            DAY,
            false,
            List.of("A", "D"),
            List.of(FOUND),
            List.of("大队"),
            "JC001",
            List.of("JC001", "JC002"));
    var once = new Publication.Received(content, null).publishedAs("甲公司", DAY, "1113", null);
    return new Publication.Published(
        content,
        once.subjectName(),
        DAY,
        true,
        once.indexNumber(),
        null,
        former,
        null,
        once.proceedings());
  }

  private static ResultNotice notice(Publication publication) {
    return switch (publication) {
      case Publication.Withdrawn withdrawn -> ResultNotice.of(withdrawn);
      case Publication.Ended ended -> ResultNotice.of(ended);
      default -> ResultNotice.of((Publication.Published) publication);
    };
  }

  private static NoticeContent of(Publication publication) {
    return NoticeContent.of(notice(publication), NONCE).orElseThrow();
  }

  @Test
  void a_published_result_says_what_its_page_says_and_who_inspected_stays_inside() {
    NoticeContent content = of(published(List.of()));
    assertThat(content.version()).isEqualTo(1);
    assertThat(content.text())
        .isEqualTo(
            """
            {"codes":["A","D"],"drawId":"130534-d-1","dueOn":"2023-03-20","finishedOn":"2023-03-20",\
            "id":"130534-d-1-S","indexNumber":"1113/2023-130534-d-1-S",\
            "items":[{"code":"I-1","codes":["A","D"],"name":"经营行为"}],"kind":"result",\
            "nonce":"%s","onTime":"yes","planId":"2023001","publishedOn":"2023-03-20",\
            "since":"2023-03-20","state":"VALID","subjectId":"S","subjectName":"甲公司",\
            "taskId":"001","unit":"大队","version":1}\
            """
                .formatted(NONCE));
    assertThat(content.text()).doesNotContain("JC001");
  }

  @Test
  void a_correction_is_a_version_and_a_withdrawal_says_nothing_of_what_was_found() {
    Publication.Published corrected =
        published(
            List.of(new FormerResult(List.of("1"), List.of(FOUND), DAY, DAY.plusDays(9), "有误")));
    assertThat(of(corrected).version()).isEqualTo(2);
    assertThat(of(corrected).text())
        .contains("\"state\":\"CORRECTED\"", "\"since\":\"2023-03-29\"", "\"reason\":\"有误\"");
    NoticeContent withdrawn = of(new Publication.Withdrawn(corrected, "撤销", DAY.plusDays(20)));
    assertThat(withdrawn.version()).isEqualTo(3);
    assertThat(withdrawn.text())
        .contains("\"state\":\"WITHDRAWN\"", "\"reason\":\"撤销\"")
        .doesNotContain("codes", "items", "甲公司");
    ResultNotice gone = notice(new Publication.Withdrawn(corrected, "撤销", DAY.plusDays(20)));
    assertThat(NoticeContent.former(gone, 1, NONCE)).isEmpty();
    assertThat(NoticeContent.former(gone, 2, NONCE)).isEmpty();
    assertThat(NoticeContent.of(new ResultNotice(corrected.content(), null, null, null), NONCE))
        .isEmpty();
    assertThat(NoticeContent.former(notice(corrected), 2, NONCE)).isEmpty();
    assertThat(NoticeContent.former(notice(corrected), 1, NONCE).orElseThrow().text())
        .contains("\"state\":\"VALID\"", "\"codes\":[\"1\"]", "\"version\":1");
  }

  @Test
  void a_result_whose_time_is_over_has_a_version_more_that_says_so_and_nothing_of_what_was_found() {
    Publication.Published once = published(List.of());
    var ended =
        new Publication.Ended(
            once, new Ending(Ending.Cause.PERIOD_OVER, DAY.plusYears(1), "ab".repeat(32), 1), null);
    NoticeContent stub = of(ended);
    assertThat(stub.version()).isEqualTo(2);
    assertThat(stub.text())
        .contains(
            "\"state\":\"ENDED\"",
            "\"reason\":\"PERIOD_OVER\"",
            "\"since\":\"2024-03-20\"",
            "\"contentHash\":\"" + "ab".repeat(32))
        .doesNotContain("codes", "items", "甲公司");
    assertThat(NoticeContent.former(notice(ended), 1, NONCE)).isEmpty();
  }

  @Test
  void a_plan_a_programme_and_a_draw_say_what_everybody_may_read() {
    PlanTask task =
        new PlanTask(
            "2023001",
            "计划",
            "001",
            "任务",
            "TARGETED",
            "10%",
            "事项",
            "企业",
            "科",
            "队",
            "三月",
            DAY,
            DAY,
            null);
    var plan =
        new PlanNotice("130534-2023", "局", "题", "1月", DAY, List.of(task), 2, "调整", List.of(), null);
    NoticeContent ofPlan = NoticeContent.of(NoticeKind.PLAN, plan, 7, NONCE).orElseThrow();
    assertThat(ofPlan.version()).isEqualTo(2);
    assertThat(ofPlan.text())
        .startsWith("{\"id\":\"130534-2023\",\"issuer\":\"局\",\"kind\":\"plan\"")
        .contains("\"tasks\":[{\"drawPeriod\":\"三月\",\"drawType\":\"TARGETED\"")
        .as("what was hashed before there were numbers stays as it was")
        .doesNotContain("documentNumber");
    var numbered =
        new PlanNotice(
            "130534-2023", "局", "题", "1月", DAY, List.of(task), 2, "调整", List.of(), "清交〔2023〕8号");
    assertThat(NoticeContent.of(NoticeKind.PLAN, numbered, 7, NONCE).orElseThrow().text())
        .startsWith("{\"documentNumber\":\"清交〔2023〕8号\",\"id\":\"130534-2023\"");
    var programme =
        new ProgrammeNotice(
            "130534-2023001-001",
            "130534-2023",
            "2023001",
            "001",
            1,
            "题",
            "〔2023〕1号",
            List.of("事项"),
            DAY,
            DAY,
            2,
            "",
            "",
            "",
            DAY,
            DAY,
            List.of(new ProgrammeNotice.Former("旧", "", DAY, DAY, DAY)));
    assertThat(NoticeContent.of(NoticeKind.PROGRAMME, programme, 1, NONCE).orElseThrow().version())
        .isEqualTo(2);
    DrawNotice draw =
        DrawNotice.committed(
            "130534-d-1",
            "2023001",
            "001",
            1,
            187,
            "a".repeat(64),
            "2023-03-20T16:00:00Z",
            null,
            null,
            null,
            null);
    assertThat(NoticeContent.of(NoticeKind.COMMITMENT, draw, 1, NONCE).orElseThrow().text())
        .contains(
            "\"commitHash\":\"" + "a".repeat(64), "\"frameSize\":187", "\"phase\":\"COMMITTED\"")
        .doesNotContain("selected");
    NoticeContent voided =
        NoticeContent.of(NoticeKind.DRAW, draw.voided("理由", null), 4, NONCE).orElseThrow();
    assertThat(voided.version()).isEqualTo(4);
    assertThat(voided.text()).contains("\"voidReason\":\"理由\"");
    assertThat(
            NoticeContent.of(
                NoticeKind.PLAN,
                new PlanAlarm("130534-2023", "PLAN", "OVERDUE", DAY, DAY, null),
                1,
                NONCE))
        .isEmpty();
  }

  @Test
  void text_that_others_wrote_in_another_form_is_hashed_in_one() {
    DrawNotice draw = DrawNotice.committed("d", "p", "t", 1, 1, "", "", null, null, null, null);
    assertThat(
            NoticeContent.of(NoticeKind.DRAW, draw.voided("e\u0301", null), 2, NONCE)
                .orElseThrow()
                .text())
        .contains("\u00e9");
  }

  @Test
  void a_leaf_is_one_line_of_seven_words() {
    var leaf =
        new NoticeLeaf(
            NoticeKind.RESULT, "130534", "130534-d-1-S", 2, Instant.EPOCH, "0".repeat(64));
    assertThat(leaf.line())
        .isEqualTo(
            "dr/notice/1 result 130534 130534-d-1-S 2 1970-01-01T00:00:00Z " + "0".repeat(64));
    assertThat(
            new NoticeLeaf(NoticeKind.DRAW, "130534", "甲 1", 1, Instant.EPOCH, "0".repeat(64))
                .line()
                .split(" "))
        .hasSize(7);
    assertThatThrownBy(
            () -> new NoticeLeaf(NoticeKind.DRAW, "130534", "d", 0, Instant.EPOCH, "0".repeat(64)))
        .hasMessageContaining("no leaf");
    assertThat(NoticeKind.of("commitment")).contains(NoticeKind.COMMITMENT);
    assertThat(NoticeKind.of("COMMITMENT")).isEmpty();
  }
}
