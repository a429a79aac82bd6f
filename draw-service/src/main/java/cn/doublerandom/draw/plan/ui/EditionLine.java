package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.application.PlanStory;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * An edition of a plan's table.
 *
 * @param name its number, or that it was a draft
 * @param about how much it holds, or changed
 */
@TemplateData
public record EditionLine(
    String name, String day, String by, String about, List<ChangeLine> changes) {
  /** Newest first. */
  static List<EditionLine> of(PlanStory.Told told, Terms terms, StoryWords words) {
    return told.editions().reversed().stream()
        .map(edition ->
            new EditionLine(
                edition.number() == 0
                    ? words.editionDraft()
                    : words.editionNumber(Integer.toString(edition.number())),
                edition.on().toString(),
                edition.by(),
                about(edition, edition.equals(told.editions().getFirst()), words),
                ChangeLine.of(edition.changes(), terms)))
        .toList();
  }

  private static String about(PlanStory.Edition edition, boolean isFirst, StoryWords words) {
    if (isFirst) {
      return words.firstEdition(Terms.grouped(edition.table().tasks().size()));
    }
    return edition.changes().isEmpty()
        ? words.noChange()
        : words.changesCount(Terms.grouped(edition.changes().size()));
  }
}
