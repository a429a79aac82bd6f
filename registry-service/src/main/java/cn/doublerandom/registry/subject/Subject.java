package cn.doublerandom.registry.subject;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A subject (检查对象).
 *
 * <pre>
 * Unregistered ──register──▶ Registered ──merge──▶ Merged
 *                                ▲                    │
 *                                └───────unmerge──────┘
 * </pre>
 *
 * <p>A registered one is revised, reclassified or changes its status any number of times.
 */
public sealed interface Subject {
  record Unregistered() implements Subject {}

  /**
   * @param risk where the credit risk class comes from; empty where nobody said
   * @param asked a merge that waits for a second person
   */
  record Registered(SubjectDetails details, Optional<RiskSource> risk, Optional<Asked> asked)
      implements Subject {}

  /**
   * A duplicate: it stands for another entry and is never drawn.
   *
   * @param asked a reversal that waits for a second person
   */
  record Merged(
      SubjectDetails details, Optional<RiskSource> risk, String into, Optional<Asked> asked)
      implements Subject {}

  /**
   * What somebody asked for.
   *
   * @param into empty where a merge is to be taken back
   */
  record Asked(Optional<String> into, String reason, LocalDate effective, String by) {}
}
