package cn.doublerandom.publication.view;

import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.servicekit.view.Documents;
import cn.doublerandom.servicekit.view.OwnRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** The figures by year that depend on the register: summed by its replica, joined with results. */
final class SubjectFigures {
  private static final int MOST = 1_000_000;

  private static final String INSPECTED =
      """
      SELECT bureau, id, body FROM registry_subject_view
      WHERE bureau = :bureau AND id IN (
        SELECT subject_id FROM result_view WHERE bureau = :bureau AND finished_year = :year)
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
   */
  record OfYear(Map<String, Long> registered, Map<String, Long> inspected) {}

  CompletionStage<OfYear> of(int year) {
    return turns(year)
        .thenCompose(turns ->
            subjects
                .select(INSPECTED, Map.of("year", "%04d".formatted(year)), MOST)
                .thenApply(found -> new OfYear(registered(turns), inspected(year, found))));
  }

  /** The sum of all turns up to the year is what counts in it. */
  private static CompletionStage<List<SubjectTurnRow>> turns(int year) {
    return OwnRows.read((session, own) ->
            session
                .createSelectionQuery(
                    "from SubjectTurnRow where bureau = ?1 and id < ?2", SubjectTurnRow.class)
                .setParameter(1, own)
                .setParameter(2, NoticeBoard.turn(year + 1, ""))
                .getResultList())
        .subscribeAsCompletionStage();
  }

  private static Map<String, Long> registered(List<SubjectTurnRow> turns) {
    Map<String, Long> registered = new TreeMap<>();
    turns.forEach(turn ->
        registered.merge(turn.id.substring(turn.id.indexOf(' ') + 1), turn.counted, Long::sum));
    return registered;
  }

  private static Map<String, Long> inspected(int year, List<KnownSubject> found) {
    Map<String, Long> inspected = new HashMap<>();
    found.stream()
        .filter(subject -> subject.stood().isCountedOn(AnnualCoverage.referenceDay(year)))
        .forEach(subject -> inspected.merge(subject.kind(), 1L, Long::sum));
    return inspected;
  }
}
