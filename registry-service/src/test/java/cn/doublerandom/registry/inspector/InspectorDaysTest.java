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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

  private static List<Obstacle> on(LocalDate day, Inspector inspector) {
    return Eligibility.on(day, (Inspector.Registered) inspector).reasons();
  }

  @Test
  void who_leaves_in_december_can_be_drawn_in_november() {
    Inspector state =
        given(new InspectorRegistered(ACTIVE, null))
            .when(new RegisterInspector(LEFT, DECEMBER, MAY, "registrar"))
            .state();
    assertThat(on(MAY, state)).isEmpty();
    assertThat(on(DECEMBER.minusDays(1), state)).isEmpty();
    assertThat(on(DECEMBER, state)).containsExactly(Obstacle.LEFT);
  }

  @Test
  void the_list_sent_again_in_june_takes_back_no_departure_of_december() {
    given(new InspectorRegistered(ACTIVE, null), new InspectorRevised(LEFT, DECEMBER))
        .when(new RegisterInspector(ACTIVE, null, MAY, "registrar"))
        .then();
  }

  @Test
  void who_begins_in_december_cannot_be_drawn_before() {
    Inspector state =
        given().when(new RegisterInspector(ACTIVE, DECEMBER, MAY, "registrar")).state();
    assertThat(on(MAY, state)).containsExactly(Obstacle.LEFT);
    assertThat(on(DECEMBER, state)).isEmpty();
  }

  @Test
  void an_old_departure_without_a_day_holds_for_all_days_as_ever() {
    Inspector state =
        given(new InspectorRegistered(ACTIVE, null), new InspectorRevised(LEFT, null))
            .when(new RegisterInspector(LEFT, null, MAY, "registrar"))
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
  void who_is_ill_today_is_not_drawn_today_and_a_leave_of_yesterday_waits() {
    var known = given(new InspectorRegistered(ACTIVE, null));
    Inspector ill = known.when(leave(MAY, "病假", "registrar")).state();
    assertThat(on(MAY, ill)).containsExactly(Obstacle.ON_LEAVE);
    var past = new Leave(MAY.minusDays(1), MAY.plusDays(2), "病假");
    var asked = new AbsenceRequested(past, null, "registrar");
    known.when(leave(MAY.minusDays(1), "病假", "registrar")).then(asked);
    var waits = known.and(asked);
    assertThat(on(MAY, waits.when(leave(MAY.minusDays(1), "病假", "registrar")).state())).isEmpty();
    waits
        .when(new ApproveAbsence("registrar"))
        .thenRejected(RegistryRejection.ABSENCE_NEEDS_SECOND_PERSON);
    waits
        .when(new ApproveAbsence("approver"))
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
  void a_departure_of_a_past_day_waits_and_the_rest_of_the_row_holds_at_once() {
    var known = given(new InspectorRegistered(ACTIVE, null));
    var asked = new AbsenceRequested(null, MAY, "registrar");
    known.when(new RegisterInspector(LEFT, MAY, JUNE, "registrar")).then(asked);
    Inspector state = known.and(asked).when(new ApproveAbsence("approver")).state();
    assertThat(on(MAY.minusDays(1), state)).isEmpty();
    assertThat(on(MAY, state)).containsExactly(Obstacle.LEFT);
    known.and(asked).when(new RegisterInspector(LEFT, MAY, JUNE, "registrar")).then();
  }

  @Test
  void another_person_declines_and_who_asked_withdraws() {
    var waits =
        given(new InspectorRegistered(ACTIVE, null), new AbsenceRequested(null, MAY, "registrar"));
    waits
        .when(new DeclineAbsence("approver", "当日仍在岗"))
        .then(new AbsenceRequestEnded("当日仍在岗", "approver", false));
    waits
        .when(new DeclineAbsence("registrar", "当日仍在岗"))
        .thenRejected(RegistryRejection.ABSENCE_NEEDS_SECOND_PERSON);
    waits
        .when(new WithdrawAbsence("registrar", "录入有误"))
        .then(new AbsenceRequestEnded("录入有误", "registrar", true));
    waits
        .when(new WithdrawAbsence("another", "录入有误"))
        .thenRejected(RegistryRejection.ABSENCE_ASKED_BY_ANOTHER);
  }

  @Test
  void
      who_is_said_to_have_left_today_is_drawn_until_another_agrees_and_the_row_sent_again_asks_no_more() {
    var known = given(new InspectorRegistered(ACTIVE, null));
    var asked = new AbsenceRequested(null, MAY, "registrar");
    known.when(new RegisterInspector(LEFT, null, MAY, "registrar")).then(asked);
    known.and(asked).when(new RegisterInspector(LEFT, null, JUNE, "another")).then();
    assertThat(on(MAY, known.and(asked).when(new ApproveAbsence("approver")).state()))
        .containsExactly(Obstacle.LEFT);
  }

  @Test
  void a_certificate_that_a_table_lets_run_out_waits_and_the_rest_of_the_row_holds_at_once() {
    var known = given(new InspectorRegistered(ACTIVE, null));
    InspectorDetails shorter = ACTIVE.valid(new Validity(MAY.minusDays(1), null));
    var asked =
        new AbsenceRequested(null, null, "registrar", new Validity(MAY.minusDays(1), null), null);
    var row = new RegisterInspector(shorter, null, MAY, "registrar");
    known.when(row).then(asked);
    assertThat(on(MAY, known.when(row).state())).isEmpty();
    known.and(asked).when(row).then();
    known
        .and(asked)
        .when(new ApproveAbsence("registrar"))
        .thenRejected(RegistryRejection.ABSENCE_NEEDS_SECOND_PERSON);
    assertThat(on(MAY, known.and(asked).when(new ApproveAbsence("approver")).state()))
        .containsExactly(Obstacle.CERTIFICATE_EXPIRED);
    InspectorDetails stillValid = ACTIVE.valid(new Validity(MAY, null));
    known
        .when(new RegisterInspector(stillValid, null, MAY, "registrar"))
        .then(new InspectorRevised(stillValid, MAY));
  }
}
