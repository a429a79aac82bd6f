package cn.doublerandom.registry.subject;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.registry.intake.ImportTrace;
import cn.doublerandom.registry.intake.Undoable;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.SubjectEvent.ImportUndone;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequestEnded;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import org.jspecify.annotations.Nullable;

/** What tables made of subjects and of their classes is undone (ADR 59). */
public final class UndoableSubjects implements Undoable<SubjectCommand, SubjectEvent, Subject> {
  private final SubjectDecider rules = new SubjectDecider();

  @Override
  public Decider<SubjectCommand, SubjectEvent, Subject> rules() {
    return rules;
  }

  @Override
  public boolean isNone(Subject entry) {
    return entry instanceof Subject.Unregistered;
  }

  @Override
  public boolean undoes(SubjectEvent event, String importId) {
    return event instanceof ImportUndone undone && undone.importId().equals(importId);
  }

  @Override
  public @Nullable String askedIn(SubjectEvent event) {
    return event instanceof StatusRequested asked ? asked.batch() : null;
  }

  @Override
  public boolean answers(SubjectEvent event, Subject state, String batch) {
    return state instanceof Registered known
        && known.statusAsked().filter(asked -> batch.equals(asked.batch())).isPresent()
        && (event instanceof StatusRequestEnded || isAgreed(event));
  }

  private static boolean isAgreed(SubjectEvent event) {
    return switch (event) {
      case SubjectEvent.SubjectRevised e -> e.approvedBy() != null;
      case SubjectEvent.SubjectStatusChanged e -> e.approvedBy() != null;
      case SubjectEvent.SubjectReclassified e -> e.approvedBy() != null;
      case SubjectEvent.SubjectRegistered e -> false;
      case StatusRequested e -> false;
      case StatusRequestEnded e -> false;
      case ImportUndone e -> false;
      case SubjectEvent.MergeRequested e -> false;
      case SubjectEvent.MergeRequestEnded e -> false;
      case SubjectEvent.SubjectMerged e -> false;
      case SubjectEvent.DuplicateTaken e -> false;
      case SubjectEvent.SubjectUnmerged e -> false;
    };
  }

  @Override
  public SubjectCommand undo(ImportTrace.Stands<Subject> stands, Agreed agreed) {
    return new SubjectCommand.UndoImport(
        agreed.importId(),
        stands.before(),
        stands.taken(),
        stands.batch(),
        agreed.reason(),
        agreed.on(),
        agreed.requestedBy(),
        agreed.approvedBy());
  }
}
