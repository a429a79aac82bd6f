package cn.doublerandom.publication.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 公示: notices for everyone, and the publication of results by the unit that inspected. */
@Path("/api/v1")
@Tag(name = "notices", description = "公示")
public class NoticeResource {
  @Inject CommandHandler<ResultCommand, ResultEvent, Publication> results;
  @Inject NoticeBoard board;
  @Inject Requests requests;

  @ConfigProperty(name = "suite.issuer-code")
  String issuer;

  /** A result as the public sees it. */
  public record PublicResult(
      String resultId,
      String drawId,
      String planId,
      String planName,
      String taskId,
      String taskName,
      String drawType,
      String subjectId,
      String subjectName,
      String unit,
      LocalDate finishedOn,
      LocalDate dueOn,
      boolean provisional,
      LocalDate publishedOn,
      boolean onTime,
      String indexNumber,
      List<String> codes,
      String text) {
    static PublicResult of(ResultNotice notice, List<Noted.PlanNotice> plans) {
      if (notice.published() == null) {
        throw new ProblemException(PublicationRejection.RESULT_UNKNOWN);
      }
      var c = notice.content();
      var p = notice.published();
      var task = Noted.task(plans, c.planId(), c.taskId());
      return new PublicResult(
          c.resultId(),
          c.drawId(),
          c.planId(),
          task.planName(),
          c.taskId(),
          task.taskName(),
          task.drawType(),
          c.subjectId(),
          p.subjectName(),
          c.unit(),
          c.finishedOn(),
          c.dueOn(),
          c.provisional(),
          p.on(),
          p.onTime(),
          p.indexNumber(),
          c.codes(),
          notice.text());
    }
  }

  @GET
  @Path("/plans")
  @PermitAll
  @Operation(summary = "抽查工作计划公告")
  public Uni<Page<Noted.PlanNotice>> plans(@BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(() -> board.plans(paging.afterKey(), paging.limit() + 1))
        .map(rows -> Page.of(rows, paging.limit(), Noted.PlanNotice::planKey));
  }

  @GET
  @Path("/programmes")
  @PermitAll
  @Operation(summary = "每期抽查实施方案公告")
  public Uni<Page<Noted.ProgrammeNotice>> programmes(@BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(() -> board.programmes(paging.afterKey(), paging.limit() + 1))
        .map(rows -> Page.of(rows, paging.limit(), Noted.ProgrammeNotice::programmeId));
  }

  @GET
  @Path("/plan-alarms")
  @PermitAll
  @Operation(
      summary = "Steps of annual plans that missed the end of January, and those made up for")
  public Uni<List<Noted.PlanAlarm>> alarms() {
    return Uni.createFrom()
        .completionStage(board::alarms)
        .map(all -> all.stream().filter(Noted.PlanAlarm::missedItsDay).toList());
  }

