package cn.doublerandom.publication.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter as the lists have it; what was written and replied is read elsewhere.
 *
 * @param about number of a public result; absent where it is about none
 * @param draftedBy account whose reply waits for another person; absent where none does
 * @param answeredOn absent while it is not answered
 */
public record LetterLine(
    String id,
    LetterKind kind,
    @Nullable String about,
    LocalDate on,
    LocalDate dueOn,
    Stage stage,
    @Nullable String draftedBy,
    @Nullable LocalDate answeredOn) {
  /** Where it stands. */
  public enum Stage {
    WAITING,
    DRAFTED,
    ANSWERED
  }

  /** As it was written. */
  public static LetterLine of(String id, LetterEvent.LetterWritten e) {
    return new LetterLine(id, e.kind(), e.about(), e.on(), e.dueOn(), Stage.WAITING, null, null);
  }

  public LetterLine drafted(String by) {
    return new LetterLine(id, kind, about, on, dueOn, Stage.DRAFTED, by, null);
  }

  public LetterLine returned() {
    return new LetterLine(id, kind, about, on, dueOn, Stage.WAITING, null, null);
  }

  public LetterLine answered(LocalDate day) {
    return new LetterLine(id, kind, about, on, dueOn, Stage.ANSWERED, null, day);
  }

  /** Whether the answer should be there. */
  public boolean isLate(LocalDate today) {
    return answeredOn == null && dueOn.isBefore(today);
  }
}
