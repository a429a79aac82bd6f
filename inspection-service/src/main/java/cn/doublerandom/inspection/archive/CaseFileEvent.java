package cn.doublerandom.inspection.archive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a case file. */
public sealed interface CaseFileEvent {
  record PaperFiled(Paper paper, String by) implements CaseFileEvent {}

  /**
   * @param seal of its bundle; absent in events from before there were bundles
   */
  record CaseFileArchived(String by, LocalDate on, @Nullable CaseSeal seal)
      implements CaseFileEvent {}
}
