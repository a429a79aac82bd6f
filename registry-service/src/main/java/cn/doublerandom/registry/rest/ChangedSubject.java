package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Subjects;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.Particulars;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectDetails;
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
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AwaitedApproval waiting) {
  public ChangedSubject {
    labels = List.copyOf(labels);
  }

  static ChangedSubject of(Subject subject, LocalDate today) {
    return of(Subjects.details(subject, today), subject);
  }

  /**
   * The same to who may see more or less of it.
   *
   * @param d as they may see it
   */
  static ChangedSubject of(SubjectDetails d, Subject subject) {
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
            .orElse(null));
  }
}
