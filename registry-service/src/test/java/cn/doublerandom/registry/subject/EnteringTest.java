package cn.doublerandom.registry.subject;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveStatus;
import cn.doublerandom.registry.subject.SubjectCommand.ChangeStatus;
import cn.doublerandom.registry.subject.SubjectCommand.DeclineStatus;
import cn.doublerandom.registry.subject.SubjectCommand.RegisterSubject;
import cn.doublerandom.registry.subject.SubjectCommand.WithdrawStatus;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequestEnded;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody alone adds to a frame or a total, and nobody alone says who a subject is (ADR 26). */
class EnteringTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2023, 7, 3);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);
  private static final LocalDate SINCE = LocalDate.of(2018, 5, 2);
  private static final SubjectDetails FIRM = of(SubjectKind.ENTERPRISE, "甲公司", "130534", "");
  private static final SubjectDetails NEW = FIRM.withStatus(SubjectStatus.UNCONFIRMED);
  private static final StatusRequested ASKED =
      new StatusRequested(SubjectStatus.ACTIVE, "名录导入", MAY, "registrar", "B1");

  private static SubjectDetails of(SubjectKind kind, String name, String region, String owner) {
    return new SubjectDetails(
        "91350100M000100Y43",
        name,
        kind,
        List.of("道路运输"),
        CreditRiskClass.B,
        SubjectStatus.ACTIVE,
        "行政审批局",
        SINCE,
        "",
        new Particulars(region, "5431", "", owner, "", "", "", List.of(), "", null));
  }

  private static DeciderSpecification<SubjectCommand, SubjectEvent, Subject>.Given given(
      SubjectEvent... events) {
    return DeciderSpecification.of(new SubjectDecider()).given(events);
  }

  private static RegisterSubject row(SubjectDetails details, @Nullable LocalDate from) {
    return new RegisterSubject(details, MAY, "registrar", "B1", "名录导入", from, false);
  }

  private static SubjectStatusChanged agreed(SubjectStatus status, LocalDate day) {
    return new SubjectStatusChanged(status, "名录导入", day, "registrar", "approver");
  }

  private static SubjectStatus on(LocalDate day, Subject subject) {
    return ((Subject.Registered) subject).asOf(day).status();
  }

  @Test
  void the_table_that_opens_a_register_is_taken_as_it_is() {
    given()
        .when(new RegisterSubject(FIRM, MAY, "registrar", "B1", "名录导入", null, true))
        .then(new SubjectRegistered(FIRM));
  }

  @Test
  void who_is_new_to_a_register_in_use_is_registered_and_asked_for() {
    given().when(row(FIRM, null)).then(new SubjectRegistered(NEW), ASKED);
    given(new SubjectRegistered(NEW), ASKED).when(row(FIRM, null)).then();
  }

  @Test
  void who_was_agreed_to_stands_in_the_register_from_that_day_and_never_before() {
    var state =
        given(new SubjectRegistered(NEW), ASKED)
            .when(new ApproveStatus("approver", "B1", JUNE))
            .state();
    assertThat(on(SINCE, state)).isEqualTo(SubjectStatus.UNCONFIRMED);
    assertThat(on(JUNE.minusDays(1), state)).isEqualTo(SubjectStatus.UNCONFIRMED);
    assertThat(on(JUNE, state)).isEqualTo(SubjectStatus.ACTIVE);
    assertThat(((Subject.Registered) state).statusAsked()).isEmpty();
  }

  @Test
  void who_asked_for_a_newcomer_does_not_agree_to_him() {
    given(new SubjectRegistered(NEW), ASKED)
        .when(new ApproveStatus("Registrar", "B1", JUNE))
        .thenRejected(RegistryRejection.STATUS_NEEDS_SECOND_PERSON);
  }

  @Test
  void works_that_are_to_begin_are_agreed_to_before_and_begin_on_their_day() {
    SubjectDetails works = of(SubjectKind.PROJECT, "某路改造", "130534", "交通局").withSince(DECEMBER);
    var asked = given().when(row(works, null));
    asked.then(
        new SubjectRegistered(works.withStatus(SubjectStatus.UNCONFIRMED)),
        new StatusRequested(SubjectStatus.ACTIVE, "名录导入", DECEMBER, "registrar", "B1"));
    var state =
        given().having(row(works, null)).when(new ApproveStatus("approver", null, JUNE)).state();
    assertThat(on(DECEMBER, state)).isEqualTo(SubjectStatus.ACTIVE);
  }

  @Test
  void a_newcomer_whose_pause_is_to_come_is_drawn_until_it_does() {
    given()
        .having(row(FIRM.withStatus(SubjectStatus.SUSPENDED), DECEMBER))
        .when(new ApproveStatus("approver", null, JUNE))
        .then(agreed(SubjectStatus.ACTIVE, JUNE), agreed(SubjectStatus.SUSPENDED, DECEMBER));
    given()
        .having(row(FIRM.withStatus(SubjectStatus.SUSPENDED), MAY.minusDays(9)))
        .when(new ApproveStatus("approver", null, JUNE))
        .then(agreed(SubjectStatus.SUSPENDED, JUNE));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "MOVED_OUT", "REVOKED", "ANNULLED"})
  void who_was_gone_when_he_was_entered_counts_on_no_day(SubjectStatus gone) {
    var state = given().when(row(FIRM.withStatus(gone), MAY.minusDays(3))).state();
    assertThat(on(SINCE, state)).isEqualTo(SubjectStatus.UNCONFIRMED);
    assertThat(on(MAY, state)).isEqualTo(gone);
    given()
        .when(row(FIRM.withStatus(gone), null))
        .then(new SubjectRegistered(FIRM.withStatus(gone)));
  }

  @Test
  void who_was_declined_stays_unconfirmed_and_the_same_row_asks_anew() {
    var declined =
        given(new SubjectRegistered(NEW), ASKED)
            .having(new DeclineStatus("approver", "查无此企业", "B1"));
    declined.when(row(FIRM, null)).then(ASKED);
    declined.when(row(NEW, null)).then();
    var again = declined.having(row(FIRM, null)).when(new ApproveStatus("approver", null, JULY));
    assertThat(on(JULY.minusDays(1), again.state())).isEqualTo(SubjectStatus.UNCONFIRMED);
    assertThat(on(JULY, again.state())).isEqualTo(SubjectStatus.ACTIVE);
  }

  @Test
  void who_asked_for_newcomers_takes_them_back_with_their_table() {
    given(new SubjectRegistered(NEW), ASKED)
        .when(new WithdrawStatus("registrar", "录入有误", "B1"))
        .then(new StatusRequestEnded("录入有误", "registrar", true));
    given(new SubjectRegistered(NEW), ASKED)
        .when(new WithdrawStatus("registrar", "录入有误", "B2"))
        .thenRejected(RegistryRejection.STATUS_NOT_REQUESTED);
  }

  @Test
  void who_is_cancelled_without_ever_having_been_agreed_to_counted_on_no_day() {
    var cancel = new ChangeStatus(SubjectStatus.CANCELLED, "录入有误", MAY, "registrar");
    given(new SubjectRegistered(NEW), ASKED)
        .when(cancel)
        .thenRejected(
            RegistryRejection.STATUS_REQUEST_WAITS, Map.of("waits", words(SubjectStatus.ACTIVE)));
    given(new SubjectRegistered(NEW), ASKED)
        .when(row(FIRM.withStatus(SubjectStatus.CANCELLED), null))
        .thenRejected(
            RegistryRejection.STATUS_REQUEST_WAITS, Map.of("waits", words(SubjectStatus.ACTIVE)));
    var state =
        given(new SubjectRegistered(NEW), ASKED)
            .having(new WithdrawStatus("registrar", "录入有误"))
            .when(cancel)
            .state();
    assertThat(((Subject.Registered) state).timeline().status().turns())
        .extracting(turn -> turn.value().status())
        .containsExactly(SubjectStatus.UNCONFIRMED, SubjectStatus.CANCELLED);
  }

  private static String words(SubjectStatus status) {
    return "新入库，登记状态变更为" + status.word() + "，自 " + MAY + " 起，由 registrar 申请（批次 B1）";
  }

  @Test
  void nobody_makes_a_firm_unconfirmed_again() {
    given(new SubjectRegistered(FIRM))
        .when(new ChangeStatus(SubjectStatus.UNCONFIRMED, "停止核准", MAY, "registrar"))
        .thenRejected(RegistryRejection.STATUS_NOT_TOLD, Map.of("status", "存续"));
    given(new SubjectRegistered(FIRM))
        .when(row(NEW, null))
        .thenRejected(RegistryRejection.STATUS_NOT_TOLD, Map.of("status", "存续"));
  }

  @Test
  void a_backdated_status_of_who_is_new_holds_from_the_approval_too() {
    var state =
        given(new SubjectRegistered(NEW))
            .having(new ChangeStatus(SubjectStatus.ACTIVE, "漏登企业", SINCE, "registrar"))
            .when(new ApproveStatus("approver", null, JUNE))
            .state();
    assertThat(on(JUNE.minusDays(1), state)).isEqualTo(SubjectStatus.UNCONFIRMED);
    assertThat(on(JUNE, state)).isEqualTo(SubjectStatus.ACTIVE);
  }

  private static StatusRequested becomes(SubjectDetails told, Revision.Part... parts) {
    return new StatusRequested(
        told.status(),
        "名录导入",
        MAY,
        "registrar",
        "B1",
        Departure.ofRow(FIRM, told, told.status() == FIRM.status()),
        new Revision(told, List.of(parts)));
  }

  @Test
  void a_row_that_changes_who_a_firm_is_waits_as_a_whole() {
    SubjectDetails other =
        of(SubjectKind.ENTERPRISE, "乙公司", "130535", "")
            .withLabels(List.of("危险货物"))
            .withRiskClass(CreditRiskClass.D);
    var asked = becomes(other, Revision.Part.NAME, Revision.Part.REGION);
    given(new SubjectRegistered(FIRM)).when(row(other, null)).then(asked);
    given(new SubjectRegistered(FIRM), asked).when(row(other, null)).then();
    given(new SubjectRegistered(FIRM), asked)
        .when(new ApproveStatus("registrar", null, JUNE))
        .thenRejected(RegistryRejection.STATUS_NEEDS_SECOND_PERSON);
    given(new SubjectRegistered(FIRM), asked)
        .when(new ApproveStatus("approver", "B1", JUNE))
        .then(new SubjectRevised(other, JUNE, "registrar", "approver"));
  }

  @Test
  void a_firm_that_is_renamed_and_cancelled_by_one_row_is_both_or_neither() {
    SubjectDetails other =
        of(SubjectKind.ENTERPRISE, "乙公司", "130534", "").withStatus(SubjectStatus.CANCELLED);
    var asked = becomes(other, Revision.Part.NAME);
    given(new SubjectRegistered(FIRM)).when(row(other, null)).then(asked);
    given(new SubjectRegistered(FIRM), asked)
        .when(new ApproveStatus("approver", "B1", JUNE))
        .then(
            new SubjectRevised(
                other.withStatus(SubjectStatus.ACTIVE), JUNE, "registrar", "approver"),
            agreed(SubjectStatus.CANCELLED, MAY));
  }

  @Test
  void another_owner_of_a_vehicle_waits_and_another_address_does_not() {
    SubjectDetails car = of(SubjectKind.VEHICLE, "冀E00001", "130534", "甲公司");
    SubjectDetails sold = of(SubjectKind.VEHICLE, "冀E00001", "130534", "乙公司");
    assertThat(given(new SubjectRegistered(car)).when(row(sold, null)).events())
        .singleElement()
        .isInstanceOf(StatusRequested.class);
    SubjectDetails moved = car.with(car.name(), "示例路1号", car.particulars());
    given(new SubjectRegistered(car)).when(row(moved, null)).then(new SubjectRevised(moved, MAY));
  }

  @Test
  void another_sealed_name_or_licence_of_a_person_waits_and_names_nobody() {
    SubjectDetails driver = of(SubjectKind.PERSON, "CY-0001", "130534", "").withSealedName("v1:a");
    SubjectDetails other = driver.withSealedName("v1:b");
    var state =
        (Subject.Registered) given(new SubjectRegistered(driver)).when(row(other, null)).state();
    assertThat(state.details()).isEqualTo(driver);
    assertThat(state.statusAsked().orElseThrow().inWords())
        .isEqualTo("改变个人信息（姓名、住址、证号等），由 registrar 申请（批次 B1）");
  }

  @Test
  void who_waits_to_be_let_in_is_not_made_another_under_the_eyes_of_who_decides() {
    SubjectDetails other = of(SubjectKind.ENTERPRISE, "乙公司", "130534", "");
    given(new SubjectRegistered(NEW), ASKED)
        .when(row(other, null))
        .thenRejected(
            RegistryRejection.STATUS_REQUEST_WAITS, Map.of("waits", words(SubjectStatus.ACTIVE)));
  }
}
