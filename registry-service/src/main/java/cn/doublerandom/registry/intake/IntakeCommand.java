package cn.doublerandom.registry.intake;

/** What may be asked of a table that was handed in. */
public sealed interface IntakeCommand {
  /**
   * Its rows are stored; that is to be remembered.
   *
   * @param taken what came of it
   */
  record NoteTaken(IntakeEvent.TableTaken taken) implements IntakeCommand {}
}
