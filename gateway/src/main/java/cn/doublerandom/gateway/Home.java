package cn.doublerandom.gateway;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the services say of the year and of what was done last, laid together.
 *
 * @param year in the order of the services
 * @param told newest first
 * @param own newest first
 * @param all newest first
 * @param faults sentences of those that failed, each once
 * @param isWhole whether every part answered
 */
public record Home(
    List<Glance.Figure> year,
    List<Glance.Line> told,
    List<Glance.Line> own,
    List<Glance.Line> all,
    Set<String> faults,
    boolean isWhole) {
  private static final int MOST = 8;

  /**
   * @param known sentences that stand on the page already
   */
  static Home of(List<Glance> glances, Set<String> known) {
    Set<String> faults = new LinkedHashSet<>();
    glances.stream().map(Glance::fault).filter(f -> !f.isEmpty()).forEach(faults::add);
    boolean isWhole = faults.isEmpty();
    faults.removeAll(known);
    return new Home(
        glances.stream().flatMap(glance -> glance.year().stream()).toList(),
        newest(glances, Glance::told),
        newest(glances, Glance::own),
        newest(glances, Glance::all),
        faults,
        isWhole);
  }

  /** Within a day each service keeps its own order. */
  private static List<Glance.Line> newest(
      List<Glance> glances, Function<Glance, List<Glance.Line>> lines) {
    return glances.stream()
        .flatMap(glance -> lines.apply(glance).stream())
        .sorted(Comparator.comparing(Glance.Line::on).reversed())
        .limit(MOST)
        .toList();
  }

  /** Whether nothing was done by anybody, as far as every part has answered. */
  public boolean isIdle() {
    return isWhole && told.isEmpty() && own.isEmpty() && all.isEmpty();
  }
}
