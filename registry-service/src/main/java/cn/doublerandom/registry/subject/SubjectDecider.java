package cn.doublerandom.registry.subject;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.DAY_IN_FUTURE;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RegistryRejection.RISK_CLASS_OUTDATED;
import static cn.doublerandom.registry.RegistryRejection.STATUS_BEFORE_REGISTRATION;
import static cn.doublerandom.registry.RegistryRejection.STATUS_NOT_TOLD;
import static cn.doublerandom.registry.RegistryRejection.STATUS_UNCHANGED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_KIND_CHANGED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_MERGED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_UNKNOWN;

import cn.doublerandom.bureau.figures.Turns.Turn;
import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.subject.Subject.Merged;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.Subject.Unregistered;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveMerge;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveStatus;
import cn.doublerandom.registry.subject.SubjectCommand.ChangeStatus;
import cn.doublerandom.registry.subject.SubjectCommand.DeclineStatus;
import cn.doublerandom.registry.subject.SubjectCommand.Reclassify;
import cn.doublerandom.registry.subject.SubjectCommand.RegisterSubject;
import cn.doublerandom.registry.subject.SubjectCommand.RequestMerge;
import cn.doublerandom.registry.subject.SubjectCommand.RequestUnmerge;
import cn.doublerandom.registry.subject.SubjectCommand.TakeDuplicate;
import cn.doublerandom.registry.subject.SubjectCommand.WithdrawStatus;
import cn.doublerandom.registry.subject.SubjectEvent.DuplicateTaken;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequested;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequestEnded;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectUnmerged;
import cn.doublerandom.registry.subject.Timeline.Stated;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** 对检查对象名录库实施动态调整 (二(一), R2, R16, R18). */
public final class SubjectDecider implements Decider<SubjectCommand, SubjectEvent, Subject> {
  @Override
  public Subject initial() {
    return new Unregistered();
  }

  @Override
  public Decision<SubjectEvent> decide(SubjectCommand command, Subject subject) {
    return switch (command) {
      case RegisterSubject register -> register(register, subject);
      case ChangeStatus change -> change(change, subject);
      case Reclassify reclassify -> reclassify(reclassify, subject);
      case SubjectCommand.ChangeLabels change -> label(change, subject);
      case RequestMerge merge -> Merging.request(merge, subject);
      case RequestUnmerge unmerge -> Merging.request(unmerge, subject);
      case ApproveMerge approve -> Merging.approve(approve, subject);
      case SubjectCommand.DeclineMerge decline -> MergeEnds.decline(decline, subject);
      case SubjectCommand.WithdrawMerge withdraw -> MergeEnds.withdraw(withdraw, subject);
      case TakeDuplicate take -> Merging.take(take, subject);
      case SubjectCommand.UndoImport undo -> Undoing.undo(undo, subject);
      case ApproveStatus approve -> StatusRequests.approve(approve, subject);
      case DeclineStatus decline -> StatusRequests.decline(decline, subject);
      case WithdrawStatus withdraw -> StatusRequests.withdraw(withdraw, subject);
    };
  }

  private static Decision<SubjectEvent> register(RegisterSubject command, Subject subject) {
    SubjectDetails details = command.details();
    LocalDate day = command.effective();
    // Works may be entered before they begin; what is registered has been founded.
    if (details.kind() != SubjectKind.PROJECT && details.since().isAfter(day)) {
      return reject(DAY_IN_FUTURE, "field", "since");
    }
    return switch (subject) {
      case Unregistered() -> Entering.register(command);
      case Registered known when known.asOf(day).equals(details) -> accept();
      case Registered known when known.details().kind() != details.kind() ->
          reject(SUBJECT_KIND_CHANGED, "subject", details.id());
      case Registered known -> Leaving.revise(command, known);
      case Merged known when known.asOf(day).equals(details) -> accept();
      case Merged known -> reject(SUBJECT_MERGED, "into", known.into());
    };
  }

  private static Decision<SubjectEvent> change(ChangeStatus change, Subject subject) {
    return switch (subject) {
      case Unregistered() -> reject(SUBJECT_UNKNOWN);
      case Merged merged -> reject(SUBJECT_MERGED, "into", merged.into());
      case Registered known when change.status() == SubjectStatus.UNCONFIRMED ->
          reject(STATUS_NOT_TOLD, "status", known.asOf(change.effective()).status().word());
      case Registered registered when !ReasonText.isInWords(change.reason()) ->
          reject(REASON_MISSING, "field", "reason");
      case Registered known when change.effective().isBefore(known.details().since()) ->
          reject(STATUS_BEFORE_REGISTRATION, "field", "effective");
      case Registered known -> {
        Turn<Stated> holds = known.timeline().status().at(change.effective());
        yield holds.value().status() == change.status()
            ? repeat(change, holds)
            : Leaving.change(change, known);
      }
    };
  }

