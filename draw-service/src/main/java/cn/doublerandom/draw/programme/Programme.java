package cn.doublerandom.draw.programme;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The programme of a task's batch.
 *
 * <pre>Absent ─draft─▶ Draft (drafted again) ─approve─▶ Approved ─publish─▶ Published</pre>
 */
public sealed interface Programme {
  record Absent() implements Programme {}

  /**
   * @param touchedBy all who have drafted it so far; none of them approves it
   */
  record Draft(ProgrammeContent programme, Set<String> touchedBy) implements Programme {
    public Draft {
      touchedBy = Set.copyOf(touchedBy);
    }
  }

  record Approved(ProgrammeContent programme, LocalDate approvedOn) implements Programme {}

  record Published(ProgrammeContent programme, LocalDate approvedOn, LocalDate publishedOn)
      implements Programme {}

  default Optional<ProgrammeContent> content() {
    return switch (this) {
      case Absent() -> Optional.empty();
      case Draft draft -> Optional.of(draft.programme);
      case Approved approved -> Optional.of(approved.programme);
      case Published published -> Optional.of(published.programme);
    };
  }
}
