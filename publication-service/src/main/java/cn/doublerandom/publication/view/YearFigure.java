package cn.doublerandom.publication.view;

import cn.doublerandom.bureau.figures.CoverageShare;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.result.VisitNotice;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one year adds to the figures; a kind of which there are none is not named.
 *
 * @param turned by kind: entries that count from this year on, less those that no longer do
 * @param inspected by kind: different entries that count and were inspected in the year
 * @param withdrawn results whose publication was withdrawn: in no other number
 * @param unrecorded visits finished in the year whose result is missing after its last day
 * @param notHeld visits whose window ended in the year and that were not held in it, as long as no
 *     result of them is recorded or missing after its last day
 */
record YearFigure(
    int year,
    Map<String, Long> turned,
    Map<String, Long> inspected,
    long recorded,
    long unrecorded,
    long notHeld,
    long published,
    long publishedOnTime,
    long withdrawn) {
  YearFigure {
    turned = new TreeMap<>(turned);
    inspected = new TreeMap<>(inspected);
  }

  static YearFigure none(int year) {
    return new YearFigure(year, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0);
  }

  YearFigure plus(YearFigure other) {
    return new YearFigure(
        year,
        sum(turned, other.turned),
        sum(inspected, other.inspected),
        recorded + other.recorded,
        unrecorded + other.unrecorded,
        notHeld + other.notHeld,
        published + other.published,
        publishedOnTime + other.publishedOnTime,
        withdrawn + other.withdrawn);
  }

  private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    Map<String, Long> sum = new HashMap<>(one);
    other.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
    sum.values().removeIf(count -> count == 0);
    return sum;
  }

  /** Adds what an entry of the register stands for, or takes it away (−1). */
  static void tell(CoverageShare share, long sign, Map<Integer, YearFigure> figures) {
    share
        .turned()
        .forEach((year, turn) ->
            add(
                figures,
                new YearFigure(
                    year, Map.of(share.kind(), sign * turn), Map.of(), 0, 0, 0, 0, 0, 0)));
    share
        .inspected()
        .forEach(year ->
            add(
                figures,
                new YearFigure(year, Map.of(), Map.of(share.kind(), sign), 0, 0, 0, 0, 0, 0)));
  }

  /** Adds what a result stands for, or takes it away (−1). */
  static void tell(ResultNotice result, long sign, Map<Integer, YearFigure> figures) {
    ResultNotice.Published published = result.published();
    if (result.isWithdrawn()) {
      add(figures, new YearFigure(result.year(), Map.of(), Map.of(), 0, 0, 0, 0, 0, sign));
      return;
    }
    add(
        figures,
        new YearFigure(
            result.year(),
            Map.of(),
            Map.of(),
            result.recorded() ? sign : 0,
            result.recorded() ? 0 : sign,
            0,
            published == null ? 0 : sign,
            published != null && published.onTime() ? sign : 0,
            0));
  }

  /** Adds what a visit not held stands for until its result does, or takes it away (−1). */
  static void tell(VisitNotice notice, long sign, Map<Integer, YearFigure> figures) {
    int year = notice.visit().windowTo().getYear();
    add(figures, new YearFigure(year, Map.of(), Map.of(), 0, 0, notice.owed() ? sign : 0, 0, 0, 0));
  }

  private static void add(Map<Integer, YearFigure> figures, YearFigure more) {
    figures.merge(more.year, more, YearFigure::plus);
  }
}
