package cn.doublerandom.registry.subject;

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
   */
  record Registered(SubjectDetails details, Optional<RiskSource> risk) implements Subject {}

  /** A duplicate: it stands for another entry and is never drawn. */
  record Merged(SubjectDetails details, Optional<RiskSource> risk, String into)
      implements Subject {}
}
