package cn.doublerandom.publication.application;

import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.notice.BulletinBoard;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads notices, each with what others told of it: the plan of a draw, the names of subjects. */
@ApplicationScoped
public class PublicNotices {
  private final NoticeBoard board;
  private final BulletinBoard bulletins;

  @Inject
  PublicNotices(NoticeBoard board, BulletinBoard bulletins) {
    this.board = board;
    this.bulletins = bulletins;
  }

  /**
   * A programme with the row of the plan it carries out.
   *
   * @param issuer the bureau, as the plan names it; empty where no plan was told of
   */
  public record PlannedProgramme(ProgrammeNotice notice, PlanTask task, String issuer) {}

  /** The published results of one draw. */
  public record ResultsOfDraw(PlannedDraw planned, List<ResultNotice> results) {}

  /** A published result and the draw it came from. */
  public record ResultOfDraw(PlannedDraw planned, ResultNotice result) {}

  /** One plan with every version that was public before. */
  public Uni<PlanNotice> plan(String planKey) {
    return Uni.createFrom()
        .completionStage(() -> board.plan(planKey))
        .map(found -> found.orElseThrow(PublicNotices::unknown));
  }

  /** One programme. */
  public Uni<PlannedProgramme> programme(String programmeId) {
    return Uni.createFrom()
        .completionStage(() -> board.programme(programmeId))
        .map(found -> found.orElseThrow(PublicNotices::unknown))
        .flatMap(notice ->
            Uni.createFrom()
                .completionStage(() -> board.plan(notice.planKey()))
                .map(plan ->
                    new PlannedProgramme(
                        notice,
                        PlanTask.of(plan, notice.planId(), notice.taskId()),
                        plan.map(PlanNotice::issuer).orElse(""))));
  }

  /** One bulletin. */
  public Uni<BulletinNotice> bulletin(String bulletinId) {
    return Uni.createFrom()
        .completionStage(() -> bulletins.bulletin(bulletinId))
        .map(found -> found.orElseThrow(PublicNotices::unknown));
  }

  /** One draw, with everybody it names. */
  public Uni<NamedDraw> draw(String drawId) {
    return planned(drawId)
        .flatMap(planned ->
            subjects(List.of(planned), DrawNotice::named)
                .map(known -> new NamedDraw(planned, known)));
  }

  /** One draw as it is shown: with everybody it names, and who visits them. */
  public Uni<ShownDraw> shown(String drawId) {
    return draw(drawId)
        .flatMap(found -> roundsOfTeams(drawId).map(rounds -> ShownDraw.of(found, rounds)));
  }

  /** Draws with the subjects that were drawn. */
  public Uni<List<NamedDraw>> named(List<DrawNotice> draws) {
    return planned(draws)
        .flatMap(planned ->
            subjects(planned, DrawNotice::selected)
                .map(known -> planned.stream().map(d -> new NamedDraw(d, known)).toList()));
  }

  /** The rounds that drew the teams of a draw again, those voided since too. */
  private Uni<List<DrawNotice>> roundsOfTeams(String drawId) {
    return Uni.createFrom().completionStage(() -> board.roundsOfTeams(drawId));
  }

  /** What was found at the subjects of one draw, by whichever teams they were visited. */
  public Uni<ResultsOfDraw> results(String drawId) {
    return planned(drawId)
        .flatMap(planned ->
            roundsOfTeams(drawId)
                .map(rounds ->
                    Stream.concat(Stream.of(drawId), rounds.stream().map(DrawNotice::drawId))
                        .toList())
                .flatMap(ids -> Uni.createFrom().completionStage(() -> board.resultsOf(ids)))
                .map(found -> new ResultsOfDraw(planned, found)));
  }

  /** One published result. */
  public Uni<ResultOfDraw> result(String resultId) {
    return Uni.createFrom()
        .completionStage(() -> board.result(resultId))
        .map(found -> found.orElseThrow(PublicNotices::unknown))
        .flatMap(result ->
            planned(result.content().drawId()).map(planned -> new ResultOfDraw(planned, result)));
  }

  /** Results with the tasks they came from. */
  public Uni<List<PlannedResult>> resultsOfPlans(List<ResultNotice> results) {
    List<String> ids = results.stream().map(r -> r.content().drawId()).distinct().toList();
    return Uni.createFrom()
        .completionStage(() -> board.drawsById(ids))
        .flatMap(draws ->
            Uni.createFrom()
                .completionStage(() -> board.plansOf(List.copyOf(draws.values())))
                .map(plans ->
                    results.stream().map(r -> PlannedResult.of(r, draws, plans)).toList()));
  }

  /** One draw with the row of the plan it belongs to. */
  Uni<PlannedDraw> planned(String drawId) {
    return Uni.createFrom()
        .completionStage(() -> board.draw(drawId))
        .map(found -> found.orElseThrow(PublicNotices::unknown))
        .flatMap(draw -> planned(List.of(draw)))
        .map(List::getFirst);
  }

  Uni<List<PlannedDraw>> planned(List<DrawNotice> draws) {
    return Uni.createFrom()
        .completionStage(() -> board.plansOf(draws))
        .map(plans -> draws.stream().map(draw -> PlannedDraw.of(draw, plans)).toList());
  }

  private Uni<Map<String, KnownSubject>> subjects(
      List<PlannedDraw> draws, Function<DrawNotice, List<String>> whom) {
    List<String> ids =
        draws.stream()
            .map(PlannedDraw::draw)
            .flatMap(draw -> whom.apply(draw).stream())
            .distinct()
            .toList();
    return Uni.createFrom().completionStage(() -> board.subjects(ids));
  }

  private static ProblemException unknown() {
    return new ProblemException(PublicationRejection.NOTICE_UNKNOWN);
  }
}
