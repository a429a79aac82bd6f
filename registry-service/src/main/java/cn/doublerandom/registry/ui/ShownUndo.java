package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.intake.Intake;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.UndoCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the undo of a table is, as pages say it.
 *
 * @param step absent where nobody asked for one
 * @param approvedBy empty where nobody agreed
 * @param counts as asked for, and as done where it is
 * @param kept the first of the entries that were left as they are
 */
public record ShownUndo(
    IntakeDirectory.@Nullable Undo step,
    String reason,
    String by,
    String approvedBy,
    UndoCounts counts,
    List<String> kept) {
  private static final ShownUndo NONE = new ShownUndo(null, "", "", "", UndoCounts.NONE, List.of());

  public ShownUndo {
    kept = List.copyOf(kept);
  }

  static ShownUndo of(Intake intake) {
    return switch (intake) {
      case Intake.Open() -> NONE;
      case Intake.Taken(var report, var asked) when asked == null -> NONE;
      case Intake.Taken(var report, var asked) ->
          of(IntakeDirectory.Undo.ASKED, asked, "", asked.counts(), List.of());
      case Intake.Undoing(var report, var asked, var by) ->
          of(IntakeDirectory.Undo.APPROVED, asked, by, asked.counts(), List.of());
      case Intake.Undone(var report, var asked, var by, var undone) ->
          of(IntakeDirectory.Undo.DONE, asked, by, undone.counts(), undone.kept());
    };
  }

  private static ShownUndo of(
      IntakeDirectory.Undo step,
      Intake.UndoAsked asked,
      String approvedBy,
      UndoCounts counts,
      List<String> kept) {
    return new ShownUndo(step, asked.reason(), asked.by(), approvedBy, counts, kept);
  }

  /** Whether nobody asked for it. */
  public boolean isFree() {
    return step == null;
  }

  public boolean isAsked() {
    return step == IntakeDirectory.Undo.ASKED;
  }

  public boolean isUnderWay() {
    return step == IntakeDirectory.Undo.APPROVED;
  }

  public boolean isDone() {
    return step == IntakeDirectory.Undo.DONE;
  }
}
