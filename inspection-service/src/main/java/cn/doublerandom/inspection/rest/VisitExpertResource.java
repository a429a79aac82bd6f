package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.VisitExperts;
import cn.doublerandom.inspection.application.Visits;
import cn.doublerandom.inspection.visit.Assistance;
import cn.doublerandom.inspection.visit.Entrusted;
import cn.doublerandom.inspection.visit.ExpertSummary;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 专家协助: experts and entrusted bodies beside the team of a visit. */
@Path("/api/v1/visits/{visitId}/experts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visit-experts", description = "专家协助检查")
public class VisitExpertResource {
  @Inject VisitExperts experts;
  @Inject Visits visits;
  @Inject Requests requests;
  @Inject Officers officers;

  /**
   * @param expert number in the pool
   * @param entrustment number of the 委托书, as it is shown
   * @param purpose what the expert is to do
   */
  public record ExpertRequest(
      @NotBlank @Size(max = 57) @Schema(examples = "ZJ01") String expert,
      @NotBlank @Size(max = 100) @Schema(examples = "清交委〔2023〕3号") String entrustment,
      @NotBlank @Size(max = 500) @Schema(examples = "检测桥梁支座") String purpose) {}

  /** What was decided on an expert, and why. */
  public record ExpertDecision(
      @NotNull @Schema(examples = "BESIDE") Assistance.Outcome decision,
      @NotBlank @Size(max = 500) @Schema(examples = "本组没有检测资质") String reason) {}

  /** Why an expert is taken back. */
  public record ExpertReturn(
      @NotBlank @Size(max = 500) @Schema(examples = "检测已经完成") String reason) {}

  /** What an expert says. */
  public record ExpertOpinion(
      @NotBlank @Size(max = Assistance.Opinion.MOST) @Schema(examples = "支座开裂，须更换")
          String opinion) {}

  /**
   * Who was asked for, and who can be.
   *
   * @param asked in their order, also who was declined or taken back
   * @param entrusted whose entrustment holds today, by number, the first 500
   * @param others whether there are more of them, who may be asked for by their numbers
   */
  public record ExpertsOfVisit(
      List<ExpertSummary> asked, List<Entrusted> entrusted, boolean others) {}

  @GET
  @Versioned
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.APPROVER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary = "Who stands beside the team, by which entrustment, and who of the pool could")
  public Uni<RestResponse<ExpertsOfVisit>> list(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return visits
        .one(visitId, officers.reader())
        .flatMap(visit ->
            experts
                .entrusted(BusinessClock.day(requests.now()))
                .map(pool ->
                    Answers.versioned(
                        new ExpertsOfVisit(visit.state().ofExperts(), pool.first(), pool.isCut()),
                        visit.version())));
  }

  @POST
  @Versioned
  @Conditional
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(summary = "One of the team or its lead asks for an expert, by his entrustment (R20)")
  public Uni<RestResponse<VisitSummary>> ask(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid ExpertRequest body) {
    return experts
        .ask(
            visitId,
            body.expert(),
            body.entrustment(),
            body.purpose(),
            officers.officer(),
            requests.contexts(body))
        .map(VisitExpertResource::shown);
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/visits/{visitId}/experts")
  @Path("/{expert}/decision")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(summary = "Another of the team or its lead agrees, or does not; never who asked")
  public Uni<RestResponse<VisitSummary>> decide(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("expert") @Size(max = 57) String expert,
      @NotNull @Valid ExpertDecision body) {
    return experts
        .decide(
            visitId,
            expert,
            body.decision() == Assistance.Outcome.BESIDE,
            body.reason(),
            officers.officer(),
            requests.contexts(body))
        .map(VisitExpertResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{expert}/return")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(summary = "An expert is taken back with a reason; what he said counts no more")
  public Uni<RestResponse<VisitSummary>> takeBack(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("expert") @Size(max = 57) String expert,
      @NotNull @Valid ExpertReturn body) {
    return experts
        .takeBack(visitId, expert, body.reason(), officers.officer(), requests.context(body))
        .map(VisitExpertResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{expert}/opinion")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(summary = "An officer on site takes down what the expert says; the last one counts")
  public Uni<RestResponse<VisitSummary>> note(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("expert") @Size(max = 57) String expert,
      @NotNull @Valid ExpertOpinion body) {
    return experts
        .note(visitId, expert, body.opinion(), officers.officer(), requests.context(body))
        .map(VisitExpertResource::shown);
  }

  private static RestResponse<VisitSummary> shown(Handled<VisitEvent, Visit> handled) {
    return Answers.ok(handled, Visits::summary);
  }
}
