package cn.doublerandom.draw.programme;

import java.time.LocalDate;

/** What happens to a batch programme. */
public sealed interface ProgrammeEvent {
  record ProgrammeDrafted(ProgrammeContent programme, String by) implements ProgrammeEvent {}

  record ProgrammeApproved(String by, LocalDate approvedOn) implements ProgrammeEvent {}

  record ProgrammePublished(LocalDate publishedOn) implements ProgrammeEvent {}
}
