package cn.doublerandom.publication.application;

import java.util.List;

/** A subject left out by hand, with its name. */
public record ExcludedLine(NamedSubject subject, String reason) {
  /** All of a draw. */
  static List<ExcludedLine> of(NamedDraw draw) {
    return draw.planned().draw().excluded().stream()
        .map(e -> new ExcludedLine(draw.subject(e.subject()), e.reason()))
        .toList();
  }
}
