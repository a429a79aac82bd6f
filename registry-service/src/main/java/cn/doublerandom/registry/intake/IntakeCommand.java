package cn.doublerandom.registry.intake;

/** What may be asked of a table that was handed in. */
public sealed interface IntakeCommand {
  /**
   * Its rows are stored; that is to be remembered.
   *
   * @param taken what came of it
   */
  record NoteTaken(IntakeEvent.TableTaken taken) implements IntakeCommand {}

  /**
   * It is to be undone.
   *
   * @param counts what that comes to
   */
  record RequestUndo(String reason, String by, UndoCounts counts) implements IntakeCommand {}

  /** Another person does not agree. */
  record DeclineUndo(String reason, String by) implements IntakeCommand {}

  /** Whoever asked takes it back. */
  record WithdrawUndo(String reason, String by) implements IntakeCommand {}

  /** Another person agrees; agreed to once more, what broke off goes on. */
  record ApproveUndo(String by) implements IntakeCommand {}

  /** All its entries were gone through. */
  record NoteUndone(IntakeEvent.TableUndone undone) implements IntakeCommand {}
}
