package cn.doublerandom.registry.subject;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RegistryRejection.STATUS_ASKED_BY_ANOTHER;
import static cn.doublerandom.registry.RegistryRejection.STATUS_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.STATUS_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_MERGED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_UNKNOWN;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.subject.Subject.Merged;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.Subject.StatusAsked;
import cn.doublerandom.registry.subject.Subject.Unregistered;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveStatus;
import cn.doublerandom.registry.subject.SubjectCommand.DeclineStatus;
import cn.doublerandom.registry.subject.SubjectCommand.WithdrawStatus;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequested;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequestEnded;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectUnmerged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What becomes of a request that waits: another person agrees or does not, or it is withdrawn. */
public final class StatusRequests {
  private StatusRequests() {}

  static Decision<SubjectEvent> approve(ApproveStatus approve, Subject subject) {
    return waiting(
        subject,
        approve.batch(),
        known -> {
          StatusAsked asked = known.statusAsked().orElseThrow();
          return SecondPerson.isAmong(approve.by(), asked.touchedBy())
              ? reject(STATUS_NEEDS_SECOND_PERSON)
              : new Decision.Accepted<>(agreed(approve, asked, known));
        });
  }

  static Decision<SubjectEvent> decline(DeclineStatus decline, Subject subject) {
    return waiting(
        subject,
        decline.batch(),
        known -> {
          StatusAsked asked = known.statusAsked().orElseThrow();
          if (!ReasonText.isInWords(decline.reason())) {
            return reject(REASON_MISSING, "field", "reason");
          }
          return SecondPerson.isAmong(decline.by(), asked.touchedBy())
              ? reject(STATUS_NEEDS_SECOND_PERSON)
              : accept(new StatusRequestEnded(decline.reason(), decline.by(), false));
        });
  }

  static Decision<SubjectEvent> withdraw(WithdrawStatus withdraw, Subject subject) {
    return waiting(
        subject,
        withdraw.batch(),
        known -> {
          StatusAsked asked = known.statusAsked().orElseThrow();
          if (!ReasonText.isInWords(withdraw.reason())) {
            return reject(REASON_MISSING, "field", "reason");
          }
          return SecondPerson.isAmong(withdraw.by(), asked.touchedBy())
              ? accept(new StatusRequestEnded(withdraw.reason(), withdraw.by(), true))
              : reject(STATUS_ASKED_BY_ANOTHER, "by", asked.by());
        });
  }

  private static Decision<SubjectEvent> waiting(
      Subject subject,
      @Nullable String batch,
      Function<Registered, Decision<SubjectEvent>> decision) {
    return switch (subject) {
      case Unregistered() -> reject(SUBJECT_UNKNOWN);
      case Merged merged -> reject(SUBJECT_MERGED, "into", merged.into());
      case Registered known ->
          known
                  .statusAsked()
                  .filter(asked -> batch == null || batch.equals(asked.batch()))
                  .isPresent()
              ? decision.apply(known)
              : reject(STATUS_NOT_REQUESTED);
    };
  }

  /** The entry changes on the day of the approval, the status on the day that was asked for. */
  private static List<SubjectEvent> agreed(
      ApproveStatus approve, StatusAsked asked, Registered known) {
    List<SubjectEvent> events = new ArrayList<>();
    Departure departure = asked.departure();
    entry(asked, known.asOf(approve.on()))
        .ifPresent(
            entry -> events.add(new SubjectRevised(entry, approve.on(), asked.by(), approve.by())));
    if (departure != null && departure.riskClass() != null && departure.source() != null) {
      events.add(
          new SubjectReclassified(
              departure.riskClass(),
              departure.source().source(),
              departure.source().on(),
              asked.by(),
              approve.by()));
    }
    if (asked.asksStatus()) {
      events.addAll(status(approve, asked, known));
    }
    return events;
  }

  /** The row where it waited as a whole, or the entry without what leaves; empty where it stays. */
  private static Optional<SubjectDetails> entry(StatusAsked asked, SubjectDetails known) {
    Revision revision = asked.revision();
    Departure departure = asked.departure();
    return revision != null
        ? Optional.of(revision.told().withStatus(known.status()))
        : Optional.ofNullable(departure)
            .filter(Departure::changesEntry)
            .map(its -> its.from(known));
  }

  private static List<SubjectEvent> status(
      ApproveStatus approve, StatusAsked asked, Registered known) {
    return known.asOf(asked.effective()).status() == SubjectStatus.UNCONFIRMED
        ? Entering.agreed(approve, asked, known)
        : List.of(
            new SubjectStatusChanged(
                asked.status(), asked.reason(), asked.effective(), asked.by(), approve.by()));
  }

  /** What waits for a second person after an event. */
  public static Optional<StatusAsked> after(Optional<StatusAsked> before, SubjectEvent event) {
    return switch (event) {
      case StatusRequested asked -> Optional.of(waiting(asked, before));
      case StatusRequestEnded ended -> Optional.empty();
      case SubjectStatusChanged changed ->
          before.filter(a ->
              changed.approvedBy() == null
                  && (changed.status() != a.status() || a.departure() != null));
      case SubjectRegistered registered -> Optional.empty();
      case SubjectMerged merged -> Optional.empty();
      case SubjectRevised revised -> before.filter(a -> revised.approvedBy() == null);
      case SubjectReclassified changed -> before.filter(a -> changed.approvedBy() == null);
      case SubjectEvent.ImportUndone undone ->
          before.filter(a -> undone.batch() == null || !undone.batch().equals(a.batch()));
      case MergeRequested asked -> before;
      case SubjectEvent.MergeRequestEnded ended -> before;
      case SubjectEvent.DuplicateTaken taken -> before;
      case SubjectUnmerged unmerged -> before;
    };
  }

  /** Who asked before still did: ledgers of before hold requests that replaced others. */
  private static StatusAsked waiting(StatusRequested asked, Optional<StatusAsked> before) {
    Set<String> touched = new HashSet<>(before.map(StatusAsked::touchedBy).orElse(Set.of()));
    touched.add(asked.by());
    return new StatusAsked(
        asked.status(),
        asked.reason(),
        asked.effective(),
        asked.by(),
        asked.batch(),
        touched,
        asked.departure(),
        asked.revision());
  }
}
