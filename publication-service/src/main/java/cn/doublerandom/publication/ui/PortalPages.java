package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** 公示门户: the notices as plain pages, without an account and without a script. */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
public class PortalPages {
  private static final int NEWEST = 200;

  @Inject
  @Location("portal/index.html")
  Template index;

  @Inject
  @Location("portal/plan.html")
  Template plan;

  @Inject
  @Location("portal/programme.html")
  Template programme;

  @Inject
  @Location("portal/draw.html")
  Template draw;

  @Inject
  @Location("portal/results.html")
  Template results;

  @Inject
  @Location("portal/subject.html")
  Template subject;

  @Inject
  @Location("portal/anchors.html")
  Template anchors;

  @Inject
  @Location("portal/overdue.html")
  Template overdue;

  @Inject
  @Location("portal/problem.html")
  Template problem;

  @Inject NoticeBoard board;
  @Inject Clock clock;

  /** The year asked for, or this one; whatever is overdue stays to be seen in every year. */
  @GET
  public Uni<TemplateInstance> index(@QueryParam("year") @Nullable Integer year) {
    LocalDate today = BusinessClock.day(clock.instant());
    int shown = year == null ? today.getYear() : year;
    FieldRules.yearSoFar("year", shown, NoticeBoard.FIRST_YEAR, today);
    return from(board.newestPlans(NEWEST))
        .flatMap(plans ->
            from(board.newestDraws(NEWEST))
                .flatMap(draws ->
                    from(board.plansOf(draws))
                        .flatMap(ofDraws ->
                            front(shown, today)
                                .map(front ->
                                    index
                                        .data("plans", plans)
                                        .data("alarms", front.alarms)
                                        .data("programmes", front.programmes)
                                        .data(
                                            "draws",
                                            draws.stream()
                                                .map(d -> DrawLine.of(d, ofDraws))
                                                .toList())
                                        .data("figures", front.figures)
                                        .data("years", front.years)
                                        .data("today", today)))));
  }

  /** What the first page shows besides plans and draws. */
  private record Front(
      NoticeBoard.Statistics figures,
      List<Integer> years,
      List<AlarmLine> alarms,
      List<ProgrammeNotice> programmes) {}

  private Uni<Front> front(int year, LocalDate today) {
    return from(board.statistics(year, today))
        .flatMap(figures ->
            from(board.years())
                .flatMap(years ->
                    from(board.alarms())
                        .flatMap(alarms ->
                            from(board.newestProgrammes(NEWEST))
                                .map(programmes ->
                                    new Front(
                                        figures,
                                        choice(years, year, today),
                                        AlarmLine.of(alarms),
                                        programmes)))));
  }

