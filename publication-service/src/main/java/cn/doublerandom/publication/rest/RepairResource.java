package cn.doublerandom.publication.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.publication.application.RepairWork;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.Repair;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
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

/** 信用修复的决定: whether the publication of a result ends before its time (ADR 74). */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "repairs", description = "信用修复")
public class RepairResource {
  @Inject RepairWork work;
  @Inject Requests requests;

  /** Why it is granted; the firm reads it. */
  public record RepairProposal(
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "问题已经改正，复查合格") String reason) {}

  /** Why it is not; the firm reads it. */
  public record RepairRefusal(
      @NotBlank @Size(max = 500) @Schema(examples = "复查发现问题尚未改正") String reason) {}

  @GET
  @Path("/results/{resultId}/repairs")
  @Versioned
  @Refuses(409)
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(summary = "The repairs asked for with what the firm says, oldest first")
  public Uni<RestResponse<List<Repair>>> list(@PathParam("resultId") @Size(max = 160) String id) {
    return work.known(id)
        .map(loaded -> Answers.versioned(loaded.state().asked(), loaded.version()));
  }

  @POST
  @Path("/results/{resultId}/repair/proposal")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "It is to be granted; another person agrees, and none of those concerned",
      description =
          "Agreed to under `/results/{resultId}/change/approval`: a stub stands there then.")
  public Uni<RestResponse<NoticeResource.Pending>> propose(
      @PathParam("resultId") @Size(max = 160) String id, @NotNull @Valid RepairProposal body) {
    return work.propose(id, body.reason(), requests.actor(), today(), requests.context(body))
        .map(RepairResource::answer);
  }

  @POST
  @Path("/results/{resultId}/repair/refusal")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "The publication goes on; none of those concerned decides this")
  public Uni<RestResponse<NoticeResource.Pending>> refuse(
      @PathParam("resultId") @Size(max = 160) String id, @NotNull @Valid RepairRefusal body) {
    return work.refuse(id, body.reason(), requests.actor(), today(), requests.context(body))
        .map(RepairResource::answer);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }

  private static RestResponse<NoticeResource.Pending> answer(
      Handled<ResultEvent, Publication> handled) {
    return Answers.ok(handled, NoticeResource::pending);
  }
}
