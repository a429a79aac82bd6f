package cn.doublerandom.publication.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.bureau.figures.Turns;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.publication.PublicationRejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the public is told of plans, draws and firms (R26, R27, R30). */
class NoticeDeciderTest {
  private final DeciderSpecification<NoticeCommand, NoticeEvent, Optional<Noted>> notices =
      DeciderSpecification.of(new NoticeDecider());

  private static PlanNotice plan(String rate, @Nullable Integer version, @Nullable String reason) {
    return new PlanNotice(
        "130534-2023",
        "清河县交通运输局",
        "2023年计划",
        "2023年1月6日",
        LocalDate.of(2023, 1, 30),
        List.of(
            new PlanTask(
                "2023001",
                "随机抽查001",
                "001",
                "道路运输行业随机抽查",
                "定向抽查",
                rate,
                "事项",
                "道路运输企业",
                "法制安全科",
                "执法大队",
                "2023年3月至11月",
                LocalDate.of(2023, 3, 1),
                LocalDate.of(2023, 11, 30),
                null)),
        version,
        reason,
        null,
        null);
  }

  @Test
  void an_adjusted_plan_keeps_its_earlier_versions_with_reason_and_difference() {
    var adjusted =
        notices
            .given()
            .having(new NoticeCommand.IssuePlanNotice(plan("10%", 1, null)))
            .having(new NoticeCommand.IssuePlanNotice(plan("12%", 2, "新增企业较多")));
    var again = adjusted.when(new NoticeCommand.IssuePlanNotice(plan("12%", 2, "新增企业较多")));
    again.then();
    var shown = (PlanNotice) again.state().orElseThrow();
    assertThat(shown.number()).isEqualTo(2);
    assertThat(shown.reason()).isEqualTo("新增企业较多");
    assertThat(shown.versionsBefore()).extracting(PlanVersion::number).containsExactly(1);
    assertThat(shown.changes())
        .containsExactly(new PlanDifference("2023001 001号", "抽查比例", "10%", "12%"));
    var third =
        adjusted
            .when(new NoticeCommand.IssuePlanNotice(plan("8%", 3, "企业减少")))
            .state()
            .orElseThrow();
    assertThat(((PlanNotice) third).versionsBefore())
        .extracting(PlanVersion::number)
        .containsExactly(2, 1);
  }

  @Test
  void versions_nobody_numbered_are_counted() {
    var adjusted =
        notices
            .given(
                new NoticeEvent.PlanNoticeIssued(plan("10%", null, null)),
                new NoticeEvent.PlanNoticeIssued(plan("12%", null, null)))
            .when(new NoticeCommand.NoteDrawVoid("130534-2023001-001-1", "x", null))
            .state()
            .orElseThrow();
    assertThat(((PlanNotice) adjusted).number()).isEqualTo(2);
  }

  @Test
  void a_sealed_draw_that_was_voided_says_so_and_binds_its_bundle() {
    var voided =
        notices
            .given()
            .having(
                new NoticeCommand.NoteDrawCommitment(
                    DrawNotice.committed(
                        "130534-2023001-001-1",
                        "2023001",
                        "001",
                        1,
                        50,
                        "c",
                        "t",
                        null,
                        null,
                        null,
                        null)))
            .having(
                new NoticeCommand.NoteDrawSeal(
                    new DrawSealing("s", 5, "2023-05-01T00:00:00Z", null),
                    LocalDate.of(2023, 3, 21)))
            .when(new NoticeCommand.NoteDrawVoid("130534-2023001-001-1", "名单泄露", "r"))
            .state()
            .orElseThrow();
    var draw = (DrawNotice) voided;
    assertThat(draw.voidedSealed()).isTrue();
    assertThat(draw.resultHash()).isEqualTo("r");
    assertThat(draw.drawn()).isEqualTo(5);
    assertThat(draw.planKey()).isEqualTo("130534-2023");
  }

