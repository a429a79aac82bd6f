package cn.doublerandom.inspection.preparation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 回避 that was asked for before a visit.
 *
 * @param inspector number of the officer, or of the expert beside the team
 * @param by account of the officer who declared it; absent where the subject asked
 * @param decided absent as long as nobody has
 * @param expert true where it is about an expert beside the team; absent of an officer
 */
public record Recusal(
    String inspector,
    @Nullable String by,
    String reason,
    LocalDate on,
    @Nullable Decided decided,
    @Nullable Boolean expert) {
  /** One of an officer. */
  public Recusal(
      String inspector,
      @Nullable String by,
      String reason,
      LocalDate on,
      @Nullable Decided decided) {
    this(inspector, by, reason, on, decided, null);
  }

  /** What may be decided. */
  public enum Outcome {
    /** 回避. */
    RECUSED,
    /** 不回避. */
    STAYS
  }

  /** What somebody else decided. */
  public record Decided(boolean agreed, String by, String reason, LocalDate on) {}

  boolean isOpen() {
    return decided == null;
  }

  boolean isAgreed() {
    return decided != null && decided.agreed();
  }

  Recusal decided(Decided so) {
    return new Recusal(inspector, by, reason, on, so, expert);
  }
}
