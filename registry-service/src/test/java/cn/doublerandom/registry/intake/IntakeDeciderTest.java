package cn.doublerandom.registry.intake;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import org.junit.jupiter.api.Test;

/** A file is imported once, from however many windows it is sent. */
class IntakeDeciderTest {
  private static final IntakeEvent.TableTaken TAKEN =
      new IntakeEvent.TableTaken(
          IntakeKind.SUBJECTS, "名录.xlsx", "00".repeat(32), true, 300, 288, 0, 12, 0, 0, null, null);

  private final DeciderSpecification<IntakeCommand, IntakeEvent, Intake> intake =
      DeciderSpecification.of(new IntakeDecider());

  @Test
  void what_came_of_a_table_is_remembered() {
    intake.given().when(new IntakeCommand.NoteTaken(TAKEN)).then(TAKEN);
  }

  @Test
  void a_table_is_taken_once() {
    intake
        .given(TAKEN)
        .when(new IntakeCommand.NoteTaken(TAKEN))
        .thenRejected(RegistryRejection.IMPORT_TAKEN);
  }
}