  @Test
  void a_firm_that_left_this_year_was_still_in_business_at_the_year_before() {
    var left =
        notices
            .given()
            .having(new NoticeCommand.NoteSubject(firm("ACTIVE"), null, null, null))
            .when(
                new NoticeCommand.NoteSubject(
                    firm("CANCELLED"), LocalDate.of(2023, 3, 1), null, null))
            .state()
            .orElseThrow();
    assertThat(((KnownSubject) left).stood().isCountedOn(LocalDate.of(2022, 12, 31))).isTrue();
    assertThat(((KnownSubject) left).stood().isCountedOn(LocalDate.of(2023, 12, 31))).isFalse();
  }

  @Test
  void a_firm_told_to_leave_business_next_december_counts_this_year_and_not_the_next() {
    LocalDate since = LocalDate.of(2018, 5, 2);
    LocalDate december = LocalDate.of(2023, 12, 1);
    var states =
        new Turns<>(
            List.of(new Turns.Turn<>(since, "ACTIVE"), new Turns.Turn<>(december, "SUSPENDED")));
    var noted =
        (KnownSubject)
            DeciderSpecification.of(new NoticeDecider())
                .given()
                .when(new NoticeCommand.NoteSubject(firm("ACTIVE"), since, states, null))
                .state()
                .orElseThrow();
    assertThat(noted.status()).isEqualTo("ACTIVE");
    assertThat(noted.stood().isCountedOn(LocalDate.of(2022, 12, 31))).isTrue();
    assertThat(noted.stood().isCountedOn(LocalDate.of(2023, 12, 31))).isFalse();
  }

  private static KnownSubject firm(String status) {
    return new KnownSubject(
        "91130534MA0023063G",
        "甲公司",
        "ENTERPRISE",
        status,
        "局",
        LocalDate.of(2018, 1, 1),
        null,
        null);
  }

  @Test
  void a_round_voided_before_its_commitment_is_not_missing_in_public() {
    var told =
        notices.given().when(new NoticeCommand.NoteDrawVoid("130534-2023003-002-2", "名单有误", null));
    var notice = (DrawNotice) told.state().orElseThrow();
    assertThat(notice.planId()).isEqualTo("2023003");
    assertThat(notice.taskId()).isEqualTo("002");
    assertThat(notice.round()).isEqualTo(2);
    assertThat(notice.phase()).isEqualTo("VOIDED");
    assertThat(notice.voidReason()).isEqualTo("名单有误");
    assertThat(notice.wasCommitted()).isFalse();
    notices
        .given()
        .having(new NoticeCommand.NoteDrawVoid("130534-2023003-002-2", "名单有误", null))
        .when(new NoticeCommand.NoteDrawVoid("130534-2023003-002-2", "名单有误", null))
        .then();
  }

  private static final NoticeCommand.NoteDrawCommitment COMMITMENT =
      new NoticeCommand.NoteDrawCommitment(
          DrawNotice.committed(
              "130534-2023001-001-1", "2023001", "001", 1, 50, "c", "t", null, null, null, null));
  private static final NoticeCommand.NoteDrawSeal SEAL =
      new NoticeCommand.NoteDrawSeal(
          new DrawSealing("s", 5, "2023-05-01T00:00:00Z", null), LocalDate.of(2023, 3, 21));
  private static final NoticeCommand.IssueDrawNotice RESULT =
      new NoticeCommand.IssueDrawNotice(
          "r", List.of("甲公司"), LocalDate.of(2023, 3, 22), null, null, null, null, null);
  private static final NoticeEvent.DrawNoticeIssued ISSUED =
      new NoticeEvent.DrawNoticeIssued(
          "r", List.of("甲公司"), LocalDate.of(2023, 3, 22), null, null, null, null, null);

