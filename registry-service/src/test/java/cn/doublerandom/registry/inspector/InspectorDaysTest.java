package cn.doublerandom.registry.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.inspector.Eligibility.Obstacle;
import cn.doublerandom.registry.inspector.InspectorCommand.RegisterInspector;
import cn.doublerandom.registry.inspector.InspectorCommand.RequestErasure;
import cn.doublerandom.registry.inspector.InspectorEvent.ErasureRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRevised;
import java.time.LocalDate;
import java.util.List;
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
            .when(new RegisterInspector(LEFT, DECEMBER, MAY))
            .state();
    assertThat(on(MAY, state)).isEmpty();
    assertThat(on(DECEMBER.minusDays(1), state)).isEmpty();
    assertThat(on(DECEMBER, state)).containsExactly(Obstacle.LEFT);
  }

  @Test
  void the_list_sent_again_in_june_takes_back_no_departure_of_december() {
    given(new InspectorRegistered(ACTIVE, null), new InspectorRevised(LEFT, DECEMBER))
        .when(new RegisterInspector(ACTIVE, null, MAY))
        .then();
  }

  @Test
  void who_begins_in_december_cannot_be_drawn_before() {
    Inspector state = given().when(new RegisterInspector(ACTIVE, DECEMBER, MAY)).state();
    assertThat(on(MAY, state)).containsExactly(Obstacle.LEFT);
    assertThat(on(DECEMBER, state)).isEmpty();
  }

  @Test
  void an_old_departure_without_a_day_holds_for_all_days_as_ever() {
    Inspector state =
        given(new InspectorRegistered(ACTIVE, null), new InspectorRevised(LEFT, null))
            .when(new RegisterInspector(LEFT, null, MAY))
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
}
