package cn.doublerandom.gateway;

import cn.doublerandom.pagekit.Chart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What stands on the board, as somebody may open it: what the services say laid together by what it
 * is about, and of each service how it is itself.
 *
 * @param groups without those nobody says anything of
 * @param parts backlog and lag of each service, in the order of the services
 * @param heads of their columns
 * @param faults sentences of those that failed, each once
 */
public record BoardSheet(
    List<Group> groups, List<PartLine> parts, List<String> heads, Set<String> faults) {
  private static final String OF_PARTS = "MEMORY";

  /** In the order in which they stand. */
  private static final List<String> ORDER =
      List.of("DEADLINES", "COVERAGE", "PUBLICATION", "PROBLEMS", "VISITS");

  /**
   * What is about the same.
   *
   * @param key code word
   */
  public record Group(String key, List<Glance.Figure> figures, List<Drawn> charts) {}

  /**
   * A chart.
   *
   * @param at page with the rows; empty where he may not open it
   */
  public record Drawn(Chart chart, String at) {}

  /**
   * One service.
   *
   * @param figures none where it did not answer
   */
  public record PartLine(String name, List<Glance.Figure> figures) {}

  /**
   * @param opens whether he may open a page
   */
  static BoardSheet of(List<BoardSaid> all, Predicate<String> opens, boolean english) {
    Set<String> faults = new LinkedHashSet<>();
    all.stream().map(BoardSaid::fault).filter(f -> !f.isEmpty()).forEach(faults::add);
    List<PartLine> parts =
        all.stream()
            .map(said ->
                new PartLine(
                    english ? said.part().english() : said.part().chinese(),
                    figures(said, OF_PARTS, opens)))
            .toList();
    return new BoardSheet(
        ORDER.stream()
            .map(key ->
                new Group(
                    key,
                    all.stream().flatMap(said -> figures(said, key, opens).stream()).toList(),
                    all.stream().flatMap(said -> charts(said, key, opens).stream()).toList()))
            .filter(group -> !group.figures().isEmpty() || !group.charts().isEmpty())
            .toList(),
        parts,
        parts.stream()
            .map(PartLine::figures)
            .filter(figures -> !figures.isEmpty())
            .findFirst()
            .map(figures -> figures.stream().map(Glance.Figure::label).toList())
            .orElse(List.of()),
        faults);
  }

  private static List<Glance.Figure> figures(
      BoardSaid said, String group, Predicate<String> opens) {
    return said.figures().stream()
        .filter(placed -> placed.group().equals(group))
        .map(BoardSaid.Placed::figure)
        .map(figure -> opens.test(figure.at()) ? figure : figure.at(""))
        .toList();
  }

  private static List<Drawn> charts(BoardSaid said, String group, Predicate<String> opens) {
    return said.series().stream()
        .filter(one -> one.group().equals(group))
        .map(one -> new Drawn(chart(one), opens.test(one.at()) ? one.at() : ""))
        .toList();
  }

  private static Chart chart(BoardSaid.Series series) {
    return new Chart(
        series.title(),
        "",
        Chart.Form.BARS,
        series.points().stream()
            .map(point ->
                new Chart.Point(point.label(), point.value(), Long.toString(point.value())))
            .toList(),
        -1,
        "");
  }
}
