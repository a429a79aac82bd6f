package cn.doublerandom.publication.ui;

import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.publication.application.Imprints;
import cn.doublerandom.publication.application.Overview;
import cn.doublerandom.publication.application.PlannedDraw;
import cn.doublerandom.publication.application.PublicNotices;
import cn.doublerandom.publication.application.ShownDraw;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.PlanAlarm;
import cn.doublerandom.publication.result.PublishedCount;
import cn.doublerandom.servicekit.identity.EveryBureau;
import cn.doublerandom.servicekit.page.BureauPages;
import cn.doublerandom.servicekit.problem.PageWording;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.ProblemMappers;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.PublicFrames;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
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
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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
  @Location("portal/bulletin.html")
  Template bulletin;

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

  @Inject PublicNotices notices;
  @Inject Imprints imprints;
  @Inject Overview overview;
  @Inject Clock clock;
  @Inject EveryBureau every;
  @Inject BureauPages pages;
  @Inject PublicFrames frames;
  @Inject KeptPages kept;

  /** The year asked for, or this one; whatever is overdue stays to be seen in every year. */
  @GET
  public Uni<RestResponse<Buffer>> index(@QueryParam("year") @Nullable Integer year) {
    LocalDate today = BusinessClock.day(clock.instant());
    int shown = year == null ? today.getYear() : year;
    FieldRules.yearSoFar("year", shown, NoticeBoard.FIRST_YEAR, today);
    return kept.show(() -> pages.chosen("portal", () -> ofBureau(shown, today)));
  }

  private Uni<RestResponse<Buffer>> named(Supplier<Uni<TemplateInstance>> page) {
    return kept.show(() -> pages.named(page.get()));
  }

  private Uni<TemplateInstance> ofBureau(int year, LocalDate today) {
    return overview
        .latest(year, today)
        .map(latest ->
            index
                .data("plans", latest.plans())
                .data("alarms", alarms(latest.year().missed()))
                .data("programmes", latest.year().programmes())
                .data("bulletins", latest.year().bulletins())
                .data("draws", latest.draws().stream().map(DrawLine::of).toList())
                .data("teamed", teamed(latest.draws()))
                .data("figures", latest.year().figures())
                .data("due", due(latest.year().figures()))
                .data("years", latest.year().years())
                .data("today", today));
  }

  private List<String> alarms(List<PlanAlarm> missed) {
    PortalWords words = frames.words(PortalWords.class);
    return AlarmLine.of(missed).stream().map(line -> line.text(words)).toList();
  }

  /** Of how many results the rate of publication is. */
  private static String due(NoticeBoard.Statistics figures) {
    return "%,d".formatted(figures.recorded() + figures.unrecorded() + figures.notHeld());
  }

  /** 逾期未公示、逾期未检查、逾期未抽取: everything whose last day has passed, until it is done. */
  @GET
  @Path("/overdue")
  public Uni<RestResponse<Buffer>> overdue() {
    LocalDate today = BusinessClock.day(clock.instant());
    return kept.show(() -> pages.chosen("overdue", () -> late(today)));
  }

  private Uni<TemplateInstance> late(LocalDate today) {
    return overview
        .overdue(today)
        .map(all ->
            overdue
                .data("late", all.results())
                .data("missed", all.visits())
                .data("undrawn", all.tasks())
                .data("objections", all.objections())
                .data("today", today));
  }

  /** 每期抽查实施方案公告. */
  @GET
  @Path("/programmes/{programmeId}")
  public Uni<RestResponse<Buffer>> programme(
      @PathParam("programmeId") @Size(max = 100) String programmeId) {
    return named(() ->
        notices
            .programme(programmeId)
            .map(found ->
                programme
                    .data("notice", found.notice())
                    .data("task", found.task())
                    .data("imprint", imprints.of(found))));
  }

  /** 通报公告. */
  @GET
  @Path("/bulletins/{bulletinId}")
  public Uni<RestResponse<Buffer>> bulletin(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId) {
    return named(() ->
        notices
            .bulletin(bulletinId)
            .map(found -> bulletin.data("notice", found).data("imprint", imprints.of(found))));
  }

  /** 账本检查点: what the services' ledgers were, hour by hour; a ledger holds all bureaus. */
  @GET
  @Path("/anchors")
  public Uni<RestResponse<Buffer>> anchors() {
    return kept.show(() ->
        every
            .ofInstallation(overview::anchors)
            .map(rows -> rows.stream().map(AnchorLine::new).toList())
            .map(lines ->
                frames.around(
                    anchors.data("lines", lines).data("sealed", AnchorLine.newest(lines)))));
  }

  @GET
  @Path("/plans/{planKey}")
  public Uni<RestResponse<Buffer>> plan(@PathParam("planKey") @Size(max = 64) String planKey) {
    return named(() ->
        notices
            .plan(planKey)
            .map(found -> plan.data("plan", found).data("imprint", imprints.of(found))));
  }

  @GET
  @Path("/draws/{drawId}")
  public Uni<RestResponse<Buffer>> draw(@PathParam("drawId") @Size(max = 100) String drawId) {
    return named(() ->
        notices
            .shown(drawId)
            .map(shown ->
                draw.data("shown", shown)
                    .data("line", DrawLine.of(shown.planned()))
                    .data("imprint", imprints.of(shown.planned()))));
  }

  /** The draws whose teams were drawn again, by rounds that stand. */
  private static Set<String> teamed(List<PlannedDraw> draws) {
    return draws.stream()
        .map(PlannedDraw::draw)
        .filter(ShownDraw::hasTeams)
        .flatMap(round -> Stream.ofNullable(round.teamsOf()))
        .collect(Collectors.toSet());
  }

  @GET
  @Path("/draws/{drawId}/results")
  public Uni<RestResponse<Buffer>> results(@PathParam("drawId") @Size(max = 100) String drawId) {
    return named(() ->
        notices
            .results(drawId)
            .map(found ->
                results
                    .data("line", DrawLine.of(found.planned()))
                    .data("count", PublishedCount.of(found.results()))
                    .data("results", found.results())));
  }

  @GET
  @Path("/results/{resultId}")
  public Uni<RestResponse<Buffer>> subject(
      @PathParam("resultId") @Size(max = 160) String resultId) {
    return named(() ->
        notices
            .result(resultId)
            .map(found ->
                subject
                    .data("line", DrawLine.of(found.planned()))
                    .data("imprint", imprints.of(found.result(), found.planned()))
                    .data("result", found.result())));
  }

  /** A page that is not there is told to people, not to programs. */
  @ServerExceptionMapper
  Uni<RestResponse<String>> problem(ProblemException refusal) {
    Rejection why = refusal.rejection();
    return frames
        .around(
            problem
                .data("text", PageWording.of(why, frames.readsEnglish()))
                .data("fields", PageWording.of(refusal.errors(), frames.readsEnglish())))
        .createUni()
        .map(page ->
            RestResponse.ResponseBuilder.<String>create(ProblemMappers.status(why), null)
                .entity(page)
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .build());
  }
}
