package cn.doublerandom.inspection.archive;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** As much of its hash as two people compare aloud. */
  public String shortHash() {
    return sha256.substring(0, Math.min(12, sha256.length()));
  }

  String place() {
    return place(kind, subject);
  }

  /** There is one paper of a kind for a subject, or for the draw. */
  static String place(PaperKind kind, @Nullable String subject) {
    return subject == null ? kind.name() : kind.name() + " " + subject;
  }

  /**
   * The same with what officers signed on the same scan before: filing it again takes no signature
   * away, and on another scan everybody signs anew.
   */
  Paper with(Optional<Paper> before) {
    List<Signature> all = new ArrayList<>(signatures);
    before.filter(b -> b.sha256.equals(sha256)).stream()
        .flatMap(b -> b.signatures.stream())
        .filter(s -> s.role() == Signature.Role.INSPECTOR && !isSigned(s.role(), s.by()))
        .forEach(all::add);
    return new Paper(kind, subject, title, sha256, all);
  }

  /** Whether the other says the same, in whatever order it was signed. */
  boolean isSame(Paper other) {
    return place().equals(other.place())
        && title.equals(other.title)
        && sha256.equals(other.sha256)
        && Set.copyOf(signatures).equals(Set.copyOf(other.signatures));
  }

  /** Whether the signature was given on this very scan. */
  boolean carries(Signature signature, Paper again) {
    return sha256.equals(again.sha256) && isSigned(signature.role(), signature.by());
  }

  boolean isSigned(Signature.Role role) {
    return signatures.stream().anyMatch(s -> s.role() == role);
  }

  boolean isSigned(Signature.Role role, String by) {
    return signatures.stream().anyMatch(s -> s.role() == role && SecondPerson.isSame(s.by(), by));
  }
}
