package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.Arrangements;
import cn.doublerandom.inspection.application.Visits;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 改期、移交: on which day a visit is held, and that a member of its team is replaced. */
@Path("/api/v1/visits/{visitId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits", description = "检查")
public class ArrangementResource {
  @Inject Arrangements arrangements;
  @Inject Requests requests;
  @Inject Officers officers;

  /** The day a visit is to be held on, and why. */
  public record DayRequest(
      @NotNull @Schema(examples = "2023-06-20") LocalDate day,
      @NotBlank @Size(max = 500) @Schema(examples = "企业当天停电检修，无法演示检测线") String reason) {}

  /** Why a day is not agreed to. */
  public record DayDecline(
      @NotBlank @Size(max = 500) @Schema(examples = "当天另有联合检查") String reason) {}

  /** Who hands over, and why. */
  public record HandoverRequest(
      @NotBlank @Size(max = 64) @Schema(examples = "JC003") String inspector,
      @NotBlank @Size(max = 500) @Schema(examples = "七月一日调离检查大队") String reason) {}

  /** Who was to hand over, and why he does not. */
  public record HandoverReturn(
      @NotBlank @Size(max = 64) @Schema(examples = "JC003") String inspector,
      @NotBlank @Size(max = 500) @Schema(examples = "调令撤回，仍在检查大队") String reason) {}

  @POST
  @Versioned
  @Conditional
  @Path("/day")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(
      summary = "改期: ask that a visit that has not begun is held on a day, with a reason",
      description = "A working day inside the window and the check dates, not over (422).")
  public Uni<RestResponse<VisitSummary>> ask(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid DayRequest body) {
    return arrangements
        .askDay(visitId, body.day(), body.reason(), officers.officer(), requests.contexts(body))
        .map(ArrangementResource::shown);
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/visits/{visitId}")
  @Path("/day/approval")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(summary = "Another of the team, the lead of its unit or the coordinator agrees")
  public Uni<RestResponse<VisitSummary>> agree(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return arrangements
        .agreeDay(visitId, officers.officer(), requests.contexts("agree-day"))
        .map(ArrangementResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/day/decline")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(summary = "… or does not agree; whoever asked takes it back")
  public Uni<RestResponse<VisitSummary>> decline(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid DayDecline body) {
    return arrangements
        .declineDay(visitId, body.reason(), officers.officer(), requests.context(body))
        .map(ArrangementResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/handover")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(
      summary = "移交: ask that somebody else serves in the place of a member",
      description =
          "It becomes a replacement of the draw that waits for another person there; who comes in"
              + " follows from the seed, and nobody is named here. What is refused there stands in"
              + " `arranged.handovers`.")
  public Uni<RestResponse<VisitSummary>> handOver(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid HandoverRequest body) {
    return arrangements
        .askHandover(
            visitId, body.inspector(), body.reason(), officers.officer(), requests.context(body))
        .map(ArrangementResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/handover/return")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(
      summary = "… and take that back: whoever asked, or the coordinator, with a reason",
      description =
          "Until the draw has decided (409 `handover-unasked`); it drops the request, or says that it had"
              + " decided before.")
  public Uni<RestResponse<VisitSummary>> takeBack(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid HandoverReturn body) {
    return arrangements
        .takeBackHandover(
            visitId, body.inspector(), body.reason(), officers.officer(), requests.context(body))
        .map(ArrangementResource::shown);
  }

  private static RestResponse<VisitSummary> shown(Handled<VisitEvent, Visit> handled) {
    return Answers.ok(handled, Visits::summary);
  }
}
