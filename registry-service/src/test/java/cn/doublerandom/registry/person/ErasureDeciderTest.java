package cn.doublerandom.registry.person;

import static cn.doublerandom.registry.RegistryRejection.ERASURE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.ERASURE_OWN_REQUEST;
import static cn.doublerandom.registry.RegistryRejection.NOT_A_PERSON;
import static cn.doublerandom.registry.RegistryRejection.PERSON_STILL_ACTIVE;
import static cn.doublerandom.registry.RegistryRejection.PERSON_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RequestRejection.ERASURE_ASKED_BY_ANOTHER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.person.ErasureCommand.ApproveErasure;
import cn.doublerandom.registry.person.ErasureCommand.DeclineErasure;
import cn.doublerandom.registry.person.ErasureCommand.RequestErasure;
import cn.doublerandom.registry.person.ErasureCommand.Standing;
import cn.doublerandom.registry.person.ErasureCommand.WithdrawErasure;
import cn.doublerandom.registry.person.ErasureEvent.ErasureRequestEnded;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureDeciderTest {
  private final DeciderSpecification<ErasureCommand, ErasureEvent, Erasure> erasure =
      DeciderSpecification.of(new ErasureDecider());

  private static RequestErasure asks(String account) {
    return new RequestErasure(Standing.GONE, "本人申请", account);
  }

  private static ApproveErasure agrees(String account) {
    return new ApproveErasure(Standing.GONE, account);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registrar", "Registrar ", "ｒｅｇｉｓｔｒａｒ", "other"})
  void nobody_who_asked_approves_however_he_is_spelt(String account) {
    var asked = erasure.given().having(asks("registrar")).having(asks("other"));
    asked.when(agrees(account)).thenRejected(ERASURE_OWN_REQUEST);
    assertThat(asked.when(agrees("approver")).events())
        .containsExactly(new ErasureEvent.ErasureApproved("approver"));
    asked.having(agrees("approver")).when(agrees("approver")).then();
  }

  @Test
  void only_a_person_who_left_is_forgotten_and_only_where_somebody_asked() {
    erasure.given().when(agrees("approver")).thenRejected(ERASURE_NOT_REQUESTED);
    erasure
        .given()
        .when(new RequestErasure(Standing.GONE, " ", "registrar"))
        .thenRejected(REASON_MISSING);
    erasure
        .given()
        .when(new RequestErasure(Standing.UNKNOWN, "本人申请", "registrar"))
        .thenRejected(PERSON_UNKNOWN);
    erasure
        .given()
        .when(new RequestErasure(Standing.NOT_A_PERSON, "本人申请", "registrar"))
        .thenRejected(NOT_A_PERSON);
    erasure
        .given()
        .when(new RequestErasure(Standing.STILL_ACTIVE, "本人申请", "registrar"))
        .thenRejected(PERSON_STILL_ACTIVE);
    erasure
        .given()
        .having(asks("registrar"))
        .when(new ApproveErasure(Standing.STILL_ACTIVE, "approver"))
        .thenRejected(PERSON_STILL_ACTIVE);
  }

  @Test
  void another_declines_with_a_reason_and_who_asked_takes_it_back() {
    var asked = erasure.given().having(asks("registrar")).having(asks("other"));
    asked.when(new DeclineErasure("registrar", "保存期限未满")).thenRejected(ERASURE_OWN_REQUEST);
    asked.when(new DeclineErasure("approver", "x")).thenRejected(REASON_MISSING);
    asked
        .when(new DeclineErasure("approver", "保存期限未满"))
        .then(new ErasureRequestEnded("other", "保存期限未满", "approver", false));
    asked
        .when(new WithdrawErasure("approver", "本人撤回"))
        .thenRejected(ERASURE_ASKED_BY_ANOTHER, Map.of("by", "other"));
    asked
        .when(new WithdrawErasure("registrar", "本人撤回"))
        .then(new ErasureRequestEnded("other", "本人撤回", "registrar", true));
  }

  @Test
  void what_came_to_nothing_waits_for_nobody_and_what_was_agreed_to_is_not_ended() {
    var ended =
        erasure.given().having(asks("registrar")).having(new DeclineErasure("approver", "保存期限未满"));
    ended.when(agrees("approver")).thenRejected(ERASURE_NOT_REQUESTED);
    ended.when(new WithdrawErasure("registrar", "本人撤回")).thenRejected(ERASURE_NOT_REQUESTED);
    assertThat(ended.having(asks("other")).when(agrees("registrar")).events()).hasSize(1);
    erasure
        .given()
        .having(asks("registrar"))
        .having(agrees("approver"))
        .when(new WithdrawErasure("registrar", "本人撤回"))
        .thenRejected(ERASURE_NOT_REQUESTED);
  }
}
