package cn.doublerandom.registry.inspector;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.figures.Turns;
import cn.doublerandom.bureau.figures.Turns.Turn;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.inspector.Inspector.Registered;
import cn.doublerandom.registry.inspector.Inspector.Unregistered;
import cn.doublerandom.registry.inspector.InspectorCommand.UndoInspectorImport;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorImportUndone;
import cn.doublerandom.registry.inspector.InspectorEvent.StatusFrom;
import cn.doublerandom.registry.intake.UndoRejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * 撤销导入: an inspector is again who he was before a table, by an event of its own (ADR 63). Nobody is
 * deleted: who was entered by the table is 离岗, as one nobody agreed to, and holds no certificate.
 * Days before the approval stay as they were recorded, for teams were drawn by them.
 */
final class InspectorUndoing {
  private InspectorUndoing() {}

  static Decision<InspectorEvent> undo(UndoInspectorImport undo, Inspector inspector) {
    return switch (inspector) {
      case Unregistered() -> reject(RegistryRejection.INSPECTOR_UNKNOWN);
      case Registered known when !known.equals(undo.taken()) ->
          reject(UndoRejection.CHANGED_SINCE_IMPORT);
      case Registered known -> given(undo, known);
    };
  }

  private static Decision<InspectorEvent> given(UndoInspectorImport undo, Registered known) {
    InspectorDetails was = was(undo, known);
    List<StatusFrom> statuses = statuses(undo, known);
    String batch = undo.batch();
    boolean waits =
        known
            .absenceAsked()
            .filter(asked -> asked.batch() != null && asked.batch().equals(batch))
            .isPresent();
    return statuses.isEmpty() && !waits && was.equals(known.details())
        ? accept()
        : accept(
            new InspectorImportUndone(
                undo.agreed().importId(),
                undo.agreed().reason(),
                undo.agreed().on(),
                was,
                statuses,
                batch,
                undo.agreed().requestedBy(),
                undo.agreed().approvedBy()));
  }

  private static InspectorDetails was(UndoInspectorImport undo, Registered known) {
    return switch (undo.before()) {
      case Registered before -> before.details();
      case Unregistered() -> {
        InspectorDetails left = known.details().withoutOwn().withStatus(InspectorStatus.LEFT);
        yield undo.numberless() == null ? left : left.withSealedName(undo.numberless());
      }
    };
  }

  private static InspectorStatus status(Inspector before, LocalDate day) {
    return switch (before) {
      case Unregistered() -> InspectorStatus.LEFT;
      case Registered was -> was.statuses().asOf(day);
    };
  }

  private static List<LocalDate> later(Inspector before, LocalDate day) {
    return switch (before) {
      case Unregistered() -> List.of();
      case Registered was -> was.statuses().after(day).stream().map(Turn::from).toList();
    };
  }

  /** From the day of the approval on, each day on which the status would be another. */
  private static List<StatusFrom> statuses(UndoInspectorImport undo, Registered known) {
    LocalDate on = undo.agreed().on();
    Turns<InspectorStatus> now = known.statuses();
    SortedSet<LocalDate> days = new TreeSet<>(later(undo.before(), on));
    days.add(on);
    now.after(on).forEach(turn -> days.add(turn.from()));
    List<StatusFrom> all = new ArrayList<>();
    for (LocalDate day : days) {
      InspectorStatus was = status(undo.before(), day);
      if (now.asOf(day) != was) {
        all.add(new StatusFrom(day, was));
        now = now.with(day, was);
      }
    }
    return all;
  }

  static Registered undone(InspectorImportUndone undone, Registered known) {
    return new Registered(
        undone.details(),
        known.recusals(),
        known.leaves(),
        known.erasure(),
        InspectorStatus.after(known.statuses(), undone),
        Absences.after(known.absenceAsked(), undone),
        known.recusalsAsked(),
        known.decided());
  }
}
