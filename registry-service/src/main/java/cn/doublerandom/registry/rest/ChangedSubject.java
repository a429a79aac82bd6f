package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.application.AgreedStatus;
import cn.doublerandom.registry.application.Subjects;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.Particulars;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subject as it stands, and what of it waits for another person: who asked for a cancellation and
 * reads 存续 must not think that nobody heard him.
 *
 * @param waiting absent where nothing waits
 * @param agreed the status this command agreed to and its first day; absent where it agreed to
 *     none, and in the repetition of an answer
 */
public record ChangedSubject(
    String id,
    String name,
    SubjectKind kind,
    List<String> labels,
    CreditRiskClass creditRiskClass,
    SubjectStatus status,
    String registrar,
    LocalDate since,
    String address,
    @Nullable Particulars particulars,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AwaitedApproval waiting,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AgreedStatus agreed) {
  public ChangedSubject {
    labels = List.copyOf(labels);
  }

  /** What became of a command; of two statuses it agreed to the one that comes later. */
  static ChangedSubject of(Handled.Done<SubjectEvent, Subject> done, LocalDate today) {
    return of(
        Subjects.details(done.state(), today),
        done.state(),
        done.events().stream()
            .flatMap(event -> AgreedStatus.of(event).stream())
            .reduce((earlier, later) -> later)
            .orElse(null));
  }

  /**
   * An entry to who may see more or less of it.
   *
   * @param d as they may see it
   */
  static ChangedSubject of(SubjectDetails d, Subject subject) {
    return of(d, subject, null);
  }

  private static ChangedSubject of(
      SubjectDetails d, Subject subject, @Nullable AgreedStatus agreed) {
    Optional<Subject.StatusAsked> asked =
        switch (subject) {
          case Subject.Registered known -> known.statusAsked();
          case Subject.Merged merged -> Optional.empty();
          case Subject.Unregistered() -> Optional.empty();
        };
    return new ChangedSubject(
        d.id(),
        d.name(),
        d.kind(),
        d.labels(),
        d.creditRiskClass(),
        d.status(),
        d.registrar(),
        d.since(),
        d.address(),
        d.particulars(),
        asked
            .map(a -> AwaitedApproval.of(a.inWordsOf(d.status()), a.effective(), a.by()))
            .orElse(null),
        agreed);
  }
}
