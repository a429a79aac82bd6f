package cn.doublerandom.draw.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line above or below a plan table that says who made it and when; forms put both side by side,
 * in either order. Lines come without blanks and in narrow characters (NFKC).
 */
final class PlanHeadLine {
  private static final String ISSUED = "(?:(?:填报|制表|发布)?单位(?:\\(盖章\\))?|发布机构|制定单位):";
  private static final String MADE = "(?:制表|填报)(?:时间|日期):";
  private static final Pattern ISSUED_BY = Pattern.compile(ISSUED + "(.+)");
  private static final Pattern MADE_ON = Pattern.compile(MADE + "(.+)");
  private static final Pattern SIDE_BY_SIDE =
      Pattern.compile("(%1$s.+?)[,;、]?(%2$s.+)|(%2$s.+?)[,;、]?(%1$s.+)".formatted(ISSUED, MADE));

  private PlanHeadLine() {}

  /** What the line says, one part each. */
  static List<String> parts(String line) {
    Matcher both = SIDE_BY_SIDE.matcher(line);
    if (!both.matches()) {
      return List.of(line);
    }
    return both.group(1) != null
        ? List.of(both.group(1), both.group(2))
        : List.of(both.group(3), both.group(4));
  }

  /** Who made the table, if this part says it. */
  static Optional<String> issuer(String part) {
    return said(ISSUED_BY, part);
  }

  /** When it was made, if this part says it; as written. */
  static Optional<String> date(String part) {
    return said(MADE_ON, part);
  }

  private static Optional<String> said(Pattern what, String part) {
    Matcher matcher = what.matcher(part);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
