package cn.doublerandom.publication.view;

import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.bureau.figures.Percent;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.NoticeBoard.Statistics;
import cn.doublerandom.servicekit.view.Documents;
import cn.doublerandom.servicekit.view.OwnRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The figures by year that depend on the register: summed by its replica, joined with results. */
final class SubjectFigures {
  private static final int MOST = 1_000_000;

  private static final String INSPECTED =
      """
      SELECT bureau, id, body FROM registry_subject_view
      WHERE bureau = :bureau AND id IN (
        SELECT subject_id FROM result_view WHERE bureau = :bureau AND counted_year = :year)
      """;

  private final Documents<KnownSubjectRow, KnownSubject> subjects;

  SubjectFigures(Documents<KnownSubjectRow, KnownSubject> subjects) {
    this.subjects = subjects;
  }

  /**
   * Of a year, by kind.
   *
   * @param registered subjects that count
   * @param inspected different ones of them inspected in the year
   * @param added put in after the year
   * @param removed taken out after the year
   * @param inspectedBefore different ones that were inspected and counted without either
   */
  record OfYear(
      Map<String, Long> registered,
      Map<String, Long> inspected,
      Map<String, Long> added,
      Map<String, Long> removed,
      Map<String, Long> inspectedBefore) {
    /** What was told of the enterprises after the year. */
    Statistics.@Nullable Corrected corrected() {
      long in = added.getOrDefault(AnnualCoverage.KIND, 0L);
      long out = removed.getOrDefault(AnnualCoverage.KIND, 0L);
      long registeredBefore = registered.getOrDefault(AnnualCoverage.KIND, 0L) - in + out;
      long before = inspectedBefore.getOrDefault(AnnualCoverage.KIND, 0L);
      return in == 0 && out == 0
          ? null
          : new Statistics.Corrected(
              in, out, registeredBefore, before, Percent.of(before, registeredBefore));
    }
  }

  CompletionStage<OfYear> of(int year) {
    return turns()
        .thenCompose(turns ->
            subjects
                .select(INSPECTED, Map.of("year", "%04d".formatted(year)), MOST)
                .thenApply(found ->
                    new OfYear(
                        sums(turns, id -> isTurnUpTo(year, id)),
                        inspected(found, subject -> subject.isCountedIn(year)),
                        sums(turns, id -> id.startsWith(NoticeBoard.correction(year, "", true))),
                        sums(turns, id -> id.startsWith(NoticeBoard.correction(year, "", false))),
                        inspected(found, subject -> subject.wasCountedIn(year)))));
  }

  /** Some for each year and kind. */
  private static CompletionStage<List<SubjectTurnRow>> turns() {
    return OwnRows.read((session, own) ->
            session
                .createSelectionQuery("from SubjectTurnRow where bureau = ?1", SubjectTurnRow.class)
                .setParameter(1, own)
                .getResultList())
        .subscribeAsCompletionStage();
  }

  /** The sum of all turns up to the year is what counts in it. */
  private static boolean isTurnUpTo(int year, String id) {
    return Character.isDigit(id.charAt(0)) && id.compareTo(NoticeBoard.turn(year + 1, "")) < 0;
  }

  private static Map<String, Long> sums(List<SubjectTurnRow> turns, Predicate<String> wanted) {
    Map<String, Long> sums = new TreeMap<>();
    turns.stream()
        .filter(turn -> wanted.test(turn.id))
        .forEach(turn ->
            sums.merge(turn.id.substring(turn.id.indexOf(' ') + 1), turn.counted, Long::sum));
    return sums;
  }

  private static Map<String, Long> inspected(
      List<KnownSubject> found, Predicate<KnownSubject> counts) {
    Map<String, Long> inspected = new HashMap<>();
    found.stream()
        .filter(counts)
        .forEach(subject -> inspected.merge(subject.kind(), 1L, Long::sum));
    return inspected;
  }
}
