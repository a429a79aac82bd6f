package cn.doublerandom.inspection.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper that was filed. The scan itself stays in the office's own store; its hash binds it.
 *
 * @param subject who was visited; absent where the paper is of the whole draw
 * @param title as it stands on the paper
 * @param sha256 of the scan, 64 hex digits
 */
public record Paper(
    PaperKind kind,
    @Nullable String subject,
    String title,
    String sha256,
    List<Signature> signatures) {
  public Paper {
    signatures = List.copyOf(signatures);
  }

  String place() {
    return place(kind, subject);
  }

  /** There is one paper of a kind for a subject, or for the draw. */
  static String place(PaperKind kind, @Nullable String subject) {
    return subject == null ? kind.name() : kind.name() + " " + subject;
  }

  boolean isSigned(Signature.Role role) {
    return signatures.stream().anyMatch(s -> s.role() == role);
  }

  boolean isSigned(Signature.Role role, String by) {
    return signatures.stream().anyMatch(s -> s.role() == role && s.by().equals(by));
  }
}
