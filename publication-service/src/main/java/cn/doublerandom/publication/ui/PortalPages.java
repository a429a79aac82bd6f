package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.problem.ProblemException;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

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
  @Location("portal/problem.html")
  Template problem;

  @Inject NoticeBoard board;
  @Inject Clock clock;

  @GET
  public Uni<TemplateInstance> index() {
    LocalDate today = BusinessClock.day(clock.instant());
    return from(board.plans("", NEWEST))
        .flatMap(plans ->
            from(board.draws("", NEWEST))
                .flatMap(draws ->
                    front(today)
                        .map(front ->
                            index
                                .data("plans", plans)
                                .data("alarms", front.alarms)
                                .data("programmes", front.programmes)
                                .data("draws", draws.stream().map(d -> line(plans, d)).toList())
                                .data("figures", front.figures)
                                .data("coverage", percent(front.figures.coverageBasisPoints()))
                                .data(
                                    "publication", percent(front.figures.publicationBasisPoints()))
                                .data("today", today))));
  }

  /** What the first page shows besides plans and draws. */
  private record Front(
      NoticeBoard.Statistics figures,
      List<AlarmLine> alarms,
      List<Noted.ProgrammeNotice> programmes) {}

  private Uni<Front> front(LocalDate today) {
    return from(board.statistics(today.getYear(), today))
        .flatMap(figures ->
            from(board.alarms())
                .flatMap(alarms ->
                    from(board.programmes("", NEWEST))
                        .map(programmes -> new Front(figures, AlarmLine.of(alarms), programmes))));
  }

  /**
   * Missed last days of a plan in words.
   *
   * @param steps in their order
   */
  public record AlarmLine(String year, List<String> steps, LocalDate due, boolean madeUpFor) {
    private static final List<String> ORDER = List.of("制定", "上报", "公示");

    /** One line for each plan and day, the steps still open apart from those made up for. */
    static List<AlarmLine> of(List<Noted.PlanAlarm> alarms) {
      Map<List<Object>, List<Noted.PlanAlarm>> alike =
          alarms.stream()
              .filter(Noted.PlanAlarm::missedItsDay)
              .sorted(Comparator.comparingInt(a -> ORDER.indexOf(a.step())))
              .collect(
                  Collectors.groupingBy(
                      a -> List.of(a.planKey(), a.state(), a.due()),
                      LinkedHashMap::new,
                      Collectors.toList()));
      return alike.values().stream().map(AlarmLine::line).toList();
    }

    private static AlarmLine line(List<Noted.PlanAlarm> alike) {
      Noted.PlanAlarm first = alike.getFirst();
      return new AlarmLine(
          first.planKey().substring(first.planKey().indexOf('-') + 1),
          alike.stream().map(Noted.PlanAlarm::step).toList(),
          first.due(),
          first.state().equals("DONE_LATE"));
    }

    public String text() {
      return "%s 年度抽查工作计划的%s应于 %s 前完成，%s。"
          .formatted(year, String.join("、", steps), due, madeUpFor ? "逾期后已经补办" : "至今没有完成");
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
            from(board.plans("", NEWEST))
                .map(plans ->
                    programme
                        .data("notice", notice)
                        .data("task", Noted.task(plans, notice.planId(), notice.taskId()))));
  }

  /** 账本检查点: what the services' ledgers were, hour by hour. */
  @GET
  @Path("/anchors")
  public Uni<TemplateInstance> anchors() {
    return from(board.anchors(NEWEST)).map(rows -> anchors.data("anchors", rows));
  }

  /**
   * A draw with the row of the plan it belongs to.
   *
   * @param others rows of the other tasks drawn as one with it
   */
  public record DrawLine(Noted.DrawNotice draw, Noted.Task task, List<Noted.Task> others) {
    public String phase() {
      return switch (draw.phase()) {
        case "COMMITTED" -> "已承诺，待抽取";
        case "SEALED" -> "已抽取，名单密封";
        case "EXECUTED" -> "已抽取";
        case "VOIDED" -> "已作废";
        default -> draw.phase();
      };
    }
  }

  private static String percent(long basisPoints) {
    return "%d.%02d%%".formatted(basisPoints / 100, basisPoints % 100);
  }

  @GET
  @Path("/plans/{planKey}")
  public Uni<TemplateInstance> plan(@PathParam("planKey") @Size(max = 64) String planKey) {
    return from(board.plans("", NEWEST))
        .map(plans ->
            plan.data(
                "plan",
                plans.stream()
                    .filter(p -> p.planKey().equals(planKey))
                    .findFirst()
                    .orElseThrow(PortalPages::unknown)));
  }

  @GET
  @Path("/draws/{drawId}")
  public Uni<TemplateInstance> draw(@PathParam("drawId") @Size(max = 100) String drawId) {
    return line(drawId)
        .flatMap(line ->
            from(board.subjects(line.draw().named()))
                .map(known ->
                    draw.data("line", line)
                        .data("issuer", line.task().leadUnit())
                        .data("subjects", Noted.KnownSubject.inOrder(line.draw().selected(), known))
                        .data("replacements", replacements(line.draw(), known))
                        .data("excluded", excluded(line.draw(), known))));
  }

  /** A subject left out by hand, with its name. */
  public record ExcludedLine(Noted.KnownSubject subject, String reason) {}

  private static List<ExcludedLine> excluded(
      Noted.DrawNotice draw, Map<String, Noted.KnownSubject> known) {
    return draw.excluded().stream()
        .map(e -> new ExcludedLine(Noted.KnownSubject.of(e.subject(), known), e.reason()))
        .toList();
  }

  /** A replacement with the names of both. */
  public record ReplacementLine(
      Noted.KnownSubject gone, Noted.KnownSubject next, String reason, LocalDate on) {}

  private static List<ReplacementLine> replacements(
      Noted.DrawNotice draw, Map<String, Noted.KnownSubject> known) {
    return draw.replaced().stream()
        .map(r ->
            new ReplacementLine(
                Noted.KnownSubject.of(r.subject(), known),
                Noted.KnownSubject.of(r.alternate(), known),
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
        .flatMap(notice -> from(board.plans("", NEWEST)).map(plans -> line(plans, notice)));
  }

  private static DrawLine line(List<Noted.PlanNotice> plans, Noted.DrawNotice draw) {
    return new DrawLine(
        draw, Noted.task(plans, draw.planId(), draw.taskId()), Noted.others(plans, draw));
  }

  /** A page that is not there is told to people, not to programs. */
  @ServerExceptionMapper
  Uni<RestResponse<String>> problem(ProblemException refusal, UriInfo uri) {
    String home = "../".repeat(Math.max(0, uri.getPathSegments().size() - 2));
    return problem
        .data("text", refusal.rejection().text())
        .data("english", refusal.rejection().english())
        .data("home", home.isEmpty() ? "./" : home)
        .createUni()
        .map(page ->
            RestResponse.ResponseBuilder.<String>create(RestResponse.Status.NOT_FOUND)
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
