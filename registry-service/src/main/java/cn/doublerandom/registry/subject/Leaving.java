package cn.doublerandom.registry.subject;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.CANCELLED_REINSTATED;
import static cn.doublerandom.registry.RegistryRejection.STATUS_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.STATUS_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_MERGED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_UNKNOWN;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.subject.Subject.Merged;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.Subject.StatusAsked;
import cn.doublerandom.registry.subject.Subject.Unregistered;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveStatus;
import cn.doublerandom.registry.subject.SubjectCommand.ChangeStatus;
import cn.doublerandom.registry.subject.SubjectCommand.RegisterSubject;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequested;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectUnmerged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who has gone is drawn no more and counts in no total: so going takes two people, and so does
 * coming back. Who only pauses goes on counting; but a pause that began before the day it is told
 * takes a firm out of draws that have been, and takes two people too.
 */
public final class Leaving {
  private Leaving() {}

  private static boolean isGone(SubjectStatus status) {
    return switch (status) {
      case ACTIVE, SUSPENDED -> false;
      case CANCELLED, MOVED_OUT -> true;
    };
  }

  /** Whether one person alone may say it. */
  private static boolean takesTwo(SubjectStatus before, ChangeStatus change) {
    boolean isBackdatedPause =
        change.status() == SubjectStatus.SUSPENDED
            && change.effective().isBefore(change.recorded());
    return isGone(before) != isGone(change.status()) || isBackdatedPause;
  }

  /** A status that is another than the one of its first day. */
  static Decision<SubjectEvent> change(ChangeStatus change, Registered known) {
    SubjectStatus before = known.asOf(change.effective()).status();
    if (!takesTwo(before, change)) {
      return accept(new SubjectStatusChanged(change.status(), change.reason(), change.effective()));
    }
    var asked =
        new StatusRequested(
            change.status(), change.reason(), change.effective(), change.by(), null);
    return known.statusAsked().filter(a -> a.isSaidBy(asked)).isPresent()
        ? accept()
        : accept(asked);
  }

  /**
   * A table tells the whole entry. Whom it calls gone waits for a second person, the rest of the
   * row holds at once; whom it calls back is refused: a table gives no reason.
   */
  static Decision<SubjectEvent> revise(RegisterSubject command, Registered known) {
    LocalDate day = command.effective();
    SubjectDetails before = known.asOf(day);
    SubjectDetails told = command.details();
    if (isGone(before.status()) && !isGone(told.status())) {
      return reject(CANCELLED_REINSTATED, "subject", told.id());
    } else if (isGone(before.status()) == isGone(told.status())) {
      return accept(new SubjectRevised(told, day));
    }
    List<SubjectEvent> events = new ArrayList<>();
    SubjectDetails rest = told.withStatus(before.status());
    if (!before.equals(rest)) {
      events.add(new SubjectRevised(rest, day));
    }
    if (known.statusAsked().filter(a -> a.status() == told.status()).isEmpty()) {
      events.add(
          new StatusRequested(told.status(), command.reason(), day, command.by(), command.batch()));
    }
    return new Decision.Accepted<>(events);
  }

  static Decision<SubjectEvent> approve(ApproveStatus approve, Subject subject) {
    return switch (subject) {
      case Unregistered() -> reject(SUBJECT_UNKNOWN);
      case Merged merged -> reject(SUBJECT_MERGED, "into", merged.into());
      case Registered known ->
          known
              .statusAsked()
              .filter(asked -> approve.batch() == null || approve.batch().equals(asked.batch()))
              .map(asked -> approve(approve.by(), asked))
              .orElseGet(() -> reject(STATUS_NOT_REQUESTED));
    };
  }

  private static Decision<SubjectEvent> approve(String by, StatusAsked asked) {
    return SecondPerson.isAmong(by, asked.touchedBy())
        ? reject(STATUS_NEEDS_SECOND_PERSON)
        : accept(
            new SubjectStatusChanged(
                asked.status(), asked.reason(), asked.effective(), asked.by(), by));
  }

  /** What waits for a second person after an event. */
  public static Optional<StatusAsked> after(Optional<StatusAsked> before, SubjectEvent event) {
    return switch (event) {
      case StatusRequested asked -> Optional.of(waiting(asked, before));
      case SubjectStatusChanged changed ->
          before.filter(a -> changed.approvedBy() == null && changed.status() != a.status());
      case SubjectRegistered registered -> Optional.empty();
      case SubjectMerged merged -> Optional.empty();
      case SubjectRevised revised -> before;
      case SubjectReclassified reclassified -> before;
      case MergeRequested asked -> before;
      case SubjectUnmerged unmerged -> before;
    };
  }

  /** Who asked before still did. */
  private static StatusAsked waiting(StatusRequested asked, Optional<StatusAsked> before) {
    Set<String> touched = new HashSet<>(before.map(StatusAsked::touchedBy).orElse(Set.of()));
    touched.add(asked.by());
    return new StatusAsked(
        asked.status(), asked.reason(), asked.effective(), asked.by(), asked.batch(), touched);
  }
}
