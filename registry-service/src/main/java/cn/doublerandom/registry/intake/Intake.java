package cn.doublerandom.registry.intake;

import org.jspecify.annotations.Nullable;

/**
 * A table that was handed in.
 *
 * <pre>
 * Open ──its rows are stored──▶ Taken ──undo asked──▶ Taken, asked ──another agrees──▶ Undoing ──▶ Undone
 *                                 ▲                        │
 *                                 └─ declined or withdrawn ┘
 * </pre>
 */
public sealed interface Intake {
  /** Nothing of it is taken. */
  record Open() implements Intake {}

  /**
   * Taken once; the same file is handed in anew to be taken again.
   *
   * @param asked that it be undone; absent where nobody did
   */
  record Taken(IntakeEvent.TableTaken report, @Nullable UndoAsked asked) implements Intake {}

  /** Two agreed that it be undone; not all its entries were gone through. */
  record Undoing(IntakeEvent.TableTaken report, UndoAsked asked, String approvedBy)
      implements Intake {}

  /** All its entries were gone through. */
  record Undone(
      IntakeEvent.TableTaken report,
      UndoAsked asked,
      String approvedBy,
      IntakeEvent.TableUndone undone)
      implements Intake {}

  /** What somebody asked for. */
  record UndoAsked(String reason, String by, UndoCounts counts) {}
}
