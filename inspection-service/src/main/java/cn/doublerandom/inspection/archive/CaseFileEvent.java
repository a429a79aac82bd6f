package cn.doublerandom.inspection.archive;

import java.time.LocalDate;

/** What happens to a case file. */
public sealed interface CaseFileEvent {
  record PaperFiled(Paper paper, String by) implements CaseFileEvent {}

  record CaseFileArchived(String by, LocalDate on) implements CaseFileEvent {}
}
