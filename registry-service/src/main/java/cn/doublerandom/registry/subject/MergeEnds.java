package cn.doublerandom.registry.subject;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.MERGE_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.MERGE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RequestRejection.MERGE_ASKED_BY_ANOTHER;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.subject.Subject.Asked;
import cn.doublerandom.registry.subject.Subject.Merged;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.Subject.Unregistered;
import cn.doublerandom.registry.subject.SubjectCommand.DeclineMerge;
import cn.doublerandom.registry.subject.SubjectCommand.WithdrawMerge;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequestEnded;
import java.util.Optional;

/** A merge, or its reversal, that comes to nothing: the entry stays as it was. */
final class MergeEnds {
  private MergeEnds() {}

  static Decision<SubjectEvent> decline(DeclineMerge decline, Subject subject) {
    Optional<Asked> asked = waiting(subject);
    if (asked.isEmpty()) {
      return reject(MERGE_NOT_REQUESTED);
    } else if (!ReasonText.isInWords(decline.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    }
    return SecondPerson.isAmong(decline.by(), asked.get().touchedBy())
        ? reject(MERGE_NEEDS_SECOND_PERSON)
        : accept(ended(asked.get(), decline.reason(), decline.by(), false));
  }

  static Decision<SubjectEvent> withdraw(WithdrawMerge withdraw, Subject subject) {
    Optional<Asked> asked = waiting(subject);
    if (asked.isEmpty()) {
      return reject(MERGE_NOT_REQUESTED);
    } else if (!ReasonText.isInWords(withdraw.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    }
    return SecondPerson.isAmong(withdraw.by(), asked.get().touchedBy())
        ? accept(ended(asked.get(), withdraw.reason(), withdraw.by(), true))
        : reject(MERGE_ASKED_BY_ANOTHER, "by", asked.get().by());
  }

  private static MergeRequestEnded ended(Asked asked, String reason, String by, boolean withdrawn) {
    return new MergeRequestEnded(asked.into().orElse(null), asked.by(), reason, by, withdrawn);
  }

  private static Optional<Asked> waiting(Subject subject) {
    return switch (subject) {
      case Unregistered() -> Optional.empty();
      case Registered registered -> registered.asked();
      case Merged merged -> merged.asked();
    };
  }

  /** Nothing of a merge waits. */
  static Subject ended(Subject subject) {
    return switch (subject) {
      case Registered(var details, var risk, var asked, var status, var timeline) ->
          new Registered(details, risk, Optional.empty(), status, timeline);
      case Merged(var details, var risk, var into, var asked, var timeline) ->
          new Merged(details, risk, into, Optional.empty(), timeline);
      case Unregistered() -> throw new IllegalStateException("an unknown subject has a history");
    };
  }
}
