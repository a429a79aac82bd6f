package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanOverlap;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that are drawn together, or that somebody asked to be drawn together or apart.
 *
 * @param tasks the one whose draw it is first
 * @param listed the same in one line
 * @param askedBy who asked and waits for another; empty where it holds
 * @param apart whether it was asked to be drawn apart again
 */
@TemplateData
public record Together(
    String lead, List<String> tasks, String listed, String askedBy, boolean apart) {

  static List<Together> of(PlanContent content, Terms terms) {
    List<Together> all = new ArrayList<>();
    new TreeMap<>(content.combinations())
        .forEach((lead, others) -> all.add(of(lead, others, "", false, terms)));
    new TreeMap<>(content.asked().together())
        .forEach((lead, asked) ->
            all.add(of(lead, asked.what(), asked.by(), asked.what().isEmpty(), terms)));
    return all;
  }

  private static Together of(
      String lead, List<String> others, String askedBy, boolean apart, Terms terms) {
    List<String> tasks = Stream.concat(Stream.of(lead), others.stream()).toList();
    return new Together(lead, tasks, terms.listed(tasks), askedBy, apart);
  }

  /** Which tasks meet at the same subjects, and what is better combined. */
  @TemplateData
  public record Overlapping(List<Pair> pairs, List<Proposed> proposals) {}

  /**
   * @param obstacle in words; empty where nothing stands against it
   */
  @TemplateData
  public record Pair(String tasks, String subjects, String items, String saved, String obstacle) {}

  @TemplateData
  public record Proposed(
      List<String> tasks,
      String listed,
      String apart,
      String together,
      String saved,
      String from,
      String to) {}

  static Overlapping overlapping(PlanOverlap overlap, Terms terms, boolean english) {
    return new Overlapping(
        overlap.pairs().stream()
            .map(p ->
                new Pair(
                    terms.listed(p.tasks()),
                    Terms.grouped(p.subjects()),
                    Terms.grouped(p.items()),
                    Terms.grouped(p.visitsSaved()),
                    obstacle(p.obstacle(), english)))
            .toList(),
        overlap.proposals().stream()
            .map(p ->
                new Proposed(
                    p.tasks(),
                    terms.listed(p.tasks()),
                    Terms.grouped(p.visitsApart()),
                    Terms.grouped(p.visitsTogether()),
                    Terms.grouped(p.visitsSaved()),
                    p.window().from().toString(),
                    p.window().to().toString()))
            .toList());
  }

  private static String obstacle(@Nullable String code, boolean english) {
    return code == null
        ? ""
        : DrawRejection.coded(code).map(r -> english ? r.english() : r.text()).orElse(code);
  }
}
