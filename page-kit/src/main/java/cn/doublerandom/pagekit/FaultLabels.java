package cn.doublerandom.pagekit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong is listed above a form before its fields have said what they are called, so a page
 * that is written whole is gone through once more: each line says of which field it speaks.
 */
public final class FaultLabels {
  /** A line of {@code tags/refusals.html} that leads to a field. */
  private static final Pattern LINE =
      Pattern.compile("<a href=\"#([^\"]+)\" data-colon=\"([^\"]*)\">([^<]*)</a>");

  private static final Pattern OPTIONAL = Pattern.compile("<i>[^<]*</i>");
  private static final Pattern SIGN = Pattern.compile("<[^>]*>");

  private FaultLabels() {}

  /** The page whose refusals name their fields; what names its field itself stays as it is. */
  public static String named(String html) {
    if (!html.contains(" data-colon=\"")) {
      return html;
    }
    return LINE.matcher(html)
        .replaceAll(line -> {
          String label = label(html, line.group(1));
          String says = line.group(3);
          return Matcher.quoteReplacement(
              "<a href=\"#%s\">%s%s</a>"
                  .formatted(
                      line.group(1),
                      label.isEmpty() || says.contains(label) ? "" : label + line.group(2),
                      says));
        });
  }

  /** As it stands in the page, escaped; empty where the field has none or is not there. */
  private static String label(String html, String id) {
    String of = Pattern.quote(id);
    Matcher found =
        Pattern.compile(
                "<label for=\"%s\"[^>]*>(?s:(.*?))</label>|id=\"%s\"[^>]*>\\s*<legend[^>]*>(?s:(.*?))</legend>"
                    .formatted(of, of))
            .matcher(html);
    if (!found.find()) {
      return "";
    }
    String inside = found.group(1) == null ? found.group(2) : found.group(1);
    return SIGN.matcher(OPTIONAL.matcher(inside).replaceAll("")).replaceAll("").strip();
  }
}
