package cn.doublerandom.registry.deputy;

import cn.doublerandom.bureau.people.Deputyship;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entry of a deputy and his principal.
 *
 * <pre>
 * nothing ──propose──▶ one waits ──approve──▶ holds on its days ──end──▶ ended
 *    ▲                     │ decline               ▲                      │
 *    └─────────────────────┘                       └──propose, approve────┘
 * </pre>
 *
 * @param held the last one that was agreed to
 * @param asked one that waits for a second person
 */
public record Deputy(Optional<Held> held, Optional<Asked> asked) {
  /**
   * What was agreed to.
   *
   * @param ended why it holds no more; absent where nobody ended it
   */
  public record Held(
      Deputyship entry,
      String reason,
      String proposedBy,
      String approvedBy,
      @Nullable String ended) {
    /** The four who may end it. */
    public List<String> people() {
      return List.of(entry.deputy(), entry.principal(), proposedBy, approvedBy);
    }
  }

  /** What waits for a second person. */
  public record Asked(Deputyship entry, String reason, String by) {}

  /** Whether nobody ever agreed to it and nothing waits. */
  public boolean isNothing() {
    return held.isEmpty() && asked.isEmpty();
  }
}
