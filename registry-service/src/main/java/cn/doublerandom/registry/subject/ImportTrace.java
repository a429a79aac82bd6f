package cn.doublerandom.registry.subject;

import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.SubjectEvent.ImportUndone;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequestEnded;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one table made of an entry, read off its story. What another person agreed to, or did not,
 * because the table had asked for it is part of what the table did; whatever else came later is
 * not, and then nobody can say what the entry would be without the table.
 */
public sealed interface ImportTrace {
  /** The table left the entry as it was. */
  record Untouched() implements ImportTrace {}

  /** What it did stands, and nothing came after it. */
  record Stands(Subject before, Subject taken, @Nullable String batch) implements ImportTrace {}

  /** Somebody changed the entry after it. */
  record ChangedSince() implements ImportTrace {}

  /**
   * It was taken back.
   *
   * @param entered whether the table had made the entry
   */
  record TakenBack(boolean entered) implements ImportTrace {}

  /**
   * One event of the story.
   *
   * @param ofImport whether it names the table as its cause
   * @param occasion the same for the events of one command
   */
  record Told(SubjectEvent event, boolean ofImport, String occasion) {}

  /**
   * What a table made of an entry.
   *
   * @param story all events of the entry, the oldest first
   */
  static ImportTrace of(List<Told> story, String importId) {
    var rules = new SubjectDecider();
    Subject state = rules.initial();
    Subject before = null;
    String batch = null;
    String answer = "";
    for (Told told : story) {
      if (told.event() instanceof ImportUndone undone && undone.importId().equals(importId)) {
        return new TakenBack(before instanceof Subject.Unregistered);
      } else if (told.ofImport()) {
        before = before == null ? state : before;
        batch = told.event() instanceof StatusRequested asked ? asked.batch() : batch;
      } else if (before != null && !told.occasion().equals(answer)) {
        if (!isAnswer(told.event(), state, batch)) {
          return new ChangedSince();
        }
        answer = told.occasion();
      }
      state = rules.evolve(state, told.event());
    }
    return before == null ? new Untouched() : new Stands(before, state, batch);
  }

  /** Whether somebody decided on what the table had asked for. */
  private static boolean isAnswer(SubjectEvent event, Subject state, @Nullable String batch) {
    return batch != null
        && state instanceof Registered known
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
      case SubjectEvent.SubjectMerged e -> false;
      case SubjectEvent.DuplicateTaken e -> false;
      case SubjectEvent.SubjectUnmerged e -> false;
    };
  }
}
