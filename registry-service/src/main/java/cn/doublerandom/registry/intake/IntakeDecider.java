package cn.doublerandom.registry.intake;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.RegistryRejection;

/** A table is taken once. */
public final class IntakeDecider implements Decider<IntakeCommand, IntakeEvent, Intake> {
  @Override
  public Intake initial() {
    return new Intake.Open();
  }

  @Override
  public Decision<IntakeEvent> decide(IntakeCommand command, Intake intake) {
    return switch (command) {
      case IntakeCommand.NoteTaken(var taken) ->
          switch (intake) {
            case Intake.Open() -> accept(taken);
            case Intake.Taken before -> reject(RegistryRejection.IMPORT_TAKEN);
          };
    };
  }

  @Override
  public Intake evolve(Intake intake, IntakeEvent event) {
    return switch (event) {
      case IntakeEvent.TableTaken taken -> new Intake.Taken(taken);
    };
  }
}
