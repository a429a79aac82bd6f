package cn.doublerandom.draw.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a batch programme. */
public sealed interface ProgrammeEvent {
  record ProgrammeDrafted(ProgrammeContent programme, String by) implements ProgrammeEvent {}

  /** It came back to who wrote it. */
  record ProgrammeReturned(String by, String reason) implements ProgrammeEvent {}

  record ProgrammeApproved(String by, LocalDate approvedOn) implements ProgrammeEvent {}

  /**
   * @param batch absent in events of 0.4
   */
  record ProgrammePublished(LocalDate publishedOn, @Nullable Batch batch)
      implements ProgrammeEvent {}
}
