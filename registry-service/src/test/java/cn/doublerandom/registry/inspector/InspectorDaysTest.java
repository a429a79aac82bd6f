package cn.doublerandom.registry.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.inspector.Eligibility.Obstacle;
import cn.doublerandom.registry.inspector.InspectorCommand.ApproveAbsence;
import cn.doublerandom.registry.inspector.InspectorCommand.DeclineAbsence;
import cn.doublerandom.registry.inspector.InspectorCommand.GrantLeave;
import cn.doublerandom.registry.inspector.InspectorCommand.RegisterInspector;
import cn.doublerandom.registry.inspector.InspectorCommand.RequestErasure;
import cn.doublerandom.registry.inspector.InspectorCommand.WithdrawAbsence;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequestEnded;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.ErasureRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRevised;
import cn.doublerandom.registry.inspector.InspectorEvent.LeaveGranted;
import cn.doublerandom.registry.inspector.Revision.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who leaves in December is there until then. */
class InspectorDaysTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);

  private static InspectorDetails inspector(InspectorStatus status) {
    return new InspectorDetails(
        "JC001", "", "大队", "13053410001", LocalDate.of(2099, 12, 31), List.of(), status, null);
  }

  private static final InspectorDetails ACTIVE = inspector(InspectorStatus.ACTIVE);
  private static final InspectorDetails LEFT = inspector(InspectorStatus.LEFT);

  private static DeciderSpecification<InspectorCommand, InspectorEvent, Inspector>.Given given(
      InspectorEvent... events) {
    return DeciderSpecification.of(new InspectorDecider()).given(events);
  }

  private static RegisterInspector row(
      InspectorDetails details, @Nullable LocalDate from, LocalDate recorded, String by) {
    return new RegisterInspector(details, from, recorded, by, "B1", false);
  }

  private static AbsenceRequested left(LocalDate day) {
    return new AbsenceRequested(null, day, "registrar", null, null, null, "B1", null);
  }

  private static AbsenceRequested active(LocalDate day) {
    return new AbsenceRequested(null, null, "registrar", null, null, day, "B1", null);
  }

  private static AbsenceRequested renewed(InspectorDetails told) {
    return new AbsenceRequested(
        null,
        null,
        "registrar",
        Validity.of(told),
        null,
        null,
        "B1",
        new Revision(told, List.of(), List.of()));
  }

  private static List<Obstacle> on(LocalDate day, Inspector inspector) {
    return Eligibility.on(day, (Inspector.Registered) inspector).reasons();
  }

  @Test
  void who_leaves_in_december_can_be_drawn_in_november() {
    var known = given(new InspectorRegistered(ACTIVE, null));
    known.when(row(LEFT, DECEMBER, MAY, "registrar")).then(left(DECEMBER));
    var waits = known.and(left(DECEMBER));
    assertThat(on(DECEMBER, waits.when(row(LEFT, DECEMBER, MAY, "registrar")).state())).isEmpty();
    Inspector state = waits.when(new ApproveAbsence("approver", JUNE, null)).state();
    assertThat(on(MAY, state)).isEmpty();
    assertThat(on(DECEMBER.minusDays(1), state)).isEmpty();
    assertThat(on(DECEMBER, state)).containsExactly(Obstacle.LEFT);
  }

  @Test
  void the_list_sent_again_in_june_takes_back_no_departure_of_december() {
    given(new InspectorRegistered(ACTIVE, null), new InspectorRevised(LEFT, DECEMBER))
        .when(row(ACTIVE, null, MAY, "registrar"))
        .then();
  }

  @Test
  void who_begins_in_december_cannot_be_drawn_before() {
    Inspector state =
        given().when(new RegisterInspector(ACTIVE, DECEMBER, MAY, "registrar", "B1", true)).state();
    assertThat(on(MAY, state)).containsExactly(Obstacle.LEFT);
    assertThat(on(DECEMBER, state)).isEmpty();
  }

  @Test
  void the_table_that_opens_the_register_is_taken_as_it_is() {
    given()
        .when(new RegisterInspector(ACTIVE, null, MAY, "registrar", "B1", true))
        .then(new InspectorRegistered(ACTIVE, null));
  }

  @Test
  void who_is_added_to_a_register_cannot_be_drawn_until_another_agrees() {
    given()
        .when(row(ACTIVE, null, MAY, "registrar"))
        .then(new InspectorRegistered(LEFT, null), active(MAY));
    var waits = given(new InspectorRegistered(LEFT, null), active(MAY));
    Inspector fresh = waits.when(row(ACTIVE, null, JUNE, "registrar")).state();
    assertThat(on(DECEMBER, fresh)).containsExactly(Obstacle.AWAITS_APPROVAL);
    waits.when(row(ACTIVE, null, JUNE, "another")).then();
    waits
        .when(new ApproveAbsence("REGISTRAR ", JUNE, null))
        .thenRejected(RegistryRejection.ABSENCE_NEEDS_SECOND_PERSON);
    waits
        .when(new ApproveAbsence("approver", JUNE, "B2"))
        .thenRejected(RegistryRejection.ABSENCE_NOT_REQUESTED);
    waits
        .when(new ApproveAbsence("approver", JUNE, "B1"))
        .then(new InspectorRevised(ACTIVE, JUNE, "registrar", "approver"));
    Inspector agreed = waits.when(new ApproveAbsence("approver", JUNE, "B1")).state();
    assertThat(on(JUNE.minusDays(1), agreed)).containsExactly(Obstacle.LEFT);
    assertThat(on(JUNE, agreed)).isEmpty();
  }

  @Test
  void who_was_declined_stays_registered_and_is_asked_for_anew() {
    var declined =
        given(
            new InspectorRegistered(LEFT, null),
            active(MAY),
            new AbsenceRequestEnded("未经聘任", "approver", false));
    assertThat(on(MAY, declined.when(row(LEFT, null, MAY, "registrar")).state()))
        .containsExactly(Obstacle.LEFT);
    declined.when(row(ACTIVE, null, JUNE, "registrar")).then(active(JUNE));
  }

  @Test
  void who_is_entered_as_one_who_left_comes_back_when_another_agrees() {
    given().when(row(LEFT, null, MAY, "registrar")).then(new InspectorRegistered(LEFT, null));
    given(new InspectorRegistered(LEFT, null))
        .when(row(ACTIVE, MAY.minusDays(5), MAY, "registrar"))
        .then(active(MAY.minusDays(5)));
    given(new InspectorRegistered(LEFT, null), active(MAY.minusDays(5)))
        .when(new ApproveAbsence("approver", MAY, null))
        .then(new InspectorRevised(ACTIVE, MAY, "registrar", "approver"));
    given(new InspectorRegistered(LEFT, null), active(DECEMBER))
        .when(new ApproveAbsence("approver", MAY, null))
        .then(new InspectorRevised(ACTIVE, DECEMBER, "registrar", "approver"));
  }

  @Test
  void an_old_departure_without_a_day_holds_for_all_days_as_ever() {
    Inspector state =
        given(new InspectorRegistered(ACTIVE, null), new InspectorRevised(LEFT, null))
            .when(row(LEFT, null, MAY, "registrar"))
            .state();
    assertThat(on(MAY.minusYears(1), state)).containsExactly(Obstacle.LEFT);
  }

  @Test
  void the_name_of_who_has_not_left_yet_is_not_erased() {
    var leaving =
        given(new InspectorRegistered(ACTIVE, null), new InspectorRevised(LEFT, DECEMBER));
    leaving
        .when(new RequestErasure("本人申请", "registrar", MAY))
        .thenRejected(RegistryRejection.INSPECTOR_STILL_ACTIVE);
    leaving
        .when(new RequestErasure("本人申请", "registrar", DECEMBER))
        .then(new ErasureRequested("本人申请", "registrar"));
  }

  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);

  private static GrantLeave leave(LocalDate from, String reason, String by) {
    return new GrantLeave(new Leave(from, from.plusDays(3), reason), MAY, by);
  }

  @Test
  void a_leave_of_whatever_day_waits_and_holds_for_its_own_days_when_another_agreed() {
    for (LocalDate day : List.of(MAY, JUNE, DECEMBER)) {
      var known = given(new InspectorRegistered(ACTIVE, null));
      var asked = new AbsenceRequested(new Leave(day, day.plusDays(3), "病假"), "registrar");
      known.when(leave(day, "病假", "registrar")).then(asked);
      var waiting = known.and(asked);
      assertThat(on(day, waiting.when(leave(day, "病假", "registrar")).state())).isEmpty();
      Inspector ill = waiting.when(new ApproveAbsence("approver", MAY, null)).state();
      assertThat(on(day, ill)).containsExactly(Obstacle.ON_LEAVE);
      assertThat(on(day.plusDays(4), ill)).isEmpty();
    }
  }

  @Test
  void a_leave_of_yesterday_waits_and_is_not_replaced_by_another() {
    var known = given(new InspectorRegistered(ACTIVE, null));
    var past = new Leave(MAY.minusDays(1), MAY.plusDays(2), "病假");
    var asked = new AbsenceRequested(past, "registrar");
    known.when(leave(MAY.minusDays(1), "病假", "registrar")).then(asked);
    var waits = known.and(asked);
    assertThat(on(MAY, waits.when(leave(MAY.minusDays(1), "病假", "registrar")).state())).isEmpty();
    waits
        .when(new ApproveAbsence("registrar", JUNE, null))
        .thenRejected(RegistryRejection.ABSENCE_NEEDS_SECOND_PERSON);
    waits
        .when(new ApproveAbsence("approver", JUNE, null))
        .then(new LeaveGranted(past, "registrar", "approver"));
    waits
        .when(leave(MAY.minusDays(9), "事假", "another"))
        .thenRejected(
            RegistryRejection.ABSENCE_REQUEST_WAITS,
            Map.of("waits", "2023-05-09 至 2023-05-12 请假，由 registrar 申请"));
  }

  @Test
  void a_letter_is_no_reason_of_a_leave() {
    given(new InspectorRegistered(ACTIVE, null))
        .when(leave(MAY, "x", "registrar"))
        .thenRejected(RegistryRejection.REASON_MISSING);
  }

  @Test
  void a_departure_of_a_past_day_waits() {
    var known = given(new InspectorRegistered(ACTIVE, null));
    var asked = left(MAY);
    known.when(row(LEFT, MAY, JUNE, "registrar")).then(asked);
    Inspector state = known.and(asked).when(new ApproveAbsence("approver", JUNE, null)).state();
    assertThat(on(MAY.minusDays(1), state)).isEmpty();
    assertThat(on(MAY, state)).containsExactly(Obstacle.LEFT);
    known.and(asked).when(row(LEFT, MAY, JUNE, "registrar")).then();
  }

  @Test
  void another_person_declines_and_who_asked_withdraws() {
    var waits = given(new InspectorRegistered(ACTIVE, null), left(MAY));
    waits
        .when(new DeclineAbsence("approver", "当日仍在岗", null))
        .then(new AbsenceRequestEnded("当日仍在岗", "approver", false));
    waits
        .when(new DeclineAbsence("registrar", "当日仍在岗", null))
        .thenRejected(RegistryRejection.ABSENCE_NEEDS_SECOND_PERSON);
    waits
        .when(new WithdrawAbsence("registrar", "录入有误", null))
        .then(new AbsenceRequestEnded("录入有误", "registrar", true));
    waits
        .when(new WithdrawAbsence("another", "录入有误", null))
        .thenRejected(RegistryRejection.ABSENCE_ASKED_BY_ANOTHER);
  }

  @Test
  void
      who_is_said_to_have_left_today_is_drawn_until_another_agrees_and_the_row_sent_again_asks_no_more() {
    var known = given(new InspectorRegistered(ACTIVE, null));
    var asked = left(MAY);
    known.when(row(LEFT, null, MAY, "registrar")).then(asked);
    known.and(asked).when(row(LEFT, null, JUNE, "another")).then();
    assertThat(on(MAY, known.and(asked).when(new ApproveAbsence("approver", JUNE, null)).state()))
        .containsExactly(Obstacle.LEFT);
  }

  @Test
  void a_certificate_that_ends_earlier_by_a_table_waits_for_another() {
    var known = given(new InspectorRegistered(ACTIVE, null));
    InspectorDetails shorter = ACTIVE.valid(new Validity(MAY.minusDays(1), null));
    var asked = renewed(shorter);
    var row = row(shorter, null, MAY, "registrar");
    known.when(row).then(asked);
    assertThat(on(MAY, known.when(row).state())).isEmpty();
    known.and(asked).when(row).then();
    known
        .and(asked)
        .when(new ApproveAbsence("registrar", JUNE, null))
        .thenRejected(RegistryRejection.ABSENCE_NEEDS_SECOND_PERSON);
    assertThat(on(MAY, known.and(asked).when(new ApproveAbsence("approver", JUNE, null)).state()))
        .containsExactly(Obstacle.CERTIFICATE_EXPIRED);
  }

  @Test
  void a_certificate_that_ends_on_whatever_other_day_by_a_table_waits_a_renewed_one_too() {
    var known = given(new InspectorRegistered(ACTIVE, null));
    InspectorDetails endsToday = ACTIVE.valid(new Validity(MAY, null));
    known.when(row(endsToday, null, MAY, "registrar")).then(renewed(endsToday));
    InspectorDetails endsLater = ACTIVE.valid(new Validity(DECEMBER, null));
    known.when(row(endsLater, null, MAY, "registrar")).then(renewed(endsLater));
    InspectorDetails renewed =
        ACTIVE.valid(new Validity(ACTIVE.certifiedUntil().plusYears(1), null));
    known.when(row(renewed, null, MAY, "registrar")).then(renewed(renewed));
    assertThat(details(known.when(row(renewed, null, MAY, "registrar")).state())).isEqualTo(ACTIVE);
  }

  @Test
  void a_second_certificate_that_is_taken_away_waits_where_it_is_the_one_that_lasts() {
    InspectorDetails two = ACTIVE.valid(new Validity(MAY, DECEMBER));
    InspectorDetails one = ACTIVE.valid(new Validity(MAY, null));
    given(new InspectorRegistered(two, null))
        .when(row(one, null, MAY, "registrar"))
        .then(renewed(one));
  }

  private static InspectorDetails details(Inspector inspector) {
    return ((Inspector.Registered) inspector).details();
  }

  @Test
  void nobody_alone_puts_another_person_in_an_inspectors_place() {
    InspectorDetails cousin =
        new InspectorDetails(
            "JC001",
            "sealed: the cousin, and his certificate",
            "大队",
            "13053499002",
            LocalDate.of(2030, 12, 31),
            List.of("公路工程", "道路客运"),
            InspectorStatus.ACTIVE,
            null);
    var asked =
        new AbsenceRequested(
            null,
            null,
            "registrar",
            Validity.of(cousin),
            null,
            null,
            "B1",
            new Revision(cousin, List.of("公路工程", "道路客运"), List.of(Part.IDENTITY, Part.SKILLS)));
    var known = given(new InspectorRegistered(ACTIVE, null));
    var row = row(cousin, null, MAY, "registrar");
    known.when(row).then(asked);
    assertThat(details(known.when(row).state())).isEqualTo(ACTIVE);
    var waits = known.and(asked);
    waits.when(row).then();
    waits
        .when(row(ACTIVE.withSealedName("sealed: a third one"), null, MAY, "registrar"))
        .thenRejected(
            RegistryRejection.ABSENCE_REQUEST_WAITS,
            Map.of("waits", "执法证有效期改为 2030-12-31，改变姓名或执法证号，增加专长“公路工程、道路客运”，由 registrar 申请，批次 B1"));
    waits
        .when(new ApproveAbsence("registrar", JUNE, null))
        .thenRejected(RegistryRejection.ABSENCE_NEEDS_SECOND_PERSON);
    assertThat(details(waits.when(new ApproveAbsence("approver", JUNE, null)).state()))
        .isEqualTo(cousin);
    assertThat(details(waits.when(new DeclineAbsence("approver", "查无此人", null)).state()))
        .isEqualTo(ACTIVE);
  }

  @Test
  void a_name_alone_and_more_visits_in_a_draw_and_another_region_wait_too() {
    var known = given(new InspectorRegistered(ACTIVE, null));
    var more = new Qualifications("", null, List.of(), "130534", 9, List.of(), List.of());
    for (InspectorDetails told :
        List.of(ACTIVE.withSealedName("sealed"), ACTIVE.serving("大队", List.of(), more))) {
      Inspector state = known.when(row(told, null, MAY, "registrar")).state();
      assertThat(details(state)).isEqualTo(ACTIVE);
      assertThat(((Inspector.Registered) state).absenceAsked()).isPresent();
    }
  }

  @Test
  void who_comes_back_under_another_name_is_agreed_to_with_it() {
    InspectorDetails other = ACTIVE.withSealedName("sealed");
    var known = given(new InspectorRegistered(LEFT, null));
    Inspector waiting = known.when(row(other, null, MAY, "registrar")).state();
    assertThat(details(waiting)).isEqualTo(LEFT);
    known
        .and(
            new AbsenceRequested(
                null,
                null,
                "registrar",
                null,
                null,
                MAY,
                "B1",
                new Revision(other, List.of(), List.of(Part.IDENTITY))))
        .when(new ApproveAbsence("approver", JUNE, null))
        .then(new InspectorRevised(other, JUNE, "registrar", "approver"));
  }

  @Test
  void a_shorter_certificate_asked_for_in_an_older_ledger_is_the_same_row_and_is_agreed_to() {
    InspectorDetails shorter = ACTIVE.valid(new Validity(MAY, null));
    var old =
        new AbsenceRequested(
            null, null, "registrar", new Validity(MAY, null), null, null, "B1", null);
    var waits = given(new InspectorRegistered(ACTIVE, null), old);
    waits.when(row(shorter, null, MAY, "registrar")).then();
    assertThat(details(waits.when(new ApproveAbsence("approver", JUNE, null)).state()))
        .isEqualTo(shorter);
  }
}
