package cn.doublerandom.publication.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.publication.application.DisciplineWork;
import cn.doublerandom.publication.application.DisciplineWork.DisciplineLink;
import cn.doublerandom.publication.result.Discipline;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.PublicText;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 联合惩戒: the unit that inspected proposes, somebody who did not inspect agrees. */
@Path("/api/v1/results/{resultId}/discipline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "joint-discipline", description = "联合惩戒")
public class DisciplineResource {
  @Inject DisciplineWork work;
  @Inject Requests requests;

  /**
   * What other authorities are asked to do.
   *
   * @param authorities names of the receivers, ten at most; a text may hold several, 、 apart
   */
  public record DisciplineProposal(
      @PublicText @NotBlank @Size(max = 200) @Schema(examples = "限制参加政府采购活动") String measure,
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "《企业信息公示暂行条例》第十八条") String basis,
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @NotNull @Size(min = 1, max = 10) List<@NotBlank @Size(max = 1000) String> authorities) {
    /** As the rules take it. */
    public Discipline.Terms terms() {
      return new Discipline.Terms(measure, basis, from, to, authorities);
    }
  }

  /** Why what was proposed will not be. */
  public record DisciplineRefusal(
      @NotBlank @Size(max = 500) @Schema(examples = "措施与问题不相当") String reason) {}

  /** Why it is taken back. */
  public record DisciplineProposalEnd(
      @NotBlank @Size(max = 500) @Schema(examples = "接收部门填错了") String reason) {}

  /** Who is to answer which of them. */
  public record LinkRequest(
      @NotNull @Min(1) @Max(9) Integer number,
      @NotBlank @Size(max = 100) @Schema(examples = "清河县财政局") String authority) {}

  @GET
  @Versioned
  @Refuses(409)
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The joint discipline that waits for another person")
  public Uni<RestResponse<Discipline>> waiting(@PathParam("resultId") @Size(max = 160) String id) {
    return work.waiting(id).map(loaded -> Answers.versioned(loaded.state(), loaded.version()));
  }

  @POST
  @Versioned
  @Conditional
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(
      summary = "Propose joint discipline because of a published result; another person decides",
      description =
          "By a publisher of a unit that inspected; the result has to say that something was found.")
  public Uni<RestResponse<NoticeResource.Pending>> propose(
      @PathParam("resultId") @Size(max = 160) String id, @NotNull @Valid DisciplineProposal body) {
    return work.propose(
            id, body.terms(), requests.actor(), requests.unit(), today(), requests.context(body))
        .map(DisciplineResource::answer);
  }

  @POST
  @Path("/approval")
  @Versioned
  @Approves(read = "/api/v1/results/{resultId}/discipline")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Agree to what another person proposed; it is told to the receivers")
  public Uni<RestResponse<NoticeResource.Pending>> approve(
      @PathParam("resultId") @Size(max = 160) String id) {
    return work.approve(id, requests.actor(), today(), requests.context("approve-discipline"))
        .map(DisciplineResource::answer);
  }

  @POST
  @Path("/decline")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Do not agree to what another person proposed")
  public Uni<RestResponse<NoticeResource.Pending>> decline(
      @PathParam("resultId") @Size(max = 160) String id, @NotNull @Valid DisciplineRefusal body) {
    return work.decline(id, body.reason(), requests.actor(), today(), requests.context(body))
        .map(DisciplineResource::answer);
  }

  @POST
  @Path("/withdrawal")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(summary = "Whoever proposed it takes it back, with a reason; it may be proposed again")
  public Uni<RestResponse<NoticeResource.Pending>> takeBack(
      @PathParam("resultId") @Size(max = 160) String id,
      @NotNull @Valid DisciplineProposalEnd end) {
    return work.takeBack(id, end.reason(), requests.actor(), today(), requests.context(end))
        .map(DisciplineResource::answer);
  }

  @POST
  @Path("/link")
  @Creates
  @Conditional
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(
      summary =
          "A link by which a receiver says once what it did, told once; the one before is void",
      description =
          "The receiver answers at `/api/v1/disciplines/{resultId}/{number}/{secret}`. Where the"
              + " measure has ended with its result, it says what it did about that.")
  public Uni<RestResponse<DisciplineLink>> link(
      @PathParam("resultId") @Size(max = 160) String id, @NotNull @Valid LinkRequest body) {
    return work.link(
            id,
            body.number(),
            body.authority(),
            requests.actor(),
            requests.unit(),
            today(),
            requests.context(body))
        .map(link -> RestResponse.status(RestResponse.Status.CREATED, link));
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }

  private static RestResponse<NoticeResource.Pending> answer(
      Handled<ResultEvent, Publication> handled) {
    return Answers.ok(handled, NoticeResource::pending);
  }
}