  /** The newest year first; this year and the one shown can always be chosen. */
  private static List<Integer> choice(List<Integer> known, int shown, LocalDate today) {
    return Stream.concat(known.stream(), Stream.of(shown, today.getYear()))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** 逾期未公示: everything whose last day has passed, until it is done. */
  @GET
  @Path("/overdue")
  public Uni<TemplateInstance> overdue() {
    LocalDate today = BusinessClock.day(clock.instant());
    return from(board.overdue(today))
        .flatMap(late ->
            from(board.subjects(
                    late.stream().map(r -> r.content().subjectId()).distinct().toList()))
                .map(known ->
                    overdue
                        .data("late", late.stream().map(r -> LateLine.of(r, known)).toList())
                        .data("today", today)));
  }

  /** An overdue result with the name of its subject. */
  public record LateLine(ResultNotice result, KnownSubject subject) {
    static LateLine of(ResultNotice result, Map<String, KnownSubject> known) {
      return new LateLine(result, KnownSubject.of(result.content().subjectId(), known));
    }
  }

  /** 每期抽查实施方案公告. */
  @GET
  @Path("/programmes/{programmeId}")
  public Uni<TemplateInstance> programme(
      @PathParam("programmeId") @Size(max = 100) String programmeId) {
    return from(board.programme(programmeId))
        .map(found -> found.orElseThrow(PortalPages::unknown))
        .flatMap(notice ->
            from(board.plan(notice.planKey()))
                .map(found ->
                    programme
                        .data("notice", notice)
                        .data("task", PlanTask.of(found, notice.planId(), notice.taskId()))));
  }

  /** 账本检查点: what the services' ledgers were, hour by hour. */
  @GET
  @Path("/anchors")
  public Uni<TemplateInstance> anchors() {
    return from(board.anchors(NEWEST))
        .map(rows -> anchors.data("lines", rows.stream().map(AnchorLine::new).toList()));
  }

  @GET
  @Path("/plans/{planKey}")
  public Uni<TemplateInstance> plan(@PathParam("planKey") @Size(max = 64) String planKey) {
    return from(board.plan(planKey))
        .map(found -> plan.data("plan", found.orElseThrow(PortalPages::unknown)));
  }

  @GET
  @Path("/draws/{drawId}")
  public Uni<TemplateInstance> draw(@PathParam("drawId") @Size(max = 100) String drawId) {
    return line(drawId)
        .flatMap(line ->
            from(board.subjects(line.draw().named()))
                .map(known ->
                    draw.data("line", line)
                        .data("subjects", KnownSubject.inOrder(line.draw().selected(), known))
                        .data("replacements", replacements(line.draw(), known))
                        .data("excluded", excluded(line.draw(), known))));
  }

  /** A subject left out by hand, with its name. */
  public record ExcludedLine(KnownSubject subject, String reason) {}

  private static List<ExcludedLine> excluded(DrawNotice draw, Map<String, KnownSubject> known) {
    return draw.excluded().stream()
        .map(e -> new ExcludedLine(KnownSubject.of(e.subject(), known), e.reason()))
        .toList();
  }

  /** A replacement with the names of both. */
  public record ReplacementLine(
      KnownSubject gone, KnownSubject next, String reason, LocalDate on) {}

  private static List<ReplacementLine> replacements(
      DrawNotice draw, Map<String, KnownSubject> known) {
    return draw.replaced().stream()
        .map(r ->
            new ReplacementLine(
                KnownSubject.of(r.subject(), known),
                KnownSubject.of(r.alternate(), known),
                r.reason(),
                r.on()))
        .toList();
  }

  @GET
  @Path("/draws/{drawId}/results")
  public Uni<TemplateInstance> results(@PathParam("drawId") @Size(max = 100) String drawId) {
    return line(drawId)
        .flatMap(line ->
            from(board.resultsOf(drawId))
                .map(found -> results.data("line", line).data("results", found)));
  }

  @GET
  @Path("/results/{resultId}")
  public Uni<TemplateInstance> subject(@PathParam("resultId") @Size(max = 160) String resultId) {
    return from(board.result(resultId))
        .map(found -> found.orElseThrow(PortalPages::unknown))
        .flatMap((ResultNotice result) ->
            line(result.content().drawId())
                .map(line -> subject.data("line", line).data("result", result)));
  }

  private Uni<DrawLine> line(String drawId) {
    return from(board.draw(drawId))
        .map(found -> found.orElseThrow(PortalPages::unknown))
        .flatMap(notice ->
            from(board.plansOf(List.of(notice))).map(plans -> DrawLine.of(notice, plans)));
  }

  /** A page that is not there is told to people, not to programs. */
  private static String text(ProblemException refusal) {
    return Stream.concat(
            Stream.of(refusal.rejection().text()),
            refusal.errors().stream().map(error -> error.field() + "：" + error.text()))
        .collect(Collectors.joining(" "));
  }

  @ServerExceptionMapper
  Uni<RestResponse<String>> problem(ProblemException refusal) {
    return problem
        .data("text", text(refusal))
        .data("english", refusal.rejection().english())
        .createUni()
        .map(page ->
            RestResponse.ResponseBuilder.<String>create(
                    ProblemMappers.status(refusal.rejection()), null)
                .entity(page)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .build());
  }

  private static <T> Uni<T> from(CompletionStage<T> stage) {
    return Uni.createFrom().completionStage(stage);
  }

  private static ProblemException unknown() {
    return new ProblemException(PublicationRejection.NOTICE_UNKNOWN);
  }
}
