package cn.doublerandom.registry.person;

import java.util.Set;

/**
 * How far the erasure of a person is.
 *
 * <pre>
 * Unasked ──request──▶ Asked ──approve──▶ Approved
 *    ▲                   │
 *    └decline, withdraw──┘
 * </pre>
 */
public sealed interface Erasure {
  record Unasked() implements Erasure {}

  /**
   * @param by who asked last, as it stands
   * @param touchedBy all who asked; none of them approves
   */
  record Asked(String reason, String by, Set<String> touchedBy) implements Erasure {
    public Asked {
      touchedBy = Set.copyOf(touchedBy);
    }
  }

  record Approved(Asked asked) implements Erasure {}
}
