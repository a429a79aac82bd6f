package cn.doublerandom.registry.office;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.office.OfficeCommand.ApproveMandate;
import cn.doublerandom.registry.office.OfficeCommand.EndMandate;
import cn.doublerandom.registry.office.OfficeCommand.RegisterMandate;
import cn.doublerandom.registry.office.OfficeEvent.MandateRegistered;
import cn.doublerandom.registry.office.OfficeEvent.MandateRequestEnded;
import cn.doublerandom.registry.office.OfficeEvent.MandateRequested;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an office may claim takes two people to say. */
class OfficeDeciderTest {
  private static final OfficeMandate MANDATE = mandate("柏政办〔2019〕3号");
  private static final OfficeMandate NEWER = mandate("柏政办〔2024〕8号");

  private static OfficeMandate mandate(String document) {
    return new OfficeMandate(
        "交通运输局",
        OfficeLevel.COUNTY,
        document,
        List.of(
            new OfficeMandate.Clause("第三条", "道路运输监管", List.of("道路运输", "客运")),
            new OfficeMandate.Clause("第四条", "公路养护监管", List.of("公路", "客运"))));
  }

  private final DeciderSpecification<OfficeCommand, OfficeEvent, Office> office =
      DeciderSpecification.of(new OfficeDecider());

  @Test
  void a_mandate_waits_until_another_person_agrees() {
    office
        .given()
        .when(new RegisterMandate(MANDATE, "clerk"))
        .then(new MandateRequested(MANDATE, "clerk"));
    var waiting = office.given(new MandateRequested(MANDATE, "clerk"));
    waiting
        .when(new ApproveMandate("Clerk"))
        .thenRejected(RegistryRejection.MANDATE_NEEDS_SECOND_PERSON);
    waiting
        .when(new ApproveMandate("chief"))
        .then(new MandateRegistered(MANDATE, "clerk", "chief"));
    assertThat(waiting.when(new ApproveMandate("chief")).state().mandate()).contains(MANDATE);
    assertThat(waiting.when(new ApproveMandate("chief")).state().asked()).isEmpty();
  }

  @Test
  void a_mandate_that_holds_or_waits_already_is_not_asked_for_again() {
    office
        .given(new MandateRegistered(MANDATE, "clerk", "chief"))
        .when(new RegisterMandate(MANDATE, "clerk"))
        .then();
    office
        .given(new MandateRequested(MANDATE, "clerk"))
        .when(new RegisterMandate(MANDATE, "another"))
        .then();
  }

  @Test
  void one_mandate_waits_at_a_time() {
    office
        .given(new MandateRequested(MANDATE, "clerk"))
        .when(new RegisterMandate(NEWER, "clerk"))
        .thenRejected(RegistryRejection.MANDATE_WAITS);
  }

  @Test
  void what_waits_can_be_ended_and_what_held_before_holds_on() {
    var replacing =
        office.given(
            new MandateRegistered(MANDATE, "clerk", "chief"), new MandateRequested(NEWER, "clerk"));
    replacing.when(new EndMandate("clerk", "。")).thenRejected(RegistryRejection.REASON_MISSING);
    replacing.when(new EndMandate("clerk", "条款有误")).then(new MandateRequestEnded("clerk", "条款有误"));
    Office after = replacing.when(new EndMandate("clerk", "条款有误")).state();
    assertThat(after.mandate()).contains(MANDATE);
    assertThat(after.asked()).isEmpty();
  }

  @Test
  void where_none_waits_there_is_none_to_agree_to_or_to_end() {
    office
        .given()
        .when(new ApproveMandate("chief"))
        .thenRejected(RegistryRejection.MANDATE_NOT_REQUESTED);
    office
        .given(new MandateRegistered(MANDATE, "clerk", "chief"))
        .when(new EndMandate("chief", "条款有误"))
        .thenRejected(RegistryRejection.MANDATE_NOT_REQUESTED);
  }

  @Test
  void an_item_can_be_claimed_where_level_and_field_are_those_of_the_mandate() {
    assertThat(MANDATE.covers(OfficeLevel.COUNTY, "公路")).isTrue();
    assertThat(MANDATE.covers(OfficeLevel.CITY, "公路")).isFalse();
    assertThat(MANDATE.covers(OfficeLevel.COUNTY, "水运")).isFalse();
    assertThat(MANDATE.covering("客运").orElseThrow().number()).isEqualTo("第三条");
    assertThat(MANDATE.covering("水运")).isEmpty();
    assertThat(MANDATE.inWords()).isEqualTo("柏政办〔2019〕3号：第三条（道路运输、客运）；第四条（公路、客运）");
  }
}
