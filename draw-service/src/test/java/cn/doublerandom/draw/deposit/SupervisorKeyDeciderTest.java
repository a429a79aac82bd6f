package cn.doublerandom.draw.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.DepositRejection;
import cn.doublerandom.draw.deposit.SupervisorKeyCommand.RegisterSupervisorKey;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent.SupervisorKeyRegistered;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupervisorKeyDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  private static final String KEY = "0a".repeat(32);

  private final DeciderSpecification<
          SupervisorKeyCommand, SupervisorKeyEvent, List<SupervisorKeyRegistered>>
      keys = DeciderSpecification.of(new SupervisorKeyDecider());

  @Test
  void a_key_has_one_owner_and_saying_so_again_changes_nothing() {
    var known = keys.given().having(new RegisterSupervisorKey(KEY, "supervisor", TODAY));
    assertThat(known.when(new RegisterSupervisorKey(KEY, "Supervisor", TODAY)).events()).isEmpty();
    known
        .when(new RegisterSupervisorKey(KEY, "coordinator", TODAY))
        .thenRejected(DepositRejection.SUPERVISOR_KEY_INVALID);
  }

  @Test
  void a_key_to_which_anybody_could_open_what_is_sealed_is_refused() {
    for (String weak :
        List.of(
            "00".repeat(32),
            "01" + "00".repeat(31),
            "00".repeat(31) + "80",
            "ec" + "ff".repeat(31),
            "0a".repeat(31) + "8a",
            "not a key")) {
      keys.given()
          .when(new RegisterSupervisorKey(weak, "supervisor", TODAY))
          .thenRejected(DepositRejection.SUPERVISOR_KEY_INVALID);
    }
  }
}
