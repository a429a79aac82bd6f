package cn.doublerandom.publication.view;

import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.bureau.figures.CoverageShare;
import cn.doublerandom.bureau.figures.Percent;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.publication.notice.Anchor;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.DueTask;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.PlanAlarm;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.result.MissingVisit;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.result.VisitNotice;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class NoticeView implements NoticeBoard {
  private static final int MOST_ROWS = 1_000_000;
  private static final int MOST_YEARS = 1_000;
  private static final int MOST_OVERDUE = 10_000;

  final Documents<PlanNoticeRow, PlanNotice> plans =
      new Documents<>(PlanNoticeRow.class, "plan_notice_view", PlanNotice.class);
  final Documents<PlanAlarmRow, PlanAlarm> alarms =
      new Documents<>(PlanAlarmRow.class, "plan_alarm_view", PlanAlarm.class);
  final Documents<ProgrammeNoticeRow, ProgrammeNotice> programmes =
      new Documents<>(ProgrammeNoticeRow.class, "programme_notice_view", ProgrammeNotice.class);
  final Documents<BulletinNoticeRow, BulletinNotice> bulletins =
      new Documents<>(BulletinNoticeRow.class, "bulletin_notice_view", BulletinNotice.class);
  final Documents<DrawNoticeRow, DrawNotice> draws =
      new Documents<>(DrawNoticeRow.class, "draw_notice_view", DrawNotice.class);
  final Documents<ResultRow, ResultNotice> results =
      new Documents<>(ResultRow.class, "result_view", ResultNotice.class);
  final Documents<KnownSubjectRow, KnownSubject> subjects =
      new Documents<>(KnownSubjectRow.class, "registry_subject_view", KnownSubject.class);
  final Documents<NotHeldRow, VisitNotice> notHeld =
      new Documents<>(NotHeldRow.class, "not_held_view", VisitNotice.class);
  final Documents<DueTaskRow, DueTask> tasks =
      new Documents<>(DueTaskRow.class, "due_task_view", DueTask.class);
  private final SubjectFigures figures = new SubjectFigures(subjects);

  /** Of subjects as long as each became an event here; filled by old ledgers and read by nobody. */
  final Documents<KnownSubjectRow, KnownSubject> noted =
      new Documents<>(KnownSubjectRow.class, "known_subject_view", KnownSubject.class);

  final Documents<YearFigureRow, YearFigure> years =
      new Documents<>(YearFigureRow.class, "year_figure_view", YearFigure.class);
  final Documents<SubjectFigureRow, CoverageShare> shares =
      new Documents<>(SubjectFigureRow.class, "subject_figure_view", CoverageShare.class);

  final Documents<AnchorRow, Anchor> anchors =
      new Documents<>(AnchorRow.class, "anchor_view", Anchor.class);

  /** Not by the constructor: who folds into the tables reads them from the bean's proxy. */
  @Inject Vitals vitals;

  /**
   * Rows that are not made yet say nothing: no firm is shown without its name, no figure of zero.
   */
  private void requireFilled() {
    if (vitals.isFilling()) {
      throw new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Override
  public CompletionStage<List<Anchor>> anchors(int limit) {
    return anchors
        .newest("sealedAt", limit)
        .thenApply(rows ->
            rows.stream().sorted(Comparator.comparing(Anchor::sealedAt).reversed()).toList());
  }

  @Override
  public CompletionStage<List<PlanNotice>> plans(String after, int limit) {
    return plans.page(after, limit);
  }

  @Override
  public CompletionStage<List<PlanNotice>> newestPlans(int limit) {
    return plans.newest("publishedOn", limit);
  }

  @Override
  public CompletionStage<List<ProgrammeNotice>> newestProgrammes(int limit) {
    return programmes.newest("publishedOn", limit);
  }

  @Override
  public CompletionStage<List<DrawNotice>> newestDraws(int limit) {
    return draws.newest("drawnOn", limit);
  }

  @Override
  public CompletionStage<Optional<PlanNotice>> plan(String planKey) {
    return plans.find(planKey);
  }

  @Override
  public CompletionStage<Map<String, PlanNotice>> plansOf(List<DrawNotice> notices) {
    List<String> keys =
        notices.stream().flatMap(draw -> draw.planKeys().stream()).distinct().toList();
    return plans
        .allWhere("id in ?1", keys, MOST_ROWS)
        .thenApply(found ->
            found.stream().collect(Collectors.toMap(PlanNotice::planKey, Function.identity())));
  }

  @Override
  public CompletionStage<List<PlanAlarm>> alarms() {
    return alarms.all(MOST_ROWS);
  }

  @Override
  public CompletionStage<List<ProgrammeNotice>> programmes(String after, int limit) {
    return programmes.page(after, limit);
  }

  @Override
  public CompletionStage<Optional<ProgrammeNotice>> programme(String programmeId) {
    return programmes.find(programmeId);
  }

  @Override
  public CompletionStage<List<DrawNotice>> draws(String after, int limit) {
    return draws.page(after, limit);
  }

  @Override
  public CompletionStage<Optional<DrawNotice>> draw(String drawId) {
    return draws.find(drawId);
  }

  @Override
  public CompletionStage<List<DrawNotice>> roundsOfTeams(String drawId) {
    return draws.allWhere("teamsOf = ?1", drawId, MOST_ROWS);
  }

  @Override
  public CompletionStage<Map<String, DrawNotice>> drawsById(List<String> ids) {
    return draws
        .allWhere("id in ?1", ids, MOST_ROWS)
        .thenApply(found ->
            found.stream().collect(Collectors.toMap(DrawNotice::drawId, Function.identity())));
  }

  @Override
  public CompletionStage<List<ResultNotice>> results(String after, int limit) {
    return results.where("published = true and id > ?1", after, limit);
  }

  @Override
  public CompletionStage<List<ResultNotice>> open(String after, int limit) {
    return results.where("published = false and id > ?1", after, limit);
  }

  @Override
  public CompletionStage<List<ResultNotice>> unpublished(int limit) {
    return results.select(
        "SELECT bureau, id, body, draw_id, published, due_on FROM result_view"
            + " WHERE bureau = :bureau AND NOT published ORDER BY due_on, id",
        Map.of(),
        limit);
  }

  @Override
  public CompletionStage<List<ResultNotice>> resultsOf(List<String> drawIds) {
    return results.allWhere("published = true and drawId in ?1", drawIds, MOST_ROWS);
  }

  @Override
  public CompletionStage<Optional<ResultNotice>> result(String resultId) {
    return results.find(resultId).thenApply(found -> found.filter(r -> r.published() != null));
  }

  @Override
  public CompletionStage<Map<String, KnownSubject>> subjects(List<String> ids) {
    requireFilled();
    return subjects
        .allWhere("id in ?1", ids, MOST_ROWS)
        .thenApply(found ->
            found.stream().collect(Collectors.toMap(KnownSubject::id, Function.identity())));
  }

  @Override
  public CompletionStage<Statistics> statistics(int year, LocalDate today) {
    requireFilled();
    return years
        .all(MOST_YEARS)
        .thenCompose(kept ->
            results
                .allWhere("published = false and dueOn < ?1", today.toString(), MOST_OVERDUE)
                .thenCompose(late ->
                    notHeld()
                        .thenCompose(missing ->
                            undrawn(today)
                                .thenCompose(undrawn ->
                                    figures
                                        .of(year)
                                        .thenApply(of ->
                                            statistics(year, kept, late, missing, undrawn, of))))));
  }

  /** Overdue is overdue until it is done: in the year's figures stands what earlier years left. */
  private static Statistics statistics(
      int year,
      List<YearFigure> kept,
      List<ResultNotice> late,
      List<VisitNotice> missing,
      List<DueTask> undrawn,
      SubjectFigures.OfYear of) {
    YearFigure own =
        kept.stream().filter(f -> f.year() == year).findFirst().orElse(YearFigure.none(year));
    var coverage =
        new AnnualCoverage(
            year,
            of.inspected().getOrDefault(AnnualCoverage.KIND, 0L),
            of.registered().getOrDefault(AnnualCoverage.KIND, 0L));
    List<ResultNotice> overdue = late.stream().filter(r -> r.year() <= year).toList();
    return new Statistics(
        year,
        coverage.registered(),
        coverage.inspected(),
        coverage.percent(),
        coverage.basis(),
        apart(of),
        of.corrected(),
        own.recorded(),
        own.unrecorded(),
        own.notHeld(),
        own.published(),
        Percent.of(own.published(), own.recorded() + own.unrecorded() + own.notHeld()),
        own.publishedOnTime(),
        own.withdrawn(),
        overdue.stream().map(r -> r.content().resultId()).toList(),
        overdue.stream().filter(r -> !r.recorded()).map(r -> r.content().resultId()).toList(),
        missing.stream()
            .map(VisitNotice::visit)
            .filter(v -> v.windowTo().getYear() <= year)
            .map(MissingVisit::visitId)
            .toList(),
        undrawn.stream()
            .filter(task -> task.drawTo().getYear() <= year)
            .map(DueTask::taskId)
            .toList());
  }

  private static List<Statistics.Apart> apart(SubjectFigures.OfYear of) {
    return of.registered().entrySet().stream()
        .filter(kind -> !kind.getKey().equals(AnnualCoverage.KIND) && kind.getValue() > 0)
        .map(kind ->
            new Statistics.Apart(
                kind.getKey(), kind.getValue(), of.inspected().getOrDefault(kind.getKey(), 0L)))
        .toList();
  }

  @Override
  public CompletionStage<List<ResultNotice>> overdue(LocalDate today) {
    return results.allWhere("published = false and dueOn < ?1", today.toString(), MOST_OVERDUE);
  }

  @Override
  public CompletionStage<List<VisitNotice>> notHeld() {
    return notHeld.allWhere("owed = ?1", true, MOST_OVERDUE);
  }

  @Override
  public CompletionStage<List<DueTask>> undrawn(LocalDate today) {
    return tasks.allWhere("undrawn = true and drawTo < ?1", today.toString(), MOST_OVERDUE);
  }

  @Override
  public CompletionStage<List<Integer>> years() {
    return years
        .all(MOST_YEARS)
        .thenApply(figures ->
            figures.stream()
                .filter(f -> f.recorded() + f.unrecorded() + f.notHeld() > 0)
                .map(YearFigure::year)
                .toList());
  }
}