  @Test
  void what_was_told_already_is_told_to_nobody_again() {
    var alarm =
        new PlanAlarm(
            "130534-2023",
            "PUBLISH",
            "OVERDUE",
            LocalDate.of(2023, 1, 31),
            LocalDate.of(2023, 2, 1),
            null);
    var programme = programme("第一期", LocalDate.of(2023, 6, 30), LocalDate.of(2023, 3, 2));
    var anchor = new Anchor("draw", 128, "ab", "", Instant.parse("2023-03-21T00:00:00Z"));
    var subject = new NoticeCommand.NoteSubject(firm("ACTIVE"), null, null, null);
    for (NoticeCommand told :
        List.of(
            new NoticeCommand.NotePlanAlarm(alarm),
            new NoticeCommand.IssueProgrammeNotice(programme),
            new NoticeCommand.NoteAnchor(anchor),
            COMMITMENT,
            subject)) {
      assertThat(notices.given().when(told).events()).as("%s", told).hasSize(1);
      notices.given().having(told).when(told).then();
    }
    notices
        .given()
        .when(new NoticeCommand.NotePlanAlarm(alarm))
        .then(new NoticeEvent.PlanAlarmNoted(alarm));
    assertThat(notices.given().when(new NoticeCommand.NotePlanAlarm(alarm)).state())
        .contains(alarm);
    assertThat(notices.given().when(new NoticeCommand.IssueProgrammeNotice(programme)).state())
        .contains(programme);
    assertThat(notices.given().when(new NoticeCommand.NoteAnchor(anchor)).state()).contains(anchor);
  }

  @Test
  void the_result_of_a_draw_is_told_once_be_it_sealed_before_or_not() {
    var committed = notices.given().having(COMMITMENT);
    committed.when(RESULT).then(ISSUED);
    committed.having(RESULT).when(RESULT).then();
    notices.given().having(COMMITMENT).having(SEAL).when(RESULT).then(ISSUED);
    var told = (DrawNotice) notices.given().having(COMMITMENT).when(RESULT).state().orElseThrow();
    assertThat(told.resultHash()).isEqualTo("r");
    assertThat(told.selected()).containsExactly("甲公司");
    assertThat(told.executedOn()).isEqualTo("2023-03-22");
  }

  @Test
  void a_draw_is_sealed_once_and_only_before_its_result_is_told() {
    notices
        .given()
        .having(COMMITMENT)
        .when(SEAL)
        .then(new NoticeEvent.DrawSealNoted(SEAL.sealing(), SEAL.executedOn()));
    notices.given().having(COMMITMENT).having(SEAL).when(SEAL).then();
    notices.given().having(COMMITMENT).having(RESULT).when(SEAL).then();
  }

  @Test
  void a_draw_overdue_is_told_for_each_day_it_was_due_once() {
    var late = new NoticeCommand.NoteDrawOverdue("2023-03-21T00:00:00Z");
    var later = new NoticeCommand.NoteDrawOverdue("2023-04-21T00:00:00Z");
    var committed = notices.given().having(COMMITMENT);
    committed.when(late).then(new NoticeEvent.DrawOverdueNoted("2023-03-21T00:00:00Z"));
    var overdue = committed.having(late);
    overdue.when(late).then();
    overdue.when(later).then(new NoticeEvent.DrawOverdueNoted("2023-04-21T00:00:00Z"));
  }

  @Test
  void a_replacement_and_a_void_are_told_once() {
    var replaced =
        new NoticeCommand.NoteSubjectReplacement(
            new SubjectReplacement(
                "甲公司", "乙公司", "注销", LocalDate.of(2023, 4, 1), null, null, null, null));
    var executed = notices.given().having(COMMITMENT).having(RESULT);
    executed.when(replaced).then(new NoticeEvent.SubjectReplacementNoted(replaced.replacement()));
    var shown = executed.having(replaced);
    shown.when(replaced).then();
    assertThat(((DrawNotice) shown.when(replaced).state().orElseThrow()).replaced())
        .containsExactly(replaced.replacement());
    var undone = new NoticeCommand.NoteReplacementUndone("甲公司", "乙公司", "检查已经结束");
    shown.when(undone).then(new NoticeEvent.ReplacementUndoneNoted("甲公司", "乙公司", "检查已经结束"));
    var stays = shown.having(undone);
    stays.when(undone).then();
    stays.when(replaced).then();
    assertThat(((DrawNotice) stays.when(undone).state().orElseThrow()).replaced())
        .extracting(SubjectReplacement::undone)
        .containsExactly("检查已经结束");
    var annulled = new NoticeCommand.NoteDrawVoid("130534-2023001-001-1", "名单有误", null);
    shown.when(annulled).then(new NoticeEvent.DrawVoidNoted("名单有误", null));
    shown.having(annulled).when(annulled).then();
  }

