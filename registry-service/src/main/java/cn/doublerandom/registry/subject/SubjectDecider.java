package cn.doublerandom.registry.subject;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_KIND_CHANGED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_UNKNOWN;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.Subject.Unregistered;
import cn.doublerandom.registry.subject.SubjectCommand.ChangeStatus;
import cn.doublerandom.registry.subject.SubjectCommand.RegisterSubject;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;

/** 对检查对象名录库实施动态调整 (二(一), R16, R18). */
public final class SubjectDecider implements Decider<SubjectCommand, SubjectEvent, Subject> {
  @Override
  public Subject initial() {
    return new Unregistered();
  }

  @Override
  public Decision<SubjectEvent> decide(SubjectCommand command, Subject subject) {
    return switch (command) {
      case RegisterSubject(var details) -> register(details, subject);
      case ChangeStatus change -> change(change, subject);
    };
  }

  private static Decision<SubjectEvent> register(SubjectDetails details, Subject subject) {
    return switch (subject) {
      case Unregistered() -> accept(new SubjectRegistered(details));
      case Registered(var known) when known.equals(details) -> accept();
      case Registered(var known) when known.kind() != details.kind() ->
          reject(SUBJECT_KIND_CHANGED, "subject", details.id());
      case Registered registered -> accept(new SubjectRevised(details));
    };
  }

  private static Decision<SubjectEvent> change(ChangeStatus change, Subject subject) {
    return switch (subject) {
      case Unregistered() -> reject(SUBJECT_UNKNOWN);
      case Registered registered when change.reason().isBlank() ->
          reject(REASON_MISSING, "field", "reason");
      case Registered(var known) when known.status() == change.status() -> accept();
      case Registered registered ->
          accept(new SubjectStatusChanged(change.status(), change.reason(), change.effective()));
    };
  }

  @Override
  public Subject evolve(Subject subject, SubjectEvent event) {
    return switch (event) {
      case SubjectRegistered(var details) -> new Registered(details);
      case SubjectRevised(var details) -> new Registered(details);
      case SubjectStatusChanged changed ->
          switch (subject) {
            case Registered(var details) -> new Registered(details.withStatus(changed.status()));
            case Unregistered() ->
                throw new IllegalStateException("a status changed before registration");
          };
    };
  }
}
