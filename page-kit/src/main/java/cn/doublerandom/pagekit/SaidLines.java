package cn.doublerandom.pagekit;

import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** What somebody wrote in several lines, as {@code {#said text=… /}} shows it. */
@TemplateExtension
public final class SaidLines {
  private SaidLines() {}

  /** Its lines, whatever ended them; those without a word part the others. */
  static List<String> inLines(String text) {
    return text.lines().toList();
  }
}
