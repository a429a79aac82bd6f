package cn.doublerandom.registry.subject;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.figures.Turns;
import cn.doublerandom.bureau.figures.Turns.Turn;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.intake.UndoRejection;
import cn.doublerandom.registry.subject.Subject.Merged;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.Subject.StatusAsked;
import cn.doublerandom.registry.subject.Subject.Unregistered;
import cn.doublerandom.registry.subject.SubjectCommand.UndoImport;
import cn.doublerandom.registry.subject.SubjectEvent.ImportUndone;
import cn.doublerandom.registry.subject.SubjectEvent.StatusFrom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * 撤销导入: an entry is again what it was before a table, by an event of its own (ADR 59). Nothing is
 * deleted: one the table had entered stays as 待核准, neither drawn nor counted, as one whose entry
 * nobody agreed to. Days before the approval stay as they were recorded, for frames were frozen by
 * them.
 */
final class Undoing {
  private Undoing() {}

  static Decision<SubjectEvent> undo(UndoImport undo, Subject subject) {
    return switch (subject) {
      case Unregistered() -> reject(RegistryRejection.SUBJECT_UNKNOWN);
      case Merged merged -> reject(RegistryRejection.SUBJECT_MERGED, "into", merged.into());
      case Registered known when !known.equals(undo.taken()) ->
          reject(UndoRejection.CHANGED_SINCE_IMPORT);
      case Registered known -> given(undo, known);
    };
  }

  private static Decision<SubjectEvent> given(UndoImport undo, Registered known) {
    SubjectDetails was = was(undo, known);
    RiskSource risk = risk(undo.before(), known);
    List<StatusFrom> statuses = statuses(undo, known);
    boolean waits =
        known.statusAsked().map(StatusAsked::batch).filter(b -> b.equals(undo.batch())).isPresent();
    boolean isAsBefore =
        statuses.isEmpty()
            && !waits
            && was.equals(known.asOf(undo.on()))
            && known.risk().equals(Optional.ofNullable(risk));
    return isAsBefore
        ? accept()
        : accept(
            new ImportUndone(
                undo.importId(),
                undo.reason(),
                undo.on(),
                was,
                risk,
                statuses,
                undo.batch(),
                undo.requestedBy(),
                undo.approvedBy()));
  }

  /** The entry as it stood before, by what was known of the day of the approval. */
  private static SubjectDetails was(UndoImport undo, Registered known) {
    return switch (undo.before()) {
      case Unregistered() -> known.asOf(undo.on()).withStatus(SubjectStatus.UNCONFIRMED);
      case Registered before -> before.asOf(undo.on());
      case Merged before -> before.asOf(undo.on());
    };
  }

  private static @Nullable RiskSource risk(Subject before, Registered known) {
    return switch (before) {
      case Unregistered() -> known.risk().orElse(null);
      case Registered was -> was.risk().orElse(null);
      case Merged was -> was.risk().orElse(null);
    };
  }

  private static SubjectStatus status(Subject before, LocalDate day) {
    return switch (before) {
      case Unregistered() -> SubjectStatus.UNCONFIRMED;
      case Registered was -> was.timeline().status().asOf(day).status();
      case Merged was -> was.timeline().status().asOf(day).status();
    };
  }

  private static List<LocalDate> later(Subject before, LocalDate day) {
    return switch (before) {
      case Unregistered() -> List.of();
      case Registered was -> was.timeline().status().after(day).stream().map(Turn::from).toList();
      case Merged was -> was.timeline().status().after(day).stream().map(Turn::from).toList();
    };
  }

  /** From the day of the approval on, each day on which the status would be another. */
  private static List<StatusFrom> statuses(UndoImport undo, Registered known) {
    Turns<Timeline.Stated> now = known.timeline().status();
    SortedSet<LocalDate> days = new TreeSet<>(later(undo.before(), undo.on()));
    days.add(undo.on());
    now.after(undo.on()).forEach(turn -> days.add(turn.from()));
    List<StatusFrom> all = new ArrayList<>();
    for (LocalDate day : days) {
      SubjectStatus was = status(undo.before(), day);
      if (now.asOf(day).status() != was) {
        all.add(new StatusFrom(day, was));
        now = now.with(day, new Timeline.Stated(was, undo.reason()));
      }
    }
    return all;
  }

  static Registered undone(ImportUndone undone, Registered known) {
    return new Registered(
        undone.details(),
        Optional.ofNullable(undone.risk()),
        known.asked(),
        StatusRequests.after(known.statusAsked(), undone),
        known.timeline().after(undone, null));
  }
}
