package cn.doublerandom.draw.programme;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The programme of a task's batch.
 *
 * <pre>
 * Absent ─draft─▶ Draft (drafted again) ─approve─▶ Approved ─publish─▶ Published
 *                 ▲ └─return─▶ Returned
 *                 └───draft─────────┘
 * </pre>
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

  /**
   * It waits to be written anew.
   *
   * @param touchedBy all who have drafted it so far; who sent it back did not touch it
   * @param by who sent it back
   */
  record Returned(ProgrammeContent programme, Set<String> touchedBy, String by, String reason)
      implements Programme {
    public Returned {
      touchedBy = Set.copyOf(touchedBy);
    }
  }

  /**
   * @param touchedBy all who have drafted it, and who approved it
   */
  record Approved(ProgrammeContent programme, LocalDate approvedOn, Set<String> touchedBy)
      implements Programme {
    public Approved {
      touchedBy = Set.copyOf(touchedBy);
    }
  }

  /**
   * @param touchedBy all who have drafted it, and who approved it
   */
  record Published(
      ProgrammeContent programme,
      LocalDate approvedOn,
      LocalDate publishedOn,
      Set<String> touchedBy)
      implements Programme {
    public Published {
      touchedBy = Set.copyOf(touchedBy);
    }
  }

  /** All who had a hand in it. */
  default Set<String> hands() {
    return switch (this) {
      case Absent() -> Set.of();
      case Draft draft -> draft.touchedBy;
      case Returned returned -> returned.touchedBy;
      case Approved approved -> approved.touchedBy;
      case Published published -> published.touchedBy;
    };
  }

  default Optional<ProgrammeContent> content() {
    return switch (this) {
      case Absent() -> Optional.empty();
      case Draft draft -> Optional.of(draft.programme);
      case Returned returned -> Optional.of(returned.programme);
      case Approved approved -> Optional.of(approved.programme);
      case Published published -> Optional.of(published.programme);
    };
  }
}
