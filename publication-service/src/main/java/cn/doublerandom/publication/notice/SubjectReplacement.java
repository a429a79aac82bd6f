package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An alternate who is visited in a drawn subject's place.
 *
 * @param name of the alternate in the frame; absent where it was not told
 * @param undone why it did not come about; absent where it did
 */
public record SubjectReplacement(
    String subject,
    String alternate,
    String reason,
    LocalDate on,
    @Nullable String name,
    @Nullable String undone) {
  /** Whether it is the same one, whatever became of it. */
  boolean isSame(SubjectReplacement other) {
    return equals(
        new SubjectReplacement(
            other.subject, other.alternate, other.reason, other.on, other.name, undone));
  }

  boolean isPending(String gone, String next) {
    return undone == null && subject.equals(gone) && alternate.equals(next);
  }

  SubjectReplacement undone(String why) {
    return new SubjectReplacement(subject, alternate, reason, on, name, why);
  }
}
