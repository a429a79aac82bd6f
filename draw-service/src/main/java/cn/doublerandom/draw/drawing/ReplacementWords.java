package cn.doublerandom.draw.drawing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of somebody after the draw: an explanation does not end where the lots did. */
public final class ReplacementWords {
  private ReplacementWords() {}

  /** The explanation with what replacements made of it. */
  public static Explanation.OfSubject following(Explanation.OfSubject drawn, Roster roster) {
    return of(drawn.subject(), roster).map(more -> ToldFurther.of(drawn, more)).orElse(drawn);
  }

  static Optional<String> of(String subject, Roster roster) {
    String words = replaced(subject, roster).orElse("") + recused(subject, roster);
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  /** A recusal the frozen lists did not know, and what became of it. */
  private static String recused(String subject, Roster roster) {
    return roster.recusals().stream()
        .filter(r -> r.subject().equals(subject))
        .map(r -> {
          boolean serves = roster.teams().getOrDefault(subject, List.of()).contains(r.inspector());
          String declared = "锁定名单之后，执法人员 %s 于 %s 申报回避".formatted(r.inspector(), r.on());
          return r.kept()
              ? declared + "，经两人决定不更换。"
              : serves ? declared + "，须更换，尚未更换。" : declared + "，不参加该对象的检查。";
        })
        .collect(Collectors.joining());
  }

  private static Optional<String> replaced(String subject, Roster roster) {
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
