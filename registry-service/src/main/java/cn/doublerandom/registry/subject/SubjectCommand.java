package cn.doublerandom.registry.subject;

import java.time.LocalDate;

/** What may be asked of a subject. */
public sealed interface SubjectCommand {
  /** Registers or revises; without effect where nothing changed. */
  record RegisterSubject(SubjectDetails details) implements SubjectCommand {}

  record ChangeStatus(SubjectStatus status, String reason, LocalDate effective)
      implements SubjectCommand {}
}
