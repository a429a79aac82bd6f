package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alternate who is visited in a drawn subject's place.
 *
 * @param name of the alternate in the frame; absent where it was not told
 * @param undone why it did not come about; absent where it did
 * @param registered status of the drawn subject in the register that day; absent where it was not
 *     told
 * @param passed alternates before that one, which may not come in by the register; absent where
 *     there were none, and where it was not told
 */
public record SubjectReplacement(
    String subject,
    String alternate,
    String reason,
    LocalDate on,
    @Nullable String name,
    @Nullable String undone,
    @Nullable String registered,
    @Nullable List<Passed> passed) {
  public SubjectReplacement {
    passed = passed == null ? null : List.copyOf(passed);
  }

  /**
   * An alternate that was passed over.
   *
   * @param reason its status in the register that day
   */
  public record Passed(String id, String reason) {}

  /** Whether it is the same one, whatever became of it. */
  boolean isSame(SubjectReplacement other) {
    return equals(
        new SubjectReplacement(
            other.subject,
            other.alternate,
            other.reason,
            other.on,
            other.name,
            undone,
            other.registered,
            other.passed));
  }

  boolean isPending(String gone, String next) {
    return undone == null && subject.equals(gone) && alternate.equals(next);
  }

  SubjectReplacement undone(String why) {
    return new SubjectReplacement(subject, alternate, reason, on, name, why, registered, passed);
  }
}
