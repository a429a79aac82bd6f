package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.application.Overview;
import cn.doublerandom.publication.application.PublicNotices;
import cn.doublerandom.publication.application.Publishing;
import cn.doublerandom.publication.notice.BulletinBoard;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.notice.PlanAlarm;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.servicekit.identity.EveryBureau;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Revalidated;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 公示: notices for everyone, and the publication of results by the unit that inspected. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notices", description = "公示")
public class NoticeResource {
  @Inject Publishing publishing;
  @Inject PublicNotices notices;
  @Inject Overview overview;
  @Inject NoticeBoard board;
  @Inject BulletinBoard bulletins;
  @Inject Requests requests;
  @Inject EveryBureau every;

  @GET
  @Revalidated
  @Path("/plans")
  @PermitAll
  @Operation(summary = "抽查工作计划公告")
  public Uni<Page<PlanNotice>> plans(@BeanParam @Valid Paging paging) {
    return page(
        paging,
        PlanNotice::planKey,
        (after, limit) -> Uni.createFrom().completionStage(() -> board.plans(after, limit)));
  }

  @GET
  @Revalidated
  @Path("/plans/{planKey}")
  @PermitAll
  @Operation(summary = "One plan with every version that was public before")
  public Uni<PlanNotice> plan(@PathParam("planKey") @Size(max = 64) String planKey) {
    return notices.plan(planKey);
  }

  @GET
  @Revalidated
  @Path("/programmes")
  @PermitAll
  @Operation(summary = "每期抽查实施方案公告")
  public Uni<Page<ProgrammeNotice>> programmes(@BeanParam @Valid Paging paging) {
    return page(
        paging,
        ProgrammeNotice::programmeId,
        (after, limit) -> Uni.createFrom().completionStage(() -> board.programmes(after, limit)));
  }

  @GET
  @Revalidated
  @Path("/bulletins")
  @PermitAll
  @Operation(summary = "通报公告: what a year shows of units")
  public Uni<Page<BulletinNotice>> bulletins(@BeanParam @Valid Paging paging) {
    return page(
        paging,
        BulletinNotice::bulletinId,
        (after, limit) ->
            Uni.createFrom().completionStage(() -> bulletins.bulletins(after, limit)));
  }

  @GET
  @Revalidated
  @Path("/plan-alarms")
  @PermitAll
  @Operation(
      summary = "Steps of annual plans that missed the end of January, and those made up for")
  public Uni<List<PlanAlarm>> alarms() {
    return every.list("", Integer.MAX_VALUE, (after, limit) -> overview.missed());
  }

  /** A page of what is public of all bureaus, or of the one that is asked for. */
  private <T> Uni<Page<T>> page(
      Paging paging, Function<T, String> id, EveryBureau.Listing<T> listing) {
    return every
        .list(paging.afterKey(), paging.limit() + 1, listing)
        .map(rows -> Page.of(rows, paging.limit(), id));
  }

  @GET
  @Revalidated
  @Path("/draws")
  @PermitAll
  @Operation(summary = "抽查任务公告, void draws too")
  public Uni<Page<PublicDraw>> draws(@BeanParam @Valid Paging paging) {
    return page(
        paging,
        PublicDraw::drawId,
        (after, limit) ->
            Uni.createFrom()
                .completionStage(() -> board.draws(after, limit))
                .flatMap(notices::named)
                .map(draws ->
                    draws.stream()
                        .map(draw -> PublicDraw.of(draw, name(draw.planned().draw().drawId())))
                        .toList()));
  }

  @GET
  @Revalidated
  @Path("/results")
  @PermitAll
  @Operation(summary = "检查结果公告")
  public Uni<Page<PublicResult>> results(@BeanParam @Valid Paging paging) {
    return page(
        paging,
        PublicResult::resultId,
        (after, limit) ->
            Uni.createFrom()
                .completionStage(() -> board.results(after, limit))
                .flatMap(notices::resultsOfPlans)
                .map(results ->
                    results.stream()
                        .map(r -> PublicResult.of(r, name(r.result().content().resultId())))
                        .toList()));
  }

  /** Of whom a row is, where several bureaus are served. */
  private @Nullable String name(String id) {
    return every.name(id).orElse(null);
  }

  @GET
  @Versioned
  @Path("/results/pending")
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The state of a result on its way to the public")
  public Uni<RestResponse<Pending>> pending(
      @QueryParam("resultId") @NotNull @Size(max = 160) String resultId) {
    return publishing
        .known(resultId)
        .map(loaded -> Answers.versioned(pending(loaded.state()), loaded.version()));
  }

  /**
   * @param state NOT_HELD, SETTLED, UNRECORDED, RECEIVED, PUBLISHED, WITHDRAWN or ENDED
   * @param dueOn last day; of the window as long as no result was told
   */
  public record Pending(String state, LocalDate dueOn) {}

  static Pending pending(Publication publication) {
    return switch (publication) {
      case Publication.Unreceived() ->
          throw new ProblemException(PublicationRejection.RESULT_UNKNOWN);
      case Publication.NotHeld(var visit) -> new Pending("NOT_HELD", visit.windowTo());
      case Publication.Settled(var visit, var outcome) -> new Pending("SETTLED", visit.windowTo());
      case Publication.Unrecorded(var missing, var windowTo) ->
          new Pending("UNRECORDED", missing.dueOn());
      case Publication.Received(var content, var windowTo) ->
          new Pending("RECEIVED", content.dueOn());
      case Publication.Published p -> new Pending("PUBLISHED", p.content().dueOn());
      case Publication.Withdrawn w -> new Pending("WITHDRAWN", w.was().content().dueOn());
      case Publication.Ended e -> new Pending("ENDED", e.was().content().dueOn());
    };
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/results/{resultId}/publication")
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(summary = "Publish a result; only the unit that inspected can")
  public Uni<RestResponse<Pending>> publish(@PathParam("resultId") @Size(max = 160) String id) {
    return publishing
        .publish(
            id,
            requests.actor(),
            requests.unit(),
            BusinessClock.day(requests.now()),
            () -> requests.context("publish"))
        .map(handled -> Answers.created(handled, NoticeResource::pending));
  }

  @GET
  @Revalidated
  @Path("/statistics")
  @PermitAll
  @Operation(
      summary = "Coverage, publication rate and what is overdue, for a year",
      description =
          "The publication rate is what was published of all that was due: results recorded, results"
              + " missing after their last day, and drawn visits whose window ended without them.")
  public Uni<NoticeBoard.Statistics> statistics(
      @QueryParam("year")
          @NotNull
          @Min(NoticeBoard.FIRST_YEAR)
          @Max(2100)
          @Parameter(example = "2023")
          Integer year) {
    LocalDate today = BusinessClock.day(requests.now());
    FieldRules.yearSoFar("year", year, NoticeBoard.FIRST_YEAR, today);
    return Uni.createFrom().completionStage(() -> board.statistics(year, today));
  }
}