  @Test
  void of_a_draw_nobody_committed_to_nothing_is_told() {
    for (NoticeCommand unheard :
        List.of(
            RESULT,
            SEAL,
            new NoticeCommand.NoteDrawOverdue("2023-03-21T00:00:00Z"),
            new NoticeCommand.NoteSubjectReplacement(
                new SubjectReplacement(
                    "甲公司", "乙公司", "注销", LocalDate.of(2023, 4, 1), null, null, null, null)))) {
      notices.given().when(unheard).thenRejected(PublicationRejection.NOTICE_UNKNOWN);
    }
    assertThatThrownBy(() -> new NoticeDecider().replay(List.of(ISSUED)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_task_that_came_and_one_that_went_are_differences_of_a_plan() {
    PlanNotice before = plan("10%", 1, null);
    PlanNotice none =
        new PlanNotice(
            before.planKey(),
            before.issuer(),
            before.title(),
            before.tableDate(),
            before.publishedOn(),
            List.of(),
            2,
            "任务取消",
            null,
            null);
    assertThat(PlanDifference.between(before.tasks(), none.tasks()))
        .containsExactly(new PlanDifference("2023001 001号", "任务", "道路运输行业随机抽查", ""));
    assertThat(PlanDifference.between(none.tasks(), before.tasks()))
        .containsExactly(new PlanDifference("2023001 001号", "任务", "", "道路运输行业随机抽查"));
    assertThat(PlanDifference.between(before.tasks(), before.tasks())).isEmpty();
  }

  @Test
  void a_draw_that_found_no_team_says_so_with_the_days_of_its_visits() {
    var visits = new DrawnVisits(LocalDate.of(2023, 3, 20), LocalDate.of(2023, 6, 30), true);
    var issue =
        new NoticeCommand.IssueDrawNotice(
            "r", List.of("甲公司"), LocalDate.of(2023, 3, 22), null, null, null, visits, null);
    assertThat(notices.given().having(COMMITMENT).when(issue).state())
        .hasValueSatisfying(known -> {
          assertThat(((DrawNotice) known).visits()).isEqualTo(visits);
          assertThat(((DrawNotice) known).lacksTeams()).isTrue();
        });
    assertThat(notices.given().having(COMMITMENT).when(RESULT).state())
        .hasValueSatisfying(known -> assertThat(((DrawNotice) known).lacksTeams()).isFalse());
  }

  @Test
  void a_programme_in_the_place_of_another_says_what_was_public_before() {
    ProgrammeNotice first = programme("第一期", LocalDate.of(2023, 6, 30), LocalDate.of(2023, 3, 2));
    ProgrammeNotice second =
        programme("第一期（重）", LocalDate.of(2023, 8, 31), LocalDate.of(2023, 7, 2));
    var issued = notices.given().having(new NoticeCommand.IssueProgrammeNotice(first));
    assertThat(issued.when(new NoticeCommand.IssueProgrammeNotice(first)).events()).isEmpty();
    var again = issued.having(new NoticeCommand.IssueProgrammeNotice(second));
    assertThat(again.when(new NoticeCommand.IssueProgrammeNotice(second)).state())
        .hasValueSatisfying(known ->
            assertThat(((ProgrammeNotice) known).formerly())
                .containsExactly(
                    new ProgrammeNotice.Former(
                        "第一期", "", first.checkFrom(), first.checkTo(), first.publishedOn())));
    assertThat(again.when(new NoticeCommand.IssueProgrammeNotice(second)).events()).isEmpty();
  }

  private static ProgrammeNotice programme(String title, LocalDate checkTo, LocalDate publishedOn) {
    return new ProgrammeNotice(
        "130534-2023001-001-1",
        "130534-2023",
        "2023001",
        "001",
        1,
        title,
        "",
        List.of("经营行为"),
        LocalDate.of(2023, 3, 20),
        checkTo,
        6,
        "集中培训",
        "实地检查",
        "法制安全科",
        LocalDate.of(2023, 3, 1),
        publishedOn,
        null);
  }
}
