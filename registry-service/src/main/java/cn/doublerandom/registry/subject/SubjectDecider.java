package cn.doublerandom.registry.subject;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RegistryRejection.RISK_CLASS_OUTDATED;
import static cn.doublerandom.registry.RegistryRejection.STATUS_BEFORE_REGISTRATION;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_KIND_CHANGED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_MERGED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_UNKNOWN;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.subject.Subject.Merged;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.Subject.Unregistered;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveMerge;
import cn.doublerandom.registry.subject.SubjectCommand.ChangeStatus;
import cn.doublerandom.registry.subject.SubjectCommand.Reclassify;
import cn.doublerandom.registry.subject.SubjectCommand.RegisterSubject;
import cn.doublerandom.registry.subject.SubjectCommand.RequestMerge;
import cn.doublerandom.registry.subject.SubjectCommand.RequestUnmerge;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectUnmerged;
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
      case RequestMerge merge -> Merging.request(merge, subject);
      case RequestUnmerge unmerge -> Merging.request(unmerge, subject);
      case ApproveMerge approve -> Merging.approve(approve, subject);
    };
  }

  private static Decision<SubjectEvent> register(RegisterSubject command, Subject subject) {
    SubjectDetails details = command.details();
    return switch (subject) {
      case Unregistered() -> accept(new SubjectRegistered(details));
      case Registered(var known, var risk, var asked) when known.equals(details) -> accept();
      case Registered(var known, var risk, var asked) when known.kind() != details.kind() ->
          reject(SUBJECT_KIND_CHANGED, "subject", details.id());
      case Registered registered -> accept(new SubjectRevised(details, command.effective()));
      case Merged(var known, var risk, var into, var asked) when known.equals(details) -> accept();
      case Merged merged -> reject(SUBJECT_MERGED, "into", merged.into());
    };
  }

  private static Decision<SubjectEvent> change(ChangeStatus change, Subject subject) {
    return switch (subject) {
      case Unregistered() -> reject(SUBJECT_UNKNOWN);
      case Merged merged -> reject(SUBJECT_MERGED, "into", merged.into());
      case Registered registered when change.reason().isBlank() ->
          reject(REASON_MISSING, "field", "reason");
      case Registered(var known, var risk, var asked) when known.status() == change.status() ->
          accept();
      case Registered(var known, var risk, var asked)
          when change.effective().isBefore(known.since()) ->
          reject(STATUS_BEFORE_REGISTRATION, "field", "effective");
      case Registered registered ->
          accept(new SubjectStatusChanged(change.status(), change.reason(), change.effective()));
    };
  }

  private static Decision<SubjectEvent> reclassify(Reclassify command, Subject subject) {
    return switch (subject) {
      case Unregistered() -> reject(SUBJECT_UNKNOWN);
      case Merged merged -> reject(SUBJECT_MERGED, "into", merged.into());
      case Registered(var known, var risk, var asked)
          when risk.filter(r -> r.on().isAfter(command.source().on())).isPresent() ->
          reject(RISK_CLASS_OUTDATED, "known", risk.orElseThrow().on().toString());
      case Registered(var known, var risk, var asked)
          when known.creditRiskClass() == command.riskClass() && risk.isPresent() ->
          accept();
      case Registered registered ->
          accept(
              new SubjectReclassified(
                  command.riskClass(), command.source().source(), command.source().on()));
    };
  }

  @Override
  public Subject evolve(Subject subject, SubjectEvent event) {
    return switch (event) {
      case SubjectRegistered(var details) ->
          new Registered(details, Optional.empty(), Optional.empty());
      case SubjectRevised(var details, var effective) ->
          new Registered(details, registered(subject).risk(), Optional.empty());
      case SubjectStatusChanged changed ->
          new Registered(
              registered(subject).details().withStatus(changed.status()),
              registered(subject).risk(),
              Optional.empty());
      case SubjectReclassified(var riskClass, var source, var on) ->
          new Registered(
              registered(subject).details().withRiskClass(riskClass),
              Optional.of(new RiskSource(source, on)),
              Optional.empty());
      case MergeRequested asked -> Merging.asked(subject, asked);
      case SubjectMerged merged ->
          new Merged(
              registered(subject).details(),
              registered(subject).risk(),
              merged.into(),
              Optional.empty());
      case SubjectUnmerged unmerged ->
          new Registered(
              registered(subject).details(), registered(subject).risk(), Optional.empty());
    };
  }

  /** The entry itself, whether or not it stands for another now. */
  private static Registered registered(Subject subject) {
    return switch (subject) {
      case Registered registered -> registered;
      case Merged(var details, var risk, var into, var asked) ->
          new Registered(details, risk, asked);
      case Unregistered() -> throw new IllegalStateException("an unknown subject has a history");
    };
  }
}
