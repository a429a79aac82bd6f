package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.PlanChange;
import io.quarkus.qute.TemplateData;
import java.util.List;

/** One difference between two editions of a plan, old and new side by side. */
@TemplateData
public record ChangeLine(String task, String what, String before, String after) {
  static List<ChangeLine> of(List<PlanChange> changes, Terms terms) {
    return changes.stream()
        .map(c ->
            new ChangeLine(
                c.task(), terms.head(c.what()), type(c.before(), terms), type(c.after(), terms)))
        .toList();
  }

  /** A kind of draw is kept by its name. */
  private static String type(String cell, Terms terms) {
    return cell.endsWith("TARGETED") ? terms.words().typeOf(cell) : cell;
  }
}
