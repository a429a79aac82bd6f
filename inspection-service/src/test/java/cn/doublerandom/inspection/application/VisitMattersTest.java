package cn.doublerandom.inspection.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.inspection.visit.Arrangement;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Ending;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.AccountNames.Names;
import cn.doublerandom.servicekit.waiting.Matter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a visit wants next of whom. */
class VisitMattersTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 4, 3);
  private static final VisitMatters MATTERS =
      new VisitMatters(TODAY, WorkdayCalendar.shipped(), Map.of(), Names.NONE);

  private static VisitSummary visit(
      String state, @Nullable LocalDate due, @Nullable List<String> present) {
    return new VisitSummary(
        "130534-2023001-001-1-S1",
        "130534-2023001-001-1",
        "S1",
        state,
        List.of("JC001", "JC002"),
        List.of(new Assignment.Item("I-1", "经营行为")),
        List.of(),
        LocalDate.of(2023, 3, 1),
        LocalDate.of(2023, 11, 30),
        due == null ? null : LocalDate.of(2023, 3, 16),
        due,
        due == null ? null : false,
        due == null ? null : false,
        List.of(),
        List.of("综合行政执法大队"),
        present,
        List.of(),
        null,
        null);
  }

  @Test
  void a_visit_nobody_went_to_yet_is_to_be_made_within_its_window() {
    Matter next = MATTERS.next(visit("ASSIGNED", null, List.of()), "JC001");

    assertThat(next.kind()).isEqualTo("visit");
    assertThat(next.chinese()).isEqualTo("检查“S1”（3月1日至11月30日）");
    assertThat(next.english()).isEqualTo("Inspect “S1” (1 March to 30 November)");
    assertThat(next.due()).isEqualTo("2023-11-30");
  }

  private static VisitSummary arranged(Arrangement how) {
    return with(visit("ASSIGNED", null, List.of()), how, null);
  }

  private static VisitSummary with(
      VisitSummary plain, @Nullable Arrangement how, @Nullable Ending ending) {
    return new VisitSummary(
        plain.visitId(),
        plain.drawId(),
        plain.subjectId(),
        plain.state(),
        plain.inspectors(),
        plain.items(),
        plain.answers(),
        plain.from(),
        plain.to(),
        null,
        null,
        null,
        null,
        List.of(),
        plain.units(),
        plain.present(),
        List.of(),
        null,
        null,
        how,
        null,
        ending,
        null);
  }

  @Test
  void who_is_to_agree_that_a_visit_ends_is_told_by_whom_and_who_asked_waits() {
    VisitSummary running = visit("IN_PROGRESS", null, List.of("JC001", "JC002"));
    VisitSummary asked = with(running, null, new Ending("JC002", TODAY, null, true));

    assertThat(MATTERS.next(asked, "JC001").kind()).isEqualTo("visit-end");
    assertThat(MATTERS.next(asked, "JC001").chinese()).isEqualTo("看过结论，同意结束对“S1”的检查（JC002已结束）");
    assertThat(MATTERS.next(asked, "jc002").kind()).isEqualTo("visit-end-asked");
    assertThat(MATTERS.next(asked, "jc002").chinese()).isEqualTo("“S1”的检查等待本组另一人同意结束");
    VisitSummary lapsed = with(running, null, new Ending("JC002", TODAY, null, false));
    assertThat(MATTERS.next(lapsed, "JC001").kind()).isEqualTo("visit-in-progress");
  }

  @Test
  void a_visit_with_an_agreed_day_is_made_on_it_or_moved_once_that_is_over() {
    Matter agreed = MATTERS.next(arranged(new Arrangement(TODAY.plusDays(3), null)), "JC001");
    assertThat(agreed.chinese()).isEqualTo("检查“S1”（约定4月6日）");
    assertThat(agreed.due()).isEqualTo("2023-04-06");
    assertThat(MATTERS.next(arranged(new Arrangement(TODAY.minusDays(3), null)), "JC001").chinese())
        .isEqualTo("“S1”约定的检查日期3月31日已过，须改期");
  }

  @Test
  void another_day_is_told_to_whoever_may_agree_to_it() {
    var asked = new Arrangement.AskedDay(TODAY.plusDays(3), "企业当天停电检修", "JC001", TODAY);
    Matter waits = MATTERS.otherDay(arranged(new Arrangement(null, asked)));
    assertThat(waits.kind()).isEqualTo("visit-day");
    assertThat(waits.chinese()).isEqualTo("同意或者退回“S1”的检查日期（申请改为4月6日）");
    assertThat(waits.english())
        .isEqualTo("Agree to another day for the visit of “S1” (6 April), or decline it");
  }

  @Test
  void whom_a_colleague_waits_for_on_site_confirms_that_he_is_there() {
    VisitSummary begun = visit("ASSIGNED", null, List.of("JC002"));

    assertThat(MATTERS.next(begun, "JC001").kind()).isEqualTo("arrival");
    assertThat(MATTERS.next(begun, "jc002").kind()).isEqualTo("visit");
    assertThat(MATTERS.next(begun, "JC001").chinese()).isEqualTo("确认已到“S1”检查现场（JC002已到）");
  }

  @Test
  void who_came_in_during_a_visit_confirms_that_he_is_there() {
    VisitSummary running = visit("IN_PROGRESS", null, List.of("JC002"));

    assertThat(MATTERS.next(running, "JC001").kind()).isEqualTo("arrival");
    assertThat(MATTERS.next(running, "JC002").chinese()).isEqualTo("完成对“S1”的检查（1 项中已答 0 项）");
  }

  @Test
  void a_result_is_due_in_working_days_and_not_in_days_of_the_week() {
    // 5 April 2023 is 清明节; 3 April is a Monday.
    Matter next = MATTERS.next(visit("FINISHED", LocalDate.of(2023, 4, 13), null), "JC001");

    assertThat(next.chinese()).isEqualTo("录入“S1”的检查结果（还剩 7 个工作日）");
    assertThat(next.english()).isEqualTo("Record the result of “S1” (7 working days left)");
    assertThat(next.due()).isEqualTo("2023-04-13");
  }

  @Test
  void who_answers_for_a_result_that_is_due_soon_reads_of_whom_and_in_how_many_working_days() {
    // Ten working days after Monday, 3 April, of which 5 April is none.
    assertThat(MATTERS.soon()).isEqualTo("2023-04-18");

    Matter near = MATTERS.near(visit("FINISHED", LocalDate.of(2023, 4, 13), null));

    assertThat(near.kind()).isEqualTo("result-due");
    assertThat(near.chinese()).isEqualTo("提醒录入“S1”的检查结果（JC001、JC002，还剩 7 个工作日）");
    assertThat(near.english())
        .isEqualTo("Remind of the result of “S1” (JC001, JC002; 7 working days left)");
    assertThat(near.at()).isEqualTo("/inspection/ui/visits/130534-2023001-001-1-S1");
  }

  @Test
  void a_result_whose_day_has_passed_is_overdue() {
    VisitSummary late = visit("FINISHED", LocalDate.of(2023, 3, 31), null);

    assertThat(MATTERS.next(late, "JC001").chinese()).isEqualTo("录入“S1”的检查结果（已超 1 个工作日）");
    assertThat(MATTERS.late(late).kind()).isEqualTo("result-overdue");
  }

  @Test
  void what_waits_names_the_firm_and_leads_to_the_page_of_its_visit() {
    Matter next =
        MATTERS
            .naming(Map.of("S1", "清河县路途汽车维修有限公司"))
            .next(visit("ASSIGNED", null, List.of()), "JC001");

    assertThat(next.chinese()).startsWith("检查“清河县路途汽车维修有限公司”");
    assertThat(next.at()).isEqualTo("/inspection/ui/visits/130534-2023001-001-1-S1");
  }

  @Test
  void beside_a_member_with_a_name_it_is_said_of_the_other_that_his_is_not_known() {
    var matters =
        new VisitMatters(
            TODAY,
            WorkdayCalendar.shipped(),
            Map.of(),
            account -> account.equals("JC001") ? "示例人员一" : "");
    VisitSummary visit = visit("ASSIGNED", null, List.of());

    assertThat(matters.approval(visit).chinese()).contains("（示例人员一、JC002（姓名未知））");
    assertThat(matters.approval(visit).english()).contains("(示例人员一, JC002 (name not known))");
  }

  @Test
  void an_approval_and_a_recusal_wait_for_somebody_who_does_not_go() {
    VisitSummary visit = visit("ASSIGNED", null, List.of());

    assertThat(MATTERS.approval(visit).chinese()).isEqualTo("审批对“S1”的行政检查（JC001、JC002）");
    assertThat(MATTERS.recusal(visit).chinese()).isEqualTo("决定“S1”检查组的回避申请");
    assertThat(MATTERS.approval(visit).kind()).isEqualTo("visit-approval");
    assertThat(MATTERS.recusal(visit).english()).contains("recusal");
  }
}
