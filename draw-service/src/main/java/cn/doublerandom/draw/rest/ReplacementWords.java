package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.drawing.Explanation;
import cn.doublerandom.draw.drawing.Roster;
import java.util.Optional;

/** What became of somebody after the draw: an explanation does not end where the lots did. */
final class ReplacementWords {
  private ReplacementWords() {}

  /** The explanation with what replacements made of it. */
  static Explanation.OfSubject following(Explanation.OfSubject drawn, Roster roster) {
    return of(drawn.subject(), roster)
        .map(words ->
            new Explanation.OfSubject(
                drawn.drawId(),
                drawn.subject(),
                drawn.inScope(),
                drawn.stratum(),
                drawn.excluded(),
                drawn.ticket(),
                drawn.rank(),
                drawn.eligible(),
                drawn.cutOff(),
                drawn.selected(),
                drawn.alternate(),
                drawn.tasks(),
                drawn.text() + words))
        .orElse(drawn);
  }

  static Optional<String> of(String subject, Roster roster) {
    String place = roster.drawnAs(subject);
    if (roster.teams().containsKey(subject)) {
      return place.equals(subject)
          ? Optional.empty()
          : Optional.of("抽取之后接替被抽中的 " + place + "，实际检查该对象。");
    }
    return roster.used().contains(subject)
        ? Optional.of(
            roster.teams().keySet().stream()
                .filter(visited -> roster.drawnAs(visited).equals(place))
                .findFirst()
                .map(next -> "抽取之后退出，由候补 " + next + " 接替，不再检查该对象。")
                .orElse("抽取之后退出，不再检查该对象。"))
        : Optional.empty();
  }
}
