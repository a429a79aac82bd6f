package cn.doublerandom.registry.subject;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveMerge;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveStatus;
import cn.doublerandom.registry.subject.SubjectCommand.ChangeStatus;
import cn.doublerandom.registry.subject.SubjectCommand.DeclineStatus;
import cn.doublerandom.registry.subject.SubjectCommand.Reclassify;
import cn.doublerandom.registry.subject.SubjectCommand.RegisterSubject;
import cn.doublerandom.registry.subject.SubjectCommand.RequestMerge;
import cn.doublerandom.registry.subject.SubjectCommand.TakeDuplicate;
import cn.doublerandom.registry.subject.SubjectCommand.WithdrawStatus;
import cn.doublerandom.registry.subject.SubjectEvent.DuplicateTaken;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequestEnded;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubjectDeciderTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);
  private static final SubjectDetails FIRM = firm(SubjectKind.ENTERPRISE, LocalDate.of(2018, 5, 2));

  private static SubjectDetails firm(SubjectKind kind, LocalDate since) {
    return new SubjectDetails(
        "91350100M000100Y43",
        "甲公司",
        kind,
        List.of("道路运输"),
        CreditRiskClass.B,
        SubjectStatus.ACTIVE,
        "行政审批局",
        since,
        "",
        null);
  }

  private static DeciderSpecification<SubjectCommand, SubjectEvent, Subject>.Given given(
      SubjectEvent... more) {
    return DeciderSpecification.of(new SubjectDecider())
        .given(new SubjectRegistered(FIRM))
        .and(more);
  }

  private static RegisterSubject told(SubjectDetails details, LocalDate day) {
    return new RegisterSubject(details, day, "registrar", "B1", "名录导入", null, true);
  }

  private static ChangeStatus suspend(LocalDate effective) {
    return new ChangeStatus(SubjectStatus.SUSPENDED, "企业申请停业", effective, "registrar");
  }

  private static final SubjectStatusChanged FROM_DECEMBER =
      new SubjectStatusChanged(SubjectStatus.SUSPENDED, "企业申请停业", DECEMBER);

  @Test
  void a_suspension_from_december_acts_in_december() {
    var state = (Subject.Registered) given(FROM_DECEMBER).when(suspend(DECEMBER)).state();
    assertThat(state.asOf(MAY).status()).isEqualTo(SubjectStatus.ACTIVE);
    assertThat(state.asOf(DECEMBER.minusDays(1)).status()).isEqualTo(SubjectStatus.ACTIVE);
    assertThat(state.asOf(DECEMBER).status()).isEqualTo(SubjectStatus.SUSPENDED);
  }

  @Test
  void a_suspension_from_june_is_a_change_though_that_of_december_is_known() {
    given(FROM_DECEMBER).when(suspend(JUNE)).then(pauseAsked(JUNE));
    var state =
        (Subject.Registered)
            given(FROM_DECEMBER, pauseAsked(JUNE))
                .when(new ApproveStatus("approver", null, MAY))
                .state();
    assertThat(state.asOf(JUNE).status()).isEqualTo(SubjectStatus.SUSPENDED);
    assertThat(state.asOf(JUNE.minusDays(1)).status()).isEqualTo(SubjectStatus.ACTIVE);
  }

  @Test
  void a_firm_that_works_again_from_august_is_suspended_from_december_all_the_same() {
    var state =
        (Subject.Registered)
            given(FROM_DECEMBER)
                .having(suspend(JUNE))
                .having(new ApproveStatus("approver", null, MAY))
                .having(
                    new ChangeStatus(
                        SubjectStatus.ACTIVE, "恢复营业", LocalDate.of(2023, 8, 1), "registrar"))
                .when(new ApproveStatus("approver", null, MAY))
                .state();
    assertThat(state.asOf(LocalDate.of(2023, 9, 1)).status()).isEqualTo(SubjectStatus.ACTIVE);
    assertThat(state.asOf(DECEMBER).status()).isEqualTo(SubjectStatus.SUSPENDED);
  }

  @Test
  void a_suspension_that_will_not_come_is_taken_back_from_its_own_day() {
    var state =
        (Subject.Registered)
            given(FROM_DECEMBER)
                .having(new ChangeStatus(SubjectStatus.ACTIVE, "撤回申请", DECEMBER, "registrar"))
                .when(new ApproveStatus("approver", null, MAY))
                .state();
    assertThat(state.asOf(DECEMBER).status()).isEqualTo(SubjectStatus.ACTIVE);
  }

  @Test
  void the_same_suspension_said_again_changes_nothing() {
    given(FROM_DECEMBER).when(suspend(DECEMBER)).then();
  }

  @Test
  void a_suspension_that_holds_already_is_refused_with_another_day_or_reason() {
    var known = Map.<String, Object>of("since", "2023-12-01", "reason", "企业申请停业");
    given(FROM_DECEMBER)
        .when(suspend(LocalDate.of(2024, 1, 15)))
        .thenRejected(RegistryRejection.STATUS_UNCHANGED, known);
    given(FROM_DECEMBER)
        .when(new ChangeStatus(SubjectStatus.SUSPENDED, "火灾", DECEMBER, "registrar"))
        .thenRejected(RegistryRejection.STATUS_UNCHANGED, known);
    given()
        .when(new ChangeStatus(SubjectStatus.ACTIVE, "恢复营业", MAY, "registrar"))
        .thenRejected(
            RegistryRejection.STATUS_UNCHANGED, Map.of("since", "2018-05-02", "reason", ""));
  }

  @Test
  void the_list_sent_again_in_june_says_nothing_new_and_takes_back_no_suspension_of_december() {
    given(FROM_DECEMBER).when(told(FIRM, JUNE)).then();
    given(FROM_DECEMBER)
        .when(told(FIRM, DECEMBER))
        .then(new StatusRequested(SubjectStatus.ACTIVE, "名录导入", DECEMBER, "registrar", "B1"));
  }

  @Test
  void what_is_registered_has_been_founded_and_only_works_may_begin_later() {
    DeciderSpecification.of(new SubjectDecider())
        .given()
        .when(told(firm(SubjectKind.ENTERPRISE, JUNE), MAY))
        .thenRejected(RegistryRejection.DAY_IN_FUTURE);
    SubjectDetails works = firm(SubjectKind.PROJECT, JUNE);
    DeciderSpecification.of(new SubjectDecider())
        .given()
        .when(told(works, MAY))
        .then(new SubjectRegistered(works));
  }

  @Test
  void a_class_is_determined_before_it_is_recorded() {
    given()
        .when(classified(CreditRiskClass.D, MAY.plusDays(1), MAY))
        .thenRejected(RegistryRejection.DAY_IN_FUTURE);
    given().when(classified(CreditRiskClass.D, MAY, MAY)).then(classAsked(CreditRiskClass.D));
  }

  @Test
  void a_class_dated_2203_that_was_taken_once_blocks_no_later_one() {
    var blocked =
        given(new SubjectReclassified(CreditRiskClass.D, "省平台", LocalDate.of(2203, 1, 1)));
    var state =
        (Subject.Registered)
            blocked
                .having(classified(CreditRiskClass.C, MAY, MAY))
                .when(new ApproveStatus("approver", "B1", MAY))
                .state();
    assertThat(state.asOf(JUNE).creditRiskClass()).isEqualTo(CreditRiskClass.C);
  }

  @Test
  void the_class_of_an_older_month_is_refused() {
    given(new SubjectReclassified(CreditRiskClass.C, "省平台", MAY))
        .when(classified(CreditRiskClass.D, MAY.minusMonths(1), MAY))
        .thenRejected(RegistryRejection.RISK_CLASS_OUTDATED);
  }

  private static Reclassify classified(CreditRiskClass risk, LocalDate on, LocalDate recorded) {
    return new Reclassify(risk, new RiskSource("省平台", on), recorded, "registrar", "B1");
  }

  @Test
  void nobody_asks_to_be_merged_into_who_is_not_there() {
    given()
        .when(new RequestMerge("X", false, "重复登记", MAY, "registrar"))
        .thenRejected(RegistryRejection.MERGE_TARGET_GONE);
  }

  @Test
  void who_agrees_to_one_merge_has_not_agreed_to_another() {
    given()
        .having(new RequestMerge("X", true, "重复登记", MAY, "registrar"))
        .when(new ApproveMerge("approver", "Y"))
        .thenRejected(RegistryRejection.MERGE_NOT_REQUESTED);
  }

  @Test
  void only_who_stands_for_himself_is_stood_for() {
    var take = new TakeDuplicate("Y", MAY);
    given().when(take).then(new DuplicateTaken("Y", MAY));
    given()
        .having(new RequestMerge("X", true, "重复登记", MAY, "registrar"))
        .having(new ApproveMerge("approver", "X"))
        .when(take)
        .thenRejected(RegistryRejection.MERGE_TARGET_GONE);
    DeciderSpecification.of(new SubjectDecider())
        .given()
        .when(take)
        .thenRejected(RegistryRejection.MERGE_TARGET_GONE);
  }

  @Test
  void to_be_stood_for_changes_nothing_of_an_entry_nor_of_what_waits_of_it() {
    var merge = new RequestMerge("X", true, "重复登记", MAY, "registrar");
    var approve = new ApproveMerge("approver", "X");
    var alone = given(FROM_DECEMBER, pauseAsked(JUNE)).having(merge).when(approve);
    var stoodFor =
        given(FROM_DECEMBER, pauseAsked(JUNE))
            .having(merge)
            .having(new TakeDuplicate("Y", MAY))
            .when(approve);
    assertThat(stoodFor.events()).isEqualTo(alone.events());
    assertThat(stoodFor.state()).isEqualTo(alone.state());
  }

  @Test
  void a_merge_from_december_leaves_the_entry_for_itself_until_then() {
    var merged =
        (Subject.Merged)
            given()
                .having(new RequestMerge("X", true, "重复登记", DECEMBER, "registrar"))
                .when(new ApproveMerge("approver", "X"))
                .state();
    assertThat(merged.timeline().mergedInto().asOf(JUNE)).isEmpty();
    assertThat(merged.timeline().mergedInto().asOf(DECEMBER)).isEqualTo("X");
  }

  private static ChangeStatus cancel(LocalDate effective, String by) {
    return new ChangeStatus(SubjectStatus.CANCELLED, "企业申请注销", effective, by);
  }

  private static final StatusRequested CANCEL_ASKED =
      new StatusRequested(SubjectStatus.CANCELLED, "企业申请注销", MAY, "registrar", null);
  private static final SubjectStatusChanged CANCELLED =
      new SubjectStatusChanged(SubjectStatus.CANCELLED, "企业申请注销", MAY, "registrar", "approver");

  @Test
  void a_firm_is_cancelled_when_another_person_agrees_and_counts_until_then() {
    given().when(cancel(MAY, "registrar")).then(CANCEL_ASKED);
    var asked = (Subject.Registered) given().when(cancel(MAY, "registrar")).state();
    assertThat(asked.asOf(MAY).status()).isEqualTo(SubjectStatus.ACTIVE);
    given(CANCEL_ASKED).when(new ApproveStatus("approver", null, JUNE)).then(CANCELLED);
    given(CANCEL_ASKED, CANCELLED)
        .when(new ApproveStatus("approver", null, JUNE))
        .thenRejected(RegistryRejection.STATUS_NOT_REQUESTED);
  }

  @Test
  void nobody_agrees_to_the_cancellation_he_asked_for_whoever_asked_after_him() {
    for (String account : List.of("registrar", "REGISTRAR ", "ｒegistrar")) {
      given(CANCEL_ASKED)
          .and(new StatusRequested(SubjectStatus.CANCELLED, "企业申请注销", MAY, "another", null))
          .when(new ApproveStatus(account, null, JUNE))
          .thenRejected(RegistryRejection.STATUS_NEEDS_SECOND_PERSON);
    }
  }

  @Test
  void a_pause_of_whatever_day_waits_and_the_firm_is_in_business_until_another_agrees() {
    for (LocalDate day : List.of(MAY.minusDays(1), MAY, MAY.plusDays(1), DECEMBER)) {
      given().when(suspend(day)).then(pauseAsked(day));
      var waits = (Subject.Registered) given().when(suspend(day)).state();
      assertThat(waits.asOf(day).status()).isEqualTo(SubjectStatus.ACTIVE);
      given(pauseAsked(day))
          .when(new ApproveStatus("approver", null, MAY))
          .then(
              new SubjectStatusChanged(
                  SubjectStatus.SUSPENDED, "企业申请停业", day, "registrar", "approver"));
    }
  }

  private static StatusRequested pauseAsked(LocalDate day) {
    return new StatusRequested(SubjectStatus.SUSPENDED, "企业申请停业", day, "registrar", null);
  }

  @Test
  void moving_out_waits_and_so_does_coming_back_from_a_cancellation() {
    given()
        .when(new ChangeStatus(SubjectStatus.MOVED_OUT, "迁往外县", DECEMBER, "registrar"))
        .then(new StatusRequested(SubjectStatus.MOVED_OUT, "迁往外县", DECEMBER, "registrar", null));
    given(CANCEL_ASKED, CANCELLED)
        .when(new ChangeStatus(SubjectStatus.ACTIVE, "注销有误", MAY, "registrar"))
        .then(new StatusRequested(SubjectStatus.ACTIVE, "注销有误", MAY, "registrar", null));
  }

  @Test
  void the_same_cancellation_asked_again_changes_nothing_and_a_later_return_leaves_it_waiting() {
    given(CANCEL_ASKED).when(cancel(MAY, "registrar")).then();
    // A return by one person alone, as ledgers of before hold it.
    given(FROM_DECEMBER, CANCEL_ASKED)
        .and(new SubjectStatusChanged(SubjectStatus.ACTIVE, "撤回申请", DECEMBER))
        .when(new ApproveStatus("approver", null, JUNE))
        .then(CANCELLED);
  }

  @Test
  void a_list_that_cancels_a_firm_waits_with_its_batch_and_holds_at_once_in_all_else() {
    SubjectDetails told = FIRM.withStatus(SubjectStatus.CANCELLED);
    var asked = new StatusRequested(SubjectStatus.CANCELLED, "名录导入", JUNE, "registrar", "B1");
    given().when(told(told, JUNE)).then(asked);
    given(asked).when(told(told, JUNE.plusMonths(1))).then();
    SubjectDetails elsewhere = registeredBy("市场监督管理局");
    given()
        .when(told(elsewhere.withStatus(SubjectStatus.CANCELLED), JUNE))
        .then(new SubjectRevised(elsewhere, JUNE), asked);
    given(asked)
        .when(new ApproveStatus("approver", "B2", JUNE))
        .thenRejected(RegistryRejection.STATUS_NOT_REQUESTED);
    given(asked)
        .when(new ApproveStatus("approver", "B1", JUNE))
        .then(
            new SubjectStatusChanged(
                SubjectStatus.CANCELLED, "名录导入", JUNE, "registrar", "approver"));
  }

  @Test
  void a_list_brings_nobody_back_who_was_cancelled() {
    given(CANCEL_ASKED, CANCELLED)
        .when(told(FIRM, JUNE))
        .thenRejected(RegistryRejection.CANCELLED_REINSTATED, Map.of("subject", FIRM.id()));
    SubjectDetails still = FIRM.withStatus(SubjectStatus.CANCELLED);
    given(CANCEL_ASKED, CANCELLED).when(told(still, JUNE)).then();
  }

  @Test
  void a_letter_is_no_reason() {
    for (String reason : List.of("x", "停", "停停", "　")) {
      given()
          .when(new ChangeStatus(SubjectStatus.SUSPENDED, reason, DECEMBER, "registrar"))
          .thenRejected(RegistryRejection.REASON_MISSING);
      given()
          .when(new RequestMerge("X", true, reason, MAY, "registrar"))
          .thenRejected(RegistryRejection.REASON_MISSING);
    }
  }

  private static SubjectDetails registeredBy(String registrar) {
    return new SubjectDetails(
        FIRM.id(),
        FIRM.name(),
        FIRM.kind(),
        FIRM.labels(),
        FIRM.creditRiskClass(),
        FIRM.status(),
        registrar,
        FIRM.since(),
        FIRM.address(),
        FIRM.particulars());
  }

  private static StatusRequested leaves(Departure departure) {
    return new StatusRequested(SubjectStatus.ACTIVE, "名录导入", JUNE, "registrar", "B1", departure);
  }

  private static Departure loses(String label) {
    return new Departure(List.of(label), null, null, null, true, null);
  }

  @Test
  void a_label_waits_whether_it_is_lost_or_gained() {
    SubjectDetails told = FIRM.withLabels(List.of("危险货物"));
    StatusRequested asked =
        leaves(new Departure(List.of("道路运输"), null, null, null, true, List.of("危险货物")));
    given().when(told(told, JUNE)).then(asked);
    given(asked).when(told(told, JUNE)).then();
    var state =
        (Subject.Registered)
            given(asked).when(new ApproveStatus("approver", "B1", DECEMBER)).state();
    assertThat(state.asOf(DECEMBER.minusDays(1)).labels()).containsExactly("道路运输");
    assertThat(state.asOf(DECEMBER).labels()).containsExactly("危险货物");
    assertThat(state.statusAsked()).isEmpty();
  }

  /**
   * A label picks the tier a firm is drawn by: one person had a firm drawn, or its odds thinned.
   */
  @Test
  void a_label_that_is_only_gained_waits_and_an_older_request_means_what_it_meant() {
    StatusRequested asked =
        leaves(new Departure(List.of(), null, null, null, true, List.of("危险货物")));
    given().when(told(FIRM.withLabels(List.of("危险货物", "道路运输")), JUNE)).then(asked);
    var agreed =
        (Subject.Registered) given(asked).when(new ApproveStatus("approver", "B1", JUNE)).state();
    assertThat(agreed.details().labels()).containsExactly("危险货物", "道路运输");
    var old =
        (Subject.Registered)
            given(leaves(loses("道路运输"))).when(new ApproveStatus("approver", "B1", JUNE)).state();
    assertThat(old.details().labels()).isEmpty();
  }

  @Test
  void another_founding_day_waits_whether_later_or_earlier() {
    for (LocalDate day : List.of(FIRM.since().plusYears(1), FIRM.since().minusYears(1))) {
      StatusRequested asked = leaves(new Departure(List.of(), null, null, day, true, null));
      given().when(told(FIRM.withSince(day), JUNE)).then(asked);
      var state =
          (Subject.Registered) given(asked).when(new ApproveStatus("approver", null, JUNE)).state();
      assertThat(state.details().since()).isEqualTo(day);
    }
  }

  @Test
  void another_class_waits_whichever_table_tells_it_lower_or_higher() {
    for (CreditRiskClass other : List.of(CreditRiskClass.A, CreditRiskClass.D)) {
      given()
          .when(told(FIRM.withRiskClass(other), JUNE))
          .then(leaves(new Departure(List.of(), other, null, null, true, null)));
      StatusRequested asked = classAsked(other);
      given().when(classified(other, MAY, MAY)).then(asked);
      var waits = (Subject.Registered) given().when(classified(other, MAY, MAY)).state();
      assertThat(waits.asOf(MAY).creditRiskClass()).isEqualTo(FIRM.creditRiskClass());
      given(asked).when(classified(other, MAY, JUNE)).then();
      given(asked)
          .when(new ApproveStatus("approver", "B1", JUNE))
          .then(new SubjectReclassified(other, "省平台", MAY, "registrar", "approver"));
    }
  }

  @Test
  void the_class_that_is_known_holds_at_once_with_its_source() {
    given()
        .when(classified(FIRM.creditRiskClass(), MAY, MAY))
        .then(new SubjectReclassified(FIRM.creditRiskClass(), "省平台", MAY));
  }

  private static StatusRequested classAsked(CreditRiskClass other) {
    return new StatusRequested(
        SubjectStatus.ACTIVE,
        "省平台评定，批次 B1",
        MAY,
        "registrar",
        "B1",
        Departure.to(other, new RiskSource("省平台", MAY)));
  }

  @Test
  void a_pause_a_list_tells_waits_with_the_day_it_names() {
    SubjectDetails paused = FIRM.withStatus(SubjectStatus.SUSPENDED);
    given()
        .when(told(paused, JUNE))
        .then(new StatusRequested(SubjectStatus.SUSPENDED, "名录导入", JUNE, "registrar", "B1"));
    var later = new RegisterSubject(paused, JUNE, "registrar", "B1", "企业申请停业", DECEMBER, false);
    given()
        .when(later)
        .then(new StatusRequested(SubjectStatus.SUSPENDED, "企业申请停业", DECEMBER, "registrar", "B1"));
    given(FROM_DECEMBER).when(later).then();
  }

  @Test
  void a_revoked_licence_takes_a_firm_out_as_a_cancellation_does_under_its_own_word() {
    var revoked =
        new RegisterSubject(
            FIRM.withStatus(SubjectStatus.REVOKED), JUNE, "registrar", "B1", "吊销", MAY, false);
    var asked = new StatusRequested(SubjectStatus.REVOKED, "吊销", MAY, "registrar", "B1");
    given().when(revoked).then(asked);
    var state =
        (Subject.Registered) given(asked).when(new ApproveStatus("approver", null, JUNE)).state();
    assertThat(state.asOf(MAY).status()).isEqualTo(SubjectStatus.REVOKED);
    assertThat(state.asOf(MAY.minusDays(1)).status()).isEqualTo(SubjectStatus.ACTIVE);
  }

  @Test
  void what_waits_is_not_replaced_and_the_refusal_names_it() {
    var waits = Map.<String, Object>of("waits", "登记状态变更为注销，自 2023-05-10 起，由 registrar 申请");
    given(CANCEL_ASKED)
        .when(cancel(MAY, "another"))
        .thenRejected(RegistryRejection.STATUS_REQUEST_WAITS, waits);
    given(CANCEL_ASKED)
        .when(suspend(MAY))
        .thenRejected(RegistryRejection.STATUS_REQUEST_WAITS, waits);
    given(CANCEL_ASKED)
        .when(told(FIRM.withLabels(List.of()), JUNE))
        .thenRejected(RegistryRejection.STATUS_REQUEST_WAITS, waits);
  }

  @Test
  void another_person_declines_with_a_reason_and_who_asked_withdraws() {
    given(CANCEL_ASKED)
        .when(new DeclineStatus("approver", "核实未注销", null))
        .then(new StatusRequestEnded("核实未注销", "approver", false));
    given(CANCEL_ASKED)
        .when(new DeclineStatus("registrar", "核实未注销", null))
        .thenRejected(RegistryRejection.STATUS_NEEDS_SECOND_PERSON);
    given(CANCEL_ASKED)
        .when(new DeclineStatus("approver", "x", null))
        .thenRejected(RegistryRejection.REASON_MISSING);
    given(CANCEL_ASKED)
        .when(new WithdrawStatus("registrar", "录入有误"))
        .then(new StatusRequestEnded("录入有误", "registrar", true));
    given(CANCEL_ASKED)
        .when(new WithdrawStatus("another", "录入有误"))
        .thenRejected(RegistryRejection.STATUS_ASKED_BY_ANOTHER);
    given(CANCEL_ASKED)
        .having(new DeclineStatus("approver", "核实未注销", null))
        .when(new ApproveStatus("approver", null, JUNE))
        .thenRejected(RegistryRejection.STATUS_NOT_REQUESTED);
  }

  @Test
  void a_pause_that_waits_is_not_replaced_by_one_of_a_later_day_by_command_or_list() {
    var asked = new StatusRequested(SubjectStatus.SUSPENDED, "企业申请停业", MAY, "registrar", null);
    var waits = Map.<String, Object>of("waits", "登记状态变更为停业，自 2023-05-10 起，由 registrar 申请");
    given(asked)
        .when(suspend(MAY.plusDays(1)))
        .thenRejected(RegistryRejection.STATUS_REQUEST_WAITS, waits);
    var later =
        new RegisterSubject(
            FIRM.withStatus(SubjectStatus.SUSPENDED),
            MAY,
            "registrar",
            "B1",
            "停业",
            DECEMBER,
            false);
    given(asked).when(later).then();
    given(asked)
        .having(later)
        .when(new ApproveStatus("approver", null, JUNE))
        .then(
            new SubjectStatusChanged(
                SubjectStatus.SUSPENDED, "企业申请停业", MAY, "registrar", "approver"));
  }

  @Test
  void a_row_names_its_own_day_where_that_is_not_the_day_that_waits() {
    var asked = new StatusRequested(SubjectStatus.CANCELLED, "名录导入", MAY, "registrar", "B1");
    var waits =
        ((Subject.Registered) given(asked).when(told(FIRM, JUNE)).state())
            .statusAsked()
            .orElseThrow();
    SubjectDetails gone = FIRM.withStatus(SubjectStatus.CANCELLED);
    assertThat(waits.inWordsBeside(told(gone, JUNE))).isEqualTo(waits.inWords());
    assertThat(
            waits.inWordsBeside(
                new RegisterSubject(gone, JUNE, "registrar", "B2", "注销", MAY.minusDays(3), false)))
        .isEqualTo(waits.inWords() + "；本行写的是自 2023-05-07 起，与之不同，未采用");
  }

  private static SubjectCommand.ChangeLabels label(List<String> added, List<String> removed) {
    return new SubjectCommand.ChangeLabels(added, removed, "重点监管名单", MAY, "registrar", "B2");
  }

  @Test
  void labels_of_many_wait_for_another_person_as_those_of_a_table_do() {
    var asked = label(List.of("两客一危"), List.of("道路运输"));
    var waits = (Subject.Registered) given().when(asked).state();
    assertThat(waits.asOf(MAY).labels()).containsExactly("道路运输");
    assertThat(waits.statusAsked().orElseThrow().batch()).isEqualTo("B2");
    var agreed =
        (Subject.Registered)
            given().having(asked).when(new ApproveStatus("approver", "B2", MAY)).state();
    assertThat(agreed.asOf(MAY).labels()).containsExactly("两客一危");
  }

  @Test
  void labels_that_change_nothing_ask_nothing_and_wait_for_what_waits() {
    given().when(label(List.of("道路运输"), List.of("治超"))).then();
    given(pauseAsked(JUNE))
        .when(label(List.of("治超"), List.of()))
        .thenRejected(RegistryRejection.STATUS_REQUEST_WAITS);
    given()
        .when(
            new SubjectCommand.ChangeLabels(List.of("治超"), List.of(), "——", MAY, "registrar", "B2"))
        .thenRejected(RegistryRejection.REASON_MISSING);
  }
}
