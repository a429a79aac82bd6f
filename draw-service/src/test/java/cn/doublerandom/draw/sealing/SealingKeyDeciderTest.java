package cn.doublerandom.draw.sealing;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.AgreementRejection;
import cn.doublerandom.draw.SealingRejection;
import cn.doublerandom.draw.sealing.SealingKeyCommand.ApproveSealingKey;
import cn.doublerandom.draw.sealing.SealingKeyCommand.EndSealingKey;
import cn.doublerandom.draw.sealing.SealingKeyCommand.RequestSealingKey;
import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRequested;
import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRotated;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A new key takes two people, and none is forgotten. */
class SealingKeyDeciderTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final String FIRST = "0a".repeat(32);
  private static final String SECOND = "0b".repeat(32);

  private final DeciderSpecification<SealingKeyCommand, SealingKeyEvent, KnownSealingKeys> keys =
      DeciderSpecification.of(new SealingKeyDecider());

  @Test
  void draws_are_sealed_with_a_key_once_another_person_agrees() {
    assertThat(new SealingKeyDecider().initial().inUse()).isEmpty();
    var asked = keys.given().having(new RequestSealingKey(FIRST, "supervisor", MAY));
    var agreed = asked.when(new ApproveSealingKey("chief", JUNE));
    agreed.then(new SealingKeyRotated(FIRST, "supervisor", JUNE, "chief"));
    assertThat(agreed.state().inUse()).contains(FIRST);
    assertThat(agreed.state().asked()).isEmpty();
  }

  @Test
  void nobody_who_asked_since_the_last_key_approves_the_next() {
    var asked =
        keys.given(
            new SealingKeyRequested(FIRST, "supervisor", MAY),
            new SealingKeyRequested(SECOND, "another", MAY));
    for (String who : new String[] {"supervisor", "Another"}) {
      asked
          .when(new ApproveSealingKey(who, JUNE))
          .thenRejected(AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON);
    }
    asked
        .when(new ApproveSealingKey("chief", JUNE))
        .then(new SealingKeyRotated(SECOND, "another", JUNE, "chief"));
    keys.given(
            new SealingKeyRequested(FIRST, "supervisor", MAY),
            new SealingKeyRotated(FIRST, "supervisor", MAY, "chief"),
            new SealingKeyRequested(SECOND, "another", JUNE))
        .when(new ApproveSealingKey("supervisor", JUNE))
        .then(new SealingKeyRotated(SECOND, "another", JUNE, "supervisor"));
  }

  @Test
  void a_key_that_was_in_use_is_not_asked_for_again_and_the_last_one_seals() {
    var rotated =
        keys.given(
            new SealingKeyRotated(FIRST, "supervisor", MAY, "chief"),
            new SealingKeyRotated(SECOND, "another", JUNE, "chief"));
    var again = rotated.when(new RequestSealingKey(FIRST, "supervisor", JUNE));
    again.then();
    assertThat(again.state().inUse()).contains(SECOND);
    assertThat(again.state().rotated()).hasSize(2);
  }

  @Test
  void where_no_key_was_asked_for_there_is_none_to_agree_to() {
    keys.given(new SealingKeyRotated(FIRST, "supervisor", MAY, "chief"))
        .when(new ApproveSealingKey("chief", JUNE))
        .thenRejected(SealingRejection.SEALING_KEY_NOT_REQUESTED);
  }

  @Test
  void a_key_that_waits_is_declined_by_another_or_taken_back_by_who_asked() {
    var asked = keys.given(new SealingKeyRequested(FIRST, "supervisor", MAY));
    asked
        .when(new EndSealingKey("supervisor", "在错误的机器上生成", false, JUNE))
        .thenRejected(APPROVAL_NEEDS_SECOND_PERSON);
    asked
        .when(new EndSealingKey("chief", "在错误的机器上生成", true, JUNE))
        .thenRejected(SealingRejection.SEALING_KEY_OF_ANOTHER);
    asked
        .when(new EndSealingKey("chief", "。", false, JUNE))
        .thenRejected(AgreementRejection.REASON_MISSING);
    for (boolean own : new boolean[] {true, false}) {
      String by = own ? "supervisor" : "chief";
      var end = new EndSealingKey(by, "在错误的机器上生成", own, JUNE);
      var dropped =
          new SealingKeyEvent.SealingKeyDropped(FIRST, "supervisor", by, "在错误的机器上生成", own, JUNE);
      asked.when(end).then(dropped);
      assertThat(asked.when(end).state()).isEqualTo(KnownSealingKeys.NONE);
      keys.given(new SealingKeyRequested(FIRST, "supervisor", MAY), dropped)
          .when(end)
          .thenRejected(SealingRejection.SEALING_KEY_NOT_REQUESTED);
    }
  }
}
