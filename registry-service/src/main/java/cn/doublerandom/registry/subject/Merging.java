package cn.doublerandom.registry.subject;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.MERGE_INTO_ITSELF;
import static cn.doublerandom.registry.RegistryRejection.MERGE_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.MERGE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.MERGE_TARGET_GONE;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_MERGED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_NOT_MERGED;
import static cn.doublerandom.registry.RegistryRejection.SUBJECT_UNKNOWN;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.subject.Subject.Asked;
import cn.doublerandom.registry.subject.Subject.Merged;
import cn.doublerandom.registry.subject.Subject.Registered;
import cn.doublerandom.registry.subject.Subject.Unregistered;
import cn.doublerandom.registry.subject.SubjectCommand.ApproveMerge;
import cn.doublerandom.registry.subject.SubjectCommand.RequestMerge;
import cn.doublerandom.registry.subject.SubjectCommand.RequestUnmerge;
import cn.doublerandom.registry.subject.SubjectCommand.TakeDuplicate;
import cn.doublerandom.registry.subject.SubjectEvent.DuplicateTaken;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectUnmerged;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A merged entry is drawn no more: so a merge takes two people, and so does taking it back. */
final class Merging {
  private Merging() {}

  static Decision<SubjectEvent> request(RequestMerge merge, Subject subject) {
    if (!merge.intoStands()) {
      return reject(MERGE_TARGET_GONE);
    }
    return switch (subject) {
      case Unregistered() -> reject(SUBJECT_UNKNOWN);
      case Merged merged when merged.into().equals(merge.into()) -> accept();
      case Merged merged -> reject(SUBJECT_MERGED, "into", merged.into());
      case Registered known when known.details().id().equals(merge.into()) ->
          reject(MERGE_INTO_ITSELF);
      case Registered known when !ReasonText.isInWords(merge.reason()) ->
          reject(REASON_MISSING, "field", "reason");
      case Registered known ->
          accept(new MergeRequested(merge.into(), merge.reason(), merge.effective(), merge.by()));
    };
  }

  static Decision<SubjectEvent> request(RequestUnmerge unmerge, Subject subject) {
    return switch (subject) {
      case Unregistered() -> reject(SUBJECT_UNKNOWN);
      case Registered registered -> reject(SUBJECT_NOT_MERGED);
      case Merged merged when !ReasonText.isInWords(unmerge.reason()) ->
          reject(REASON_MISSING, "field", "reason");
      case Merged merged ->
          accept(new MergeRequested(null, unmerge.reason(), unmerge.effective(), unmerge.by()));
    };
  }

  static Decision<SubjectEvent> approve(ApproveMerge approve, Subject subject) {
    Optional<Asked> asked =
        switch (subject) {
          case Unregistered() -> Optional.empty();
          case Registered registered -> registered.asked();
          case Merged merged -> merged.asked();
        };
    if (asked.isEmpty() || !asked.get().into().equals(Optional.ofNullable(approve.into()))) {
      return reject(MERGE_NOT_REQUESTED);
    } else if (SecondPerson.isAmong(approve.by(), asked.get().touchedBy())) {
      return reject(MERGE_NEEDS_SECOND_PERSON);
    }
    Asked a = asked.get();
    return a.into()
        .<Decision<SubjectEvent>>map(into ->
            accept(new SubjectMerged(into, a.reason(), a.effective(), a.by(), approve.by())))
        .orElseGet(
            () -> accept(new SubjectUnmerged(a.reason(), a.effective(), a.by(), approve.by())));
  }

  /** Only who stands for himself is stood for. */
  static Decision<SubjectEvent> take(TakeDuplicate take, Subject subject) {
    return switch (subject) {
      case Unregistered() -> reject(MERGE_TARGET_GONE);
      case Merged merged -> reject(MERGE_TARGET_GONE);
      case Registered known -> accept(new DuplicateTaken(take.duplicate(), take.effective()));
    };
  }

  static Subject asked(Subject subject, MergeRequested asked) {
    return switch (subject) {
      case Registered(var details, var risk, var before, var status, var timeline) ->
          new Registered(details, risk, Optional.of(waiting(asked, before)), status, timeline);
      case Merged(var details, var risk, var into, var before, var timeline) ->
          new Merged(details, risk, into, Optional.of(waiting(asked, before)), timeline);
      case Unregistered() -> throw new IllegalStateException("an unknown subject has a history");
    };
  }

  /** Who asked before still did. */
  private static Asked waiting(MergeRequested asked, Optional<Asked> before) {
    Set<String> touched = new HashSet<>(before.map(Asked::touchedBy).orElse(Set.of()));
    touched.add(asked.by());
    return new Asked(
        Optional.ofNullable(asked.into()), asked.reason(), asked.effective(), asked.by(), touched);
  }
}
