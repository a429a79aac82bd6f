package cn.doublerandom.publication.notice;

import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.bureau.reason.RegisterWords;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.result.VisitNotice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Everything that is public, as it is read. */
public interface NoticeBoard {
  /** 国办发〔2015〕58号 began the random checks: nothing can be asked of a year before. */
  int FIRST_YEAR = 2015;

  /** Where it stands how many more subjects of a kind count from a year on. */
  static String turn(int year, String kind) {
    return "%04d %s".formatted(year, kind);
  }

  /** Where it stands how many of a kind were put in or taken out of a year after its end. */
  static String correction(int year, String kind, boolean counts) {
    return "c%04d%s %s".formatted(year, counts ? "+" : "-", kind);
  }

  CompletionStage<List<PlanNotice>> plans(String after, int limit);

  /** Every alarm about a step of a plan, what it said last. */
  CompletionStage<List<PlanAlarm>> alarms();

  CompletionStage<List<ProgrammeNotice>> programmes(String after, int limit);

  CompletionStage<Optional<ProgrammeNotice>> programme(String programmeId);

  CompletionStage<List<DrawNotice>> draws(String after, int limit);

  CompletionStage<Optional<DrawNotice>> draw(String drawId);

  /** The rounds that drew the teams of a draw again, those voided since too. */
  CompletionStage<List<DrawNotice>> roundsOfTeams(String drawId);

  /** Draws by id; unknown ones are absent. */
  CompletionStage<Map<String, DrawNotice>> drawsById(List<String> ids);

  /** The newest checkpoints of the other services, newest first. */
  CompletionStage<List<Anchor>> anchors(int limit);

  /** Published results only. */
  CompletionStage<List<ResultNotice>> results(String after, int limit);

  /** Results that are recorded and not public, by id. */
  CompletionStage<List<ResultNotice>> open(String after, int limit);

  /** Results that are not public, by their last day. */
  CompletionStage<List<ResultNotice>> unpublished(int limit);

  /** Published results of draws, by draw and subject. */
  CompletionStage<List<ResultNotice>> resultsOf(List<String> drawIds);

  CompletionStage<Optional<ResultNotice>> result(String resultId);

  /** Public data of subjects, by id; unknown ones are absent. */
  CompletionStage<Map<String, KnownSubject>> subjects(List<String> ids);

  /** The newest first, by the day they became public. */
  CompletionStage<List<PlanNotice>> newestPlans(int limit);

  CompletionStage<List<ProgrammeNotice>> newestProgrammes(int limit);

  /** The newest first, by the day of the draw. */
  CompletionStage<List<DrawNotice>> newestDraws(int limit);

  CompletionStage<Optional<PlanNotice>> plan(String planKey);

  /** The plans these draws belong to, by key; one never told is absent. */
  CompletionStage<Map<String, PlanNotice>> plansOf(List<DrawNotice> draws);

  /** Results whose last day has passed and that are not public, recorded or not. */
  CompletionStage<List<ResultNotice>> overdue(LocalDate today);

  /**
   * Drawn visits whose window has ended without them, as long as they or their results are owed.
   */
  CompletionStage<List<VisitNotice>> notHeld();

  /** Tasks of plans whose last day has passed and of which no draw stands. */
  CompletionStage<List<DueTask>> undrawn(LocalDate today);

  /** Years in which something was inspected, or should have been, ascending. */
  CompletionStage<List<Integer>> years();

  /**
   * The official figures of a year (docs/glossary.md, 指标).
   *
   * @param registered enterprises of the year's annualCoverage
   * @param inspected different ones of them whose visits count in this year, as their results do
   * @param coverage the share in percent; — where none is registered
   * @param basis the day, kinds and states that count as registered
   * @param apart the same of the other kinds
   * @param corrected what the register put into or took out of the enterprises of the year after
   *     its end, and how both numbers of the share stood without it; absent where nothing
   * @param recorded results recorded, without those whose publication was withdrawn
   * @param unrecorded visits finished whose result is missing after its last day
   * @param notHeld drawn visits whose window ended in the year and that were not held in it, as
   *     long as no result of them is recorded, or missing after its last day
   * @param published of the recorded those that are public
   * @param publication published of all that was due, in percent: of recorded, unrecorded and
   *     notHeld; — where there is none of them
   * @param publishedOnTime within their deadline, of visits that were held in their window
   * @param withdrawn results whose publication was withdrawn: neither public nor due any more, and
   *     in no rate; the visit was made and counts as inspected
   * @param overdue ids of results of this and earlier years whose last day has passed and that are
   *     not public
   * @param overdueUnrecorded of them those that are not even recorded
   * @param overdueNotHeld ids of visits of this and earlier years that were not held in their
   *     window, as long as no result of them is recorded, or missing after its last day
   * @param overdueUndrawn ids (region-plan-task) of tasks of this and earlier years that were not
   *     drawn by the last day of their plan, until a draw of them stands
   */
  record Statistics(
      int year,
      long registered,
      long inspected,
      String coverage,
      AnnualCoverage.Basis basis,
      List<Apart> apart,
      @Nullable Corrected corrected,
      long recorded,
      long unrecorded,
      long notHeld,
      long published,
      String publication,
      long publishedOnTime,
      long withdrawn,
      List<String> overdue,
      List<String> overdueUnrecorded,
      List<String> overdueNotHeld,
      List<String> overdueUndrawn) {
    /** Another kind of subjects. */
    public record Apart(String kind, long registered, long inspected) {
      /** The kind in words. */
      public String kindText() {
        return RegisterWords.kind(kind);
      }
    }

    /**
     * Told after the year.
     *
     * @param added enterprises that count by what was told since
     * @param removed enterprises that count no more
     * @param before how many were registered without it
     * @param inspectedBefore of them inspected, without it
     * @param coverageBefore the share in percent, without it
     */
    public record Corrected(
        long added, long removed, long before, long inspectedBefore, String coverageBefore) {}
  }

  CompletionStage<Statistics> statistics(int year, LocalDate today);
}
