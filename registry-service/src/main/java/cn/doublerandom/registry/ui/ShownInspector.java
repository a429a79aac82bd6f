package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.inspector.Eligibility;
import io.quarkus.qute.TemplateExtension;
import java.util.stream.Collectors;

/** Why somebody cannot be drawn, as a list says it. */
@TemplateExtension
public final class ShownInspector {
  private ShownInspector() {}

  static String why(Eligibility eligibility, boolean english) {
    return eligibility.reasons().stream()
        .map(reason -> english ? reason.english() : reason.text())
        .map(text -> text.replaceAll("[。.]$", ""))
        .collect(Collectors.joining(english ? ", " : "、"));
  }
}
