package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.SubjectReplacement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A replacement with the names of both.
 *
 * @param registered what the register said of who went out, as a code; absent of old
 * @param passed who was passed over and why; empty where nobody was
 */
public record ReplacementLine(
    NamedSubject gone,
    NamedSubject next,
    String reason,
    LocalDate on,
    @Nullable String undone,
    @Nullable String registered,
    List<SubjectReplacement.Passed> passed) {
  /** All of a draw. */
  static List<ReplacementLine> of(NamedDraw draw) {
    return draw.planned().draw().replaced().stream().map(r -> of(r, draw)).toList();
  }

  private static ReplacementLine of(SubjectReplacement r, NamedDraw draw) {
    return new ReplacementLine(
        draw.subject(r.subject()),
        draw.subject(r.alternate()),
        r.reason(),
        r.on(),
        r.undone(),
        r.registered(),
        Objects.requireNonNullElse(r.passed(), List.<SubjectReplacement.Passed>of()));
  }
}
