package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.ResultReviews;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 组长确认、法制审核: who agrees to a recorded result before it is final. */
@Path("/api/v1/visits/{visitId}/result")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits", description = "检查")
public class ReviewResource {
  @Inject ResultReviews reviews;
  @Inject Requests requests;
  @Inject Officers officers;

  /** What a legal reviewer says. */
  public record LegalOpinion(
      @NotBlank @Size(max = 1000) @Schema(examples = "事实清楚，依据准确，程序合法") String opinion) {}

  /** Why a result is not agreed to. */
  public record ResultReturn(
      @NotBlank @Size(max = 500) @Schema(examples = "第二项的依据条款有误") String reason) {}

  @POST
  @Versioned
  @Approves(read = "/api/v1/visits/{visitId}")
  @Path("/confirmation")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(summary = "组长确认: one of the team, or the lead of its unit, who did not record it")
  public Uni<RestResponse<VisitSummary>> confirm(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return reviews
        .confirm(visitId, officers.officer(), requests.context("confirm-result"))
        .map(ReviewResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/return")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(
      summary = "… or returns it to the team with a reason",
      description = "The team answers again what is wrong, signs and records anew.")
  public Uni<RestResponse<VisitSummary>> giveBack(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid ResultReturn body) {
    return reviews
        .giveBack(visitId, officers.officer(), false, body.reason(), requests.context(body))
        .map(ReviewResource::shown);
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/visits/{visitId}")
  @Path("/legal-review")
  @RolesAllowed(Roles.LEGAL_REVIEWER)
  @Operation(summary = "法制审核: a legal reviewer who was not there agrees, with his opinion")
  public Uni<RestResponse<VisitSummary>> pass(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid LegalOpinion body) {
    return reviews
        .pass(visitId, officers.reader(), body.opinion(), requests.context(body))
        .map(ReviewResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/legal-return")
  @RolesAllowed(Roles.LEGAL_REVIEWER)
  @Operation(summary = "… or returns it to the team with a reason")
  public Uni<RestResponse<VisitSummary>> giveBackLegally(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid ResultReturn body) {
    return reviews
        .giveBack(visitId, officers.reader(), true, body.reason(), requests.context(body))
        .map(ReviewResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/hold")
  @RolesAllowed({Roles.UNIT_LEAD, Roles.LEGAL_REVIEWER, Roles.COORDINATOR})
  @Operation(summary = "暂缓公示: a crime is suspected; the result is not final before this is lifted")
  public Uni<RestResponse<VisitSummary>> hold(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid ResultReturn body) {
    return reviews
        .hold(visitId, officers.reader(), body.reason(), requests.context(body))
        .map(ReviewResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/hold/lifting")
  @RolesAllowed({Roles.LEGAL_REVIEWER, Roles.COORDINATOR})
  @Operation(summary = "Another person lets the result go, with a reason")
  public Uni<RestResponse<VisitSummary>> lift(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid ResultReturn body) {
    return reviews
        .lift(visitId, officers.reader(), body.reason(), requests.context(body))
        .map(ReviewResource::shown);
  }

  private static RestResponse<VisitSummary> shown(Handled<VisitEvent, Visit> handled) {
    return Answers.ok(handled, Visits::summary);
  }
}
