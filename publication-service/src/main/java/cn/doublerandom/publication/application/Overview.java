package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.Anchor;
import cn.doublerandom.publication.notice.BulletinBoard;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.DueTask;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.PlanAlarm;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.result.MissingVisit;
import cn.doublerandom.publication.result.ResultDesk;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.result.VisitNotice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is new, how a year stands, and what is overdue. */
@ApplicationScoped
public class Overview {
  private static final int NEWEST = 200;
  private static final int MOST_OBJECTIONS = 10_000;

  private final NoticeBoard board;
  private final BulletinBoard bulletins;
  private final PublicNotices notices;
  private final ResultDesk desk;

  @Inject
  Overview(NoticeBoard board, BulletinBoard bulletins, PublicNotices notices, ResultDesk desk) {
    this.board = board;
    this.bulletins = bulletins;
    this.notices = notices;
    this.desk = desk;
  }

  /** The newest plans and draws, and a year. */
  public record Latest(List<PlanNotice> plans, List<PlannedDraw> draws, OfYear year) {}

  /**
   * How a year stands.
   *
   * @param years that can be chosen, the newest first
   * @param missed steps of plans that missed their day
   * @param programmes the newest
   * @param bulletins likewise
   */
  public record OfYear(
      NoticeBoard.Statistics figures,
      List<Integer> years,
      List<PlanAlarm> missed,
      List<ProgrammeNotice> programmes,
      List<BulletinNotice> bulletins) {}

  /**
   * An overdue result with its subject.
   *
   * @param name as the frame of its draw has it; empty where it was never told
   */
  public record Late(ResultNotice result, String subject, String name) {
    static Late of(
        ResultNotice result, Map<String, DrawNotice> draws, Map<String, KnownSubject> known) {
      String id = result.content().subjectId();
      return new Late(result, id, nameOf(id, result.content().drawId(), draws, known));
    }
  }

  private static String nameOf(
      String subject,
      String drawId,
      Map<String, DrawNotice> draws,
      Map<String, KnownSubject> known) {
    return Optional.ofNullable(draws.get(drawId))
        .flatMap(draw -> draw.nameOf(subject))
        .orElseGet(() -> KnownSubject.of(subject, known).name());
  }

  /**
   * A visit that was not held in its window, with its subject.
   *
   * @param finished whether it was held after all, and its result is still to come
   * @param name as the frame of its draw has it; empty where it was never told
   */
  public record Missed(MissingVisit visit, boolean finished, String name) {}

  /**
   * Everything that is late: results, visits that were never held, tasks never drawn.
   *
   * @param objections results to which an objection waits for an answer that should be there
   */
  public record Overdue(
      List<Late> results,
      List<Missed> visits,
      List<DueTask> tasks,
      List<ResultNotice> objections) {}

  /** The newest notices and the figures of a year. */
  public Uni<Latest> latest(int year, LocalDate today) {
    return Uni.createFrom()
        .completionStage(() -> board.newestPlans(NEWEST))
        .flatMap(plans ->
            Uni.createFrom()
                .completionStage(() -> board.newestDraws(NEWEST))
                .flatMap(notices::planned)
                .flatMap(draws -> ofYear(year, today).map(of -> new Latest(plans, draws, of))));
  }

  private Uni<OfYear> ofYear(int year, LocalDate today) {
    return Uni.createFrom()
        .completionStage(() -> board.statistics(year, today))
        .flatMap(figures ->
            Uni.createFrom()
                .completionStage(board::years)
                .flatMap(years ->
                    missed()
                        .flatMap(missed ->
                            Uni.createFrom()
                                .completionStage(() -> board.newestProgrammes(NEWEST))
                                .flatMap(programmes ->
                                    Uni.createFrom()
                                        .completionStage(() -> bulletins.newestBulletins(NEWEST))
                                        .map(told ->
                                            new OfYear(
                                                figures,
                                                choice(years, year, today),
                                                missed,
                                                programmes,
                                                told))))));
  }

  /** This year and the one shown can always be chosen. */
  private static List<Integer> choice(List<Integer> known, int shown, LocalDate today) {
    return Stream.concat(known.stream(), Stream.of(shown, today.getYear()))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Steps of annual plans that missed their day, and those made up for. */
  public Uni<List<PlanAlarm>> missed() {
    return Uni.createFrom()
        .completionStage(board::alarms)
        .map(all -> all.stream().filter(PlanAlarm::missedItsDay).toList());
  }

  /** 逾期未公示、逾期未检查、逾期未抽取: everything whose last day has passed, until it is done. */
  public Uni<Overdue> overdue(LocalDate today) {
    return Uni.createFrom()
        .completionStage(() -> board.overdue(today))
        .flatMap(late ->
            Uni.createFrom()
                .completionStage(board::notHeld)
                .flatMap(missing ->
                    Uni.createFrom()
                        .completionStage(() -> board.undrawn(today))
                        .flatMap(undrawn ->
                            unanswered(today)
                                .flatMap(objected -> named(late, missing, undrawn, objected)))));
  }

  private Uni<List<ResultNotice>> unanswered(LocalDate today) {
    return Uni.createFrom()
        .completionStage(() ->
            desk.found(ResultDesk.Asked.of(ResultDesk.Stage.OBJECTED, today), 0, MOST_OBJECTIONS))
        .map(objected -> objected.stream().filter(one -> one.isAnsweredLate(today)).toList());
  }

  private Uni<Overdue> named(
      List<ResultNotice> late,
      List<VisitNotice> missing,
      List<DueTask> undrawn,
      List<ResultNotice> objected) {
    List<String> draws =
        Stream.concat(
                late.stream().map(r -> r.content().drawId()),
                missing.stream().map(v -> v.visit().drawId()))
            .distinct()
            .toList();
    List<String> subjects =
        Stream.concat(
                late.stream().map(r -> r.content().subjectId()),
                missing.stream().map(v -> v.visit().subjectId()))
            .distinct()
            .toList();
    return Uni.createFrom()
        .completionStage(() -> board.drawsById(draws))
        .flatMap(drawn ->
            Uni.createFrom()
                .completionStage(() -> board.subjects(subjects))
                .map(known ->
                    new Overdue(
                        late.stream().map(r -> Late.of(r, drawn, known)).toList(),
                        missing.stream().map(v -> missed(v, drawn, known)).toList(),
                        undrawn,
                        objected)));
  }

  private static Missed missed(
      VisitNotice notice, Map<String, DrawNotice> draws, Map<String, KnownSubject> known) {
    MissingVisit visit = notice.visit();
    return new Missed(
        visit, !notice.open(), nameOf(visit.subjectId(), visit.drawId(), draws, known));
  }

  /** 账本检查点: the newest of what the other services' ledgers were. */
  public Uni<List<Anchor>> anchors() {
    return Uni.createFrom().completionStage(() -> board.anchors(NEWEST));
  }
}
