package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.InspectionRejection.ITEM_NOT_IN_TASK;
import static cn.doublerandom.inspection.InspectionRejection.QUESTION_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.REPLY_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.REPLY_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.REPLY_UNREASONED;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_AGAINST_REPLY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.ReplyRejection;
import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.FreezeChecklists;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitEvent.ChecklistsFrozen;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 逐项检查: every question is answered by somebody, none by the system (R51, R59, R64). */
class RepliesTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);
  private static final List<String> TEAM = List.of("JT001", "JT003");
  private static final ResultRule RULE = new ResultRule(List.of(), List.of(), Map.of(), "p");
  private static final ItemQuestions LIST =
      new ItemQuestions(
          "I-1",
          List.of(
              new Question("q1", "是否建立维修档案？", Question.Kind.YES_NO, "抽取三份", "第三十五条"),
              new Question("q2", "怠速噪声", Question.Kind.NUMBER, null, null, null, "分贝", "0", "85.5"),
              new Question(
                  "q3",
                  "安全标志",
                  Question.Kind.CHOICE,
                  null,
                  null,
                  List.of("合格", "不合格"),
                  null,
                  null,
                  null),
              new Question("q4", "许可证有效期至", Question.Kind.DATE, null, null),
              new Question("q5", "经营场所门面", Question.Kind.PHOTO, null, null)));
  private static final Reply YES = new Reply("q1", "YES", null);
  private static final Reply QUIET = new Reply("q2", "85.50", null);
  private static final Reply GOOD = new Reply("q3", "合格", null);
  private static final Reply DAY = new Reply("q4", "2025-12-31", null);

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given assigned() {
    return visit.given(
        new VisitAssigned(
            new Assignment(
                "d-1-S",
                "d-1",
                "2023001",
                "001",
                "S",
                TEAM,
                List.of(new Assignment.Item("I-1", "经营行为"), new Assignment.Item("I-2", "安全")),
                TODAY.minusDays(3),
                TODAY.plusDays(30),
                null,
                List.of("大队"))));
  }

  private static StartInspection here(String by, ItemQuestions... lists) {
    return new StartInspection(
        TEAM, by, TODAY, 2, "p", Map.of(), Readiness.NONE, List.of(lists), DoorClauses.NONE, null);
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given started() {
    return assigned().having(here("JT001", LIST)).having(here("JT003", LIST));
  }

  private static CheckItem answer(String code, Reply... replies) {
    String note = code.equals("1") ? "" : "现场测得超过限值";
    return new CheckItem(
        new Answer("I-1", List.of(code), note, List.of(replies)), "JT001", RULE, TODAY);
  }

  private static Reply[] with(Reply other) {
    List<Reply> all = new ArrayList<>(List.of(YES, QUIET, GOOD, DAY));
    all.replaceAll(one -> one.question().equals(other.question()) ? other : one);
    return all.toArray(Reply[]::new);
  }

  @Test
  void a_visit_keeps_the_checklists_its_team_prepared_with_however_they_change_later() {
    var other = new ItemQuestions("I-1", List.of(LIST.questions().getFirst()));
    var prepared = assigned().having(new FreezeChecklists(List.of(LIST)));
    assertThat(assigned().when(new FreezeChecklists(List.of(LIST))).events())
        .containsExactly(new ChecklistsFrozen(List.of(LIST)));
    assertThat(prepared.when(new FreezeChecklists(List.of(other))).events()).isEmpty();
    assertThat(prepared.when(here("JT001", other)).events())
        .doesNotHaveAnyElementsOfTypes(ChecklistsFrozen.class);
    assertThat(started().when(new FreezeChecklists(List.of(other))).events()).isEmpty();
  }

  @Test
  void who_arrives_first_has_them_kept_where_nobody_prepared_and_only_those_of_the_task() {
    var foreign = new ItemQuestions("I-9", LIST.questions());
    assertThat(assigned().when(here("JT001", LIST, foreign)).events())
        .containsExactly(
            new ChecklistsFrozen(List.of(LIST)), new VisitEvent.PresenceConfirmed("JT001", TODAY));
    assertThat(assigned().when(here("JT001", foreign)).events())
        .containsExactly(new VisitEvent.PresenceConfirmed("JT001", TODAY));
  }

  @Test
  void every_question_is_answered_and_a_photo_is_no_reply() {
    started().when(answer("1")).thenRejected(REPLY_MISSING);
    started().when(answer("1", YES, QUIET, GOOD)).thenRejected(REPLY_MISSING);
    Answer whole = answer("1", YES, QUIET, GOOD, DAY).answer();
    started()
        .when(answer("1", YES, QUIET, GOOD, DAY))
        .then(new VisitEvent.ItemChecked(whole, "JT001", "p"));
    started()
        .when(answer("1", YES, QUIET, GOOD, DAY, new Reply("q5", "a", null)))
        .thenRejected(ReplyRejection.REPLY_NOT_PHOTO);
    started()
        .when(answer("1", YES, QUIET, GOOD, DAY, new Reply("q9", "YES", null)))
        .thenRejected(QUESTION_UNKNOWN);
    started().when(answer("1", YES, YES, QUIET, GOOD, DAY)).thenRejected(QUESTION_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "q1, 是, REPLY_NOT_YES_OR_NO",
    "q1, '', REPLY_NOT_YES_OR_NO",
    "q2, 8x, REPLY_NOT_NUMBER",
    "q2, 一百, REPLY_NOT_NUMBER",
    "q2, 1e3, REPLY_NOT_NUMBER",
    "q3, 优秀, REPLY_NOT_OFFERED",
    "q4, 2023-02-30, REPLY_NOT_DAY",
    "q4, 明年, REPLY_NOT_DAY",
  })
  void a_reply_of_another_kind_is_told_what_is_wanted(
      String question, String value, ReplyRejection wanted) {
    started().when(answer("1", with(new Reply(question, value, null)))).thenRejected(wanted);
  }

  @Test
  void what_does_not_apply_says_why_and_yes_or_no_is_one_of_them() {
    started().when(answer("1", with(new Reply("q2", null, "")))).thenRejected(REPLY_UNREASONED);
    started().when(answer("1", with(new Reply("q2", null, "x")))).thenRejected(REPLY_UNREASONED);
    started().when(answer("1", with(new Reply("q2", "80", "无发动机")))).thenRejected(REPLY_UNFIT);
    started().when(answer("1", with(new Reply("q1", null, "无需建立档案")))).thenRejected(REPLY_UNFIT);
    assertThat(started().when(answer("1", with(new Reply("q2", null, "无发动机")))).events())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"85.51", "-0.1", "1000"})
  void a_number_beyond_its_limit_is_no_visit_without_a_finding(String measured) {
    Reply loud = new Reply("q2", measured, null);
    started().when(answer("1", with(loud))).thenRejected(RESULT_AGAINST_REPLY);
    assertThat(started().when(answer("A", with(loud))).events()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"6", "7", "8", "9", "F"})
  void where_nobody_is_met_nothing_can_be_asked(String code) {
    assertThat(started().when(answer(code)).events()).hasSize(1);
    started()
        .when(answer(code, new Reply("q1", "也许", null)))
        .thenRejected(ReplyRejection.REPLY_NOT_YES_OR_NO);
  }

  @Test
  void an_item_without_a_checklist_is_answered_as_ever_and_one_outside_the_task_is_not() {
    var plain = new Answer("I-2", List.of("1"), "");
    started()
        .when(new CheckItem(plain, "JT001", RULE, TODAY))
        .then(new VisitEvent.ItemChecked(plain, "JT001", "p"));
    started()
        .when(
            new CheckItem(new Answer("I-2", List.of("1"), "", List.of(YES)), "JT001", RULE, TODAY))
        .thenRejected(QUESTION_UNKNOWN);
    started()
        .when(new CheckItem(new Answer("I-9", List.of("1"), ""), "JT001", RULE, TODAY))
        .thenRejected(ITEM_NOT_IN_TASK);
    Answer none = new Answer("I-1", List.of("1"), "", List.of());
    assertThat(none).isEqualTo(new Answer("I-1", List.of("1"), ""));
    assertThat(Arrays.asList(none.replies())).containsOnlyNulls();
  }
}