  /**
   * A draw with the columns of its notice.
   *
   * @param task the row of the plan
   * @param authority 检查机关
   * @param subjects the drawn subjects; empty before execution
   * @param bundle where the file to verify it with lies; empty before execution
   * @param drawn how many were drawn, also while their names are sealed
   * @param sealing absent where the draw was open from the start
   * @param overdueSince the time the draw named itself and did not keep; absent where it did
   * @param replacements subjects for whom an alternate is visited
   * @param others rows of the other tasks drawn as one with this one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PublicDraw(
      String drawId,
      int round,
      String phase,
      Noted.Task task,
      String authority,
      long frameSize,
      List<Noted.KnownSubject> subjects,
      String commitHash,
      String executeBy,
      String resultHash,
      String executedOn,
      String voidReason,
      String bundle,
      long drawn,
      Noted.@Nullable Sealing sealing,
      @Nullable String overdueSince,
      List<Noted.Replacement> replacements,
      List<Noted.Task> others) {
    static PublicDraw of(
        Noted.DrawNotice draw,
        List<Noted.PlanNotice> plans,
        Map<String, Noted.KnownSubject> known) {
      Noted.Task task = Noted.task(plans, draw.planId(), draw.taskId());
      return new PublicDraw(
          draw.drawId(),
          draw.round(),
          draw.phase(),
          task,
          task.authority(),
          draw.frameSize(),
          Noted.KnownSubject.inOrder(draw.selected(), known),
          draw.commitHash(),
          draw.executeBy(),
          draw.resultHash(),
          draw.executedOn(),
          draw.voidReason(),
          draw.resultHash().isEmpty() ? "" : "/draw/api/v1/draws/" + draw.drawId() + "/bundle",
          draw.drawn(),
          draw.sealing(),
          draw.overdueSince(),
          draw.replaced(),
          Noted.others(plans, draw));
    }
  }

  @GET
  @Path("/draws")
  @PermitAll
  @Operation(summary = "抽查任务公告, void draws too")
  public Uni<Page<PublicDraw>> draws(@BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(() -> board.draws(paging.afterKey(), paging.limit() + 1))
        .map(rows -> Page.of(rows, paging.limit(), Noted.DrawNotice::drawId))
        .flatMap(page ->
            plans()
                .flatMap(plans ->
                    subjects(page.items())
                        .map(known ->
                            new Page<>(
                                page.items().stream()
                                    .map(d -> PublicDraw.of(d, plans, known))
                                    .toList(),
                                page.next()))));
  }

  private Uni<List<Noted.PlanNotice>> plans() {
    return Uni.createFrom().completionStage(() -> board.plans("", Page.MAX_LIMIT));
  }

  private Uni<Map<String, Noted.KnownSubject>> subjects(List<Noted.DrawNotice> draws) {
    List<String> ids = draws.stream().flatMap(d -> d.selected().stream()).distinct().toList();
    return Uni.createFrom().completionStage(() -> board.subjects(ids));
  }

  @GET
  @Path("/results")
  @PermitAll
  @Operation(summary = "检查结果公告")
  public Uni<Page<PublicResult>> results(@BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(() -> board.results(paging.afterKey(), paging.limit() + 1))
        .map(rows -> Page.of(rows, paging.limit(), r -> r.content().resultId()))
        .flatMap(page ->
            plans()
                .map(plans ->
                    new Page<>(
                        page.items().stream().map(r -> PublicResult.of(r, plans)).toList(),
                        page.next())));
  }

  @GET
  @Path("/results/pending")
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The state of a result on its way to the public")
  public Uni<RestResponse<Pending>> pending(
      @QueryParam("resultId") @NotNull @Size(max = 160) String resultId) {
    return results
        .load(PublicationStreams.RESULT + resultId)
        .map(loaded -> Answers.versioned(pending(loaded.state()), loaded.version()));
  }

  /**
   * @param state RECEIVED or PUBLISHED
   */
  public record Pending(String state, LocalDate dueOn) {}

  private static Pending pending(Publication publication) {
    return switch (publication) {
      case Publication.Unreceived() ->
          throw new ProblemException(PublicationRejection.RESULT_UNKNOWN);
      case Publication.Received(var content) -> new Pending("RECEIVED", content.dueOn());
      case Publication.Published p -> new Pending("PUBLISHED", p.content().dueOn());
    };
  }

  @POST
  @Path("/results/{resultId}/publication")
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(summary = "Publish a result; only the unit that inspected can")
  public Uni<RestResponse<Pending>> publish(@PathParam("resultId") @Size(max = 160) String id) {
    return results
        .load(PublicationStreams.RESULT + id)
        .flatMap(loaded -> subjectName(loaded.state()))
        .flatMap(name ->
            results.handle(
                PublicationStreams.RESULT + id,
                new ResultCommand.PublishResult(
                    requests.actor(),
                    requests.unit(),
                    name,
                    issuer,
                    BusinessClock.day(requests.now())),
                requests.context("publish")))
        .map(handled -> Answers.created(handled, NoticeResource::pending));
  }

  private Uni<String> subjectName(Publication publication) {
    String id =
        switch (publication) {
          case Publication.Unreceived() ->
              throw new ProblemException(PublicationRejection.RESULT_UNKNOWN);
          case Publication.Received(var content) -> content.subjectId();
          case Publication.Published p -> p.content().subjectId();
        };
    return Uni.createFrom()
        .completionStage(() -> board.subjects(List.of(id)))
        .map(known -> {
          Noted.KnownSubject subject = known.get(id);
          return subject == null ? id : subject.name();
        });
  }

  @GET
  @Path("/statistics")
  @PermitAll
  @Operation(summary = "Coverage, publication rate and what is overdue, for a year")
  public Uni<NoticeBoard.Statistics> statistics(
      @QueryParam("year") @NotNull @Min(2015) @Max(2100) @Parameter(example = "2023")
          Integer year) {
    LocalDate today = BusinessClock.day(requests.now());
    return Uni.createFrom().completionStage(() -> board.statistics(year, today));
  }
}
