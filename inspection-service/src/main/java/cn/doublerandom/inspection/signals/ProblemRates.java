package cn.doublerandom.inspection.signals;

import cn.doublerandom.bureau.figures.Percent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * 发现问题率 (R7): of the visits whose result is final, those in which something was found, as it holds
 * now; what was withdrawn does not count.
 *
 * @param all of the year
 * @param tasks by plan and task
 * @param items by code: of the visits in which it was answered
 * @param classes by credit risk class
 * @param units by unit of the team; a visit of two units counts for both
 */
public record ProblemRates(
    Rate all, List<Rate> tasks, List<Rate> items, List<Rate> classes, List<Rate> units) {
  public ProblemRates {
    tasks = List.copyOf(tasks);
    items = List.copyOf(items);
    classes = List.copyOf(classes);
    units = List.copyOf(units);
  }

  /**
   * One of them.
   *
   * @param name of an item its name, of everything else its key
   * @param found visits with a finding
   * @param visits all
   */
  public record Rate(String key, String name, int found, int visits) {
    /** As every other share of the year is read. */
    public String percent() {
      return Percent.of(found, visits);
    }

    Rate and(boolean finding) {
      return new Rate(key, name, found + (finding ? 1 : 0), visits + 1);
    }
  }

  private record Counted(String key, String name, boolean finding) {}

  /**
   * The rates of these visits; those that do not count are left out.
   *
   * @param classes credit risk class of each subject; who is absent has none
   */
  public static ProblemRates of(Collection<VisitTrace> visits, Map<String, String> classes) {
    List<VisitTrace> settled = visits.stream().filter(VisitTrace::counts).toList();
    Rate all = new Rate("", "", 0, 0);
    for (VisitTrace visit : settled) {
      all = all.and(visit.stands());
    }
    return new ProblemRates(
        all,
        by(settled, v -> Stream.of(counted(v.planId() + "/" + v.taskId(), v))),
        by(
            settled,
            v ->
                v.items().stream()
                    .filter(VisitTrace.Item::answered)
                    .map(item -> new Counted(item.code(), item.name(), item.stands()))),
        by(settled, v -> Stream.of(counted(classes.getOrDefault(v.subjectId(), "NONE"), v))),
        by(settled, v -> v.units().stream().distinct().map(unit -> counted(unit, v))));
  }

  private static Counted counted(String key, VisitTrace visit) {
    return new Counted(key, key, visit.stands());
  }

  private static List<Rate> by(
      List<VisitTrace> visits, Function<VisitTrace, Stream<Counted>> counts) {
    Map<String, Rate> rates = new TreeMap<>();
    visits.stream()
        .flatMap(counts)
        .forEach(one ->
            rates.merge(
                one.key(),
                new Rate(one.key(), one.name(), 0, 0).and(one.finding()),
                (before, fresh) -> before.and(one.finding())));
    return List.copyOf(rates.values());
  }
}