  /** The same again is no change; the same status with another day or reason is a mistake. */
  private static Decision<SubjectEvent> repeat(ChangeStatus change, Turn<Stated> known) {
    boolean isSaidAgain =
        known.from().equals(change.effective()) && known.value().reason().equals(change.reason());
    return isSaidAgain
        ? accept()
        : reject(
            STATUS_UNCHANGED,
            Map.of("since", known.from().toString(), "reason", known.value().reason()));
  }

  private static Decision<SubjectEvent> label(SubjectCommand.ChangeLabels change, Subject subject) {
    return switch (subject) {
      case Unregistered() -> reject(SUBJECT_UNKNOWN);
      case Merged merged -> reject(SUBJECT_MERGED, "into", merged.into());
      case Registered known when !ReasonText.isInWords(change.reason()) ->
          reject(REASON_MISSING, "field", "reason");
      case Registered known -> Leaving.label(change, known);
    };
  }

  private static Decision<SubjectEvent> reclassify(Reclassify command, Subject subject) {
    LocalDate on = command.source().on();
    return switch (subject) {
      case Unregistered() -> reject(SUBJECT_UNKNOWN);
      case Merged merged -> reject(SUBJECT_MERGED, "into", merged.into());
      case Registered known when on.isAfter(command.recorded()) ->
          reject(DAY_IN_FUTURE, "field", "on");
      case Registered known when isOutdated(command, known.risk()) ->
          reject(RISK_CLASS_OUTDATED, "known", known.risk().orElseThrow().on().toString());
      case Registered known
          when known.risk().isPresent()
              && known.timeline().riskClass().asOf(command.recorded()) == command.riskClass() ->
          accept();
      case Registered known -> Leaving.reclassify(command, known);
    };
  }

  /** A day to come, which nobody refused once, outdates nothing. */
  private static boolean isOutdated(Reclassify command, Optional<RiskSource> known) {
    return known
        .filter(r -> r.on().isAfter(command.source().on()) && !r.on().isAfter(command.recorded()))
        .isPresent();
  }

  @Override
  public Subject evolve(Subject subject, SubjectEvent event) {
    return switch (event) {
      case SubjectRegistered(var details) ->
          new Registered(
              details, Optional.empty(), Optional.empty(), Optional.empty(), Timeline.of(details));
      case SubjectRevised revised ->
          after(event, revised.details(), registered(subject).risk(), subject);
      case SubjectStatusChanged changed -> after(event, subject);
      case SubjectReclassified changed ->
          after(
              event,
              registered(subject).details(),
              Optional.of(new RiskSource(changed.source(), changed.on())),
              subject);
      case StatusRequested asked -> waiting(event, registered(subject));
      case StatusRequestEnded ended -> waiting(event, registered(subject));
      case SubjectEvent.ImportUndone undone -> Undoing.undone(undone, registered(subject));
      case MergeRequested asked -> Merging.asked(subject, asked);
      case SubjectEvent.MergeRequestEnded ended -> MergeEnds.ended(subject);
      case SubjectMerged merged ->
          new Merged(
              registered(subject).details(),
              registered(subject).risk(),
              merged.into(),
              Optional.empty(),
              timeline(subject, event));
      case DuplicateTaken taken -> subject;
      case SubjectUnmerged unmerged -> after(event, subject);
    };
  }

  private static Registered waiting(SubjectEvent event, Registered known) {
    return new Registered(
        known.details(),
        known.risk(),
        known.asked(),
        StatusRequests.after(known.statusAsked(), event),
        known.timeline());
  }

  private static Registered after(SubjectEvent event, Subject subject) {
    Registered known = registered(subject);
    return after(event, known.details(), known.risk(), subject);
  }

  /** A merge that waits was asked of the entry as it was. */
  private static Registered after(
      SubjectEvent event, SubjectDetails details, Optional<RiskSource> risk, Subject subject) {
    return new Registered(
        details,
        risk,
        Optional.empty(),
        StatusRequests.after(registered(subject).statusAsked(), event),
        timeline(subject, event));
  }

  private static Timeline timeline(Subject subject, SubjectEvent event) {
    return registered(subject).timeline().after(event, null);
  }

  /** The entry itself, whether or not it stands for another now. */
  private static Registered registered(Subject subject) {
    return switch (subject) {
      case Registered registered -> registered;
      case Merged(var details, var risk, var into, var asked, var timeline) ->
          new Registered(details, risk, asked, Optional.empty(), timeline);
      case Unregistered() -> throw new IllegalStateException("an unknown subject has a history");
    };
  }
}
