package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 专家协助: one expert or body beside the team of a visit.
 *
 * <pre>Asked ──agree──▶ Given ──take back──▶ Ended
 *   └──decline──▶ Declined</pre>
 */
public sealed interface Assistance {
  Entrusted entrusted();

  /**
   * @param purpose what the expert is to do
   * @param by account of who asked
   */
  record Asked(Entrusted entrusted, String purpose, String by, LocalDate on)
      implements Assistance {}

  /**
   * Stands beside the team.
   *
   * @param by account of the second person
   * @param opinion absent as long as none was taken down
   */
  record Given(Asked asked, String by, LocalDate on, @Nullable Opinion opinion)
      implements Assistance {
    @Override
    public Entrusted entrusted() {
      return asked.entrusted();
    }
  }

  /** The second person did not agree. */
  record Declined(Asked asked, String by, String reason, LocalDate on) implements Assistance {
    @Override
    public Entrusted entrusted() {
      return asked.entrusted();
    }
  }

  /** Stood beside the team, and does not any more; what he said counts no longer. */
  record Ended(Given given, String by, String reason, LocalDate on) implements Assistance {
    @Override
    public Entrusted entrusted() {
      return given.entrusted();
    }
  }

  /**
   * 专家意见, as one of the team took it down.
   *
   * @param words at most {@link #MOST} characters
   */
  record Opinion(String words, String by, LocalDate on) {
    /** As long as a note of an item. */
    public static final int MOST = 2000;
  }

  /** What may be decided. */
  enum Outcome {
    /** 同意. */
    BESIDE,
    /** 不同意. */
    DECLINED
  }

  /** Whether a second person still has to decide. */
  default boolean isAsked() {
    return this instanceof Asked;
  }

  /** Whether he stands beside the team. */
  default boolean stands() {
    return this instanceof Given;
  }
}
