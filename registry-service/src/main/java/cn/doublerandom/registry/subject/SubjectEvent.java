package cn.doublerandom.registry.subject;

import java.time.LocalDate;

/** What happens to a subject. */
public sealed interface SubjectEvent {
  record SubjectRegistered(SubjectDetails details) implements SubjectEvent {}

  /** The register was corrected or brought up to date; carries the whole entry. */
  record SubjectRevised(SubjectDetails details) implements SubjectEvent {}

  /**
   * @param effective first day of the new status
   */
  record SubjectStatusChanged(SubjectStatus status, String reason, LocalDate effective)
      implements SubjectEvent {}
}
