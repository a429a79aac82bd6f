package cn.doublerandom.publication.application;

import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.report.Report;
import cn.doublerandom.publication.report.ReportPeriod;
import cn.doublerandom.publication.report.Share;
import cn.doublerandom.publication.report.Tally;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.result.VisitNotice;
import cn.doublerandom.servicekit.identity.Practice;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 月报、年报: counted from the notices when it is asked for, by the definitions of the portal. */
@ApplicationScoped
public class Reporting {
  private static final int ROWS = 500;

  /** A draw is made in the year of its plan, or in the next one at the latest. */
  private static final int PLAN_YEARS = 2;

  private final OpenSource source;
  private final NoticeBoard board;
  private final ReportTables tables;
  private final Practice practice;

  @Inject
  Reporting(OpenSource source, NoticeBoard board, ReportTables tables, Practice practice) {
    this.practice = practice;
    this.source = source;
    this.board = board;
    this.tables = tables;
  }

  /**
   * A month or a year that has begun.
   *
   * @throws ProblemException {@code period-unknown} where it is neither
   */
  public static ReportPeriod period(String text, LocalDate today) {
    return ReportPeriod.of(text)
        .filter(period -> period.year() >= NoticeBoard.FIRST_YEAR)
        .filter(period -> !period.first().isAfter(today))
        .orElseThrow(() -> new ProblemException(PublicationRejection.PERIOD_UNKNOWN));
  }

  /** The report of a month or a year, as of today. */
  public Uni<Report> of(ReportPeriod period, LocalDate today) {
    var tally = new Tally(period, today);
    return draws(period, tally)
        .chain(() -> published(period.year(), "", tally))
        .chain(() -> unpublished(period.year(), tally))
        .chain(() -> Uni.createFrom().completionStage(board::notHeld))
        .invoke(all -> all.stream().map(VisitNotice::visit).forEach(tally::notHeld))
        .chain(() -> report(period, today, tally));
  }

  /** The same as a workbook. */
  public Uni<byte[]> table(ReportPeriod period, LocalDate today) {
    boolean exercise = practice.isNow();
    return of(period, today).map(report -> tables.workbook(report, exercise));
  }

  private Uni<Void> draws(ReportPeriod period, Tally tally) {
    List<DrawNotice> all = new ArrayList<>();
    return drawsOf(period.year(), "", all)
        .chain(() -> drawsOf(period.year() - PLAN_YEARS + 1, "", all))
        .flatMap(read -> {
          List<DrawNotice> made = all.stream().filter(tally::counts).toList();
          made.forEach(tally::drawn);
          List<String> ids = made.stream().map(DrawNotice::drawId).toList();
          List<String> rounds =
              all.stream()
                  .filter(draw -> draw.teamsOf() != null && ids.contains(draw.teamsOf()))
                  .map(DrawNotice::drawId)
                  .toList();
          return Uni.createFrom()
              .completionStage(
                  () -> board.resultsOf(Stream.concat(ids.stream(), rounds.stream()).toList()));
        })
        .invoke(found -> found.forEach(tally::done))
        .replaceWithVoid();
  }

  private Uni<Void> drawsOf(int year, String after, List<DrawNotice> into) {
    return Uni.createFrom()
        .completionStage(() -> source.draws(year, after, ROWS))
        .flatMap(found -> {
          into.addAll(found);
          return found.size() < ROWS
              ? Uni.createFrom().voidItem()
              : drawsOf(year, found.getLast().drawId(), into);
        });
  }

  private Uni<Void> published(int year, String after, Tally tally) {
    return Uni.createFrom()
        .completionStage(() -> source.published(year, after, ROWS))
        .flatMap(found -> {
          found.forEach(tally::result);
          return found.size() < ROWS
              ? Uni.createFrom().voidItem()
              : published(year, found.getLast().content().resultId(), tally);
        });
  }

  private Uni<Void> unpublished(int year, Tally tally) {
    return Uni.createFrom()
        .completionStage(() -> source.unpublished(year))
        .invoke((List<ResultNotice> found) -> found.forEach(tally::result))
        .replaceWithVoid();
  }

  private Uni<Report> report(ReportPeriod period, LocalDate today, Tally tally) {
    return Uni.createFrom()
        .completionStage(() -> board.statistics(period.year(), today))
        .flatMap(figures ->
            Uni.createFrom()
                .completionStage(() -> source.plans(period.year()))
                .map(Reporting::names)
                .flatMap(tasks ->
                    Uni.createFrom()
                        .completionStage(() -> board.subjects(tally.owing()))
                        .map(known ->
                            tally.report(
                                Share.of(figures.inspected(), figures.registered()),
                                figures.basis().text(),
                                task -> tasks.getOrDefault(task, ""),
                                subject -> KnownSubject.of(subject, known).name()))));
  }

  private static Map<String, String> names(List<PlanNotice> plans) {
    Map<String, String> names = new HashMap<>();
    plans.forEach(
        plan -> plan.tasks().forEach(task -> names.put(plan.taskId(task), task.taskName())));
    return names;
  }
}
