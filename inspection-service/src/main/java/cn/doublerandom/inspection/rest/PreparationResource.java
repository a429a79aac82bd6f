package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.Preparations;
import cn.doublerandom.inspection.application.VisitRecusals;
import cn.doublerandom.inspection.application.Visits;
import cn.doublerandom.inspection.preparation.Notice;
import cn.doublerandom.inspection.preparation.Preparation;
import cn.doublerandom.inspection.preparation.PreparationEvent;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.preparation.Recusal;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Before the door: training, approval, notice and recusal of a visit. */
@Path("/api/v1/visits/{visitId}/preparation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "preparations", description = "检查前的培训、审批、通知和回避")
public class PreparationResource {
  @Inject Preparations preparations;
  @Inject VisitRecusals recusals;
  @Inject Visits visits;
  @Inject Requests requests;
  @Inject Officers officers;

  /** In what a member was trained. */
  public record Training(
      @NotBlank @Size(max = 500) @Schema(examples = "抽查检查工作指引、事项检查表") String content) {}

  /**
   * @param unannounced why the subject is not to be told before; left out where it is told
   */
  public record ApprovalRequest(
      @Nullable @Size(min = 1, max = 500) @Schema(examples = "事先通知可能影响检查效果") String unannounced) {}

  /** Why something is so. */
  public record Reasoned(@NotBlank @Size(max = 500) @Schema(examples = "与其他检查重复") String reason) {}

  /**
   * @param receivedAs in which position it was received; no name
   */
  public record Served(
      @NotNull @Schema(examples = "IN_PERSON") Notice.Way way,
      @NotBlank @Size(max = 60) @Schema(examples = "安全负责人") String receivedAs) {}

  /** What was decided on a recusal, and why. */
  public record RecusalDecision(
      @NotNull @Schema(examples = "RECUSED") Recusal.Outcome decision,
      @NotBlank @Size(max = 500) @Schema(examples = "与检查对象负责人系近亲属") String reason) {}

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
  @Operation(summary = "What has to be done before a visit, by whose words, and what is done")
  public Uni<RestResponse<Preparations.Prepared>> one(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return visits
        .one(visitId, officers.reader())
        .flatMap(readable -> preparations.of(visitId))
        .map(prepared -> Answers.versioned(prepared, prepared.version()));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/training")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(summary = "A member confirms with his own account that he was trained (R62)")
  public Uni<RestResponse<PreparationSummary>> train(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid Training body) {
    return preparations
        .train(visitId, body.content(), requests.contexts(body))
        .map(done -> shown(visitId, done));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/approval-request")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "行政检查审批表: a member asks for approval, with a reason where nobody is told before")
  public Uni<RestResponse<PreparationSummary>> ask(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid ApprovalRequest body) {
    return preparations
        .ask(visitId, body.unannounced(), requests.contexts(body))
        .map(done -> shown(visitId, done));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/visits/{visitId}/preparation")
  @Path("/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person, who is not of the team, approves the visit")
  public Uni<RestResponse<PreparationSummary>> approve(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return preparations
        .approve(visitId, requests.contexts("approve-visit"))
        .map(done -> shown(visitId, done));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/approval/decline")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person declines the visit; it may be asked for again")
  public Uni<RestResponse<PreparationSummary>> decline(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid Reasoned body) {
    return preparations
        .decline(visitId, body.reason(), requests.contexts(body))
        .map(done -> shown(visitId, done));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/approval/withdrawal")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(summary = "Who asked for approval takes it back; it may be asked for again")
  public Uni<RestResponse<PreparationSummary>> takeBack(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid Reasoned body) {
    return preparations
        .takeBack(visitId, body.reason(), requests.contexts(body))
        .map(done -> shown(visitId, done));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/notice")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(summary = "行政检查通知书 was served with a receipt; the visit has its inspection code then")
  public Uni<RestResponse<PreparationSummary>> serve(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid Served body) {
    return preparations
        .serve(visitId, body.way(), body.receivedAs(), requests.contexts(body))
        .map(done -> shown(visitId, done));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/code")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(summary = "检查码: a member has the code issued that he shows at the door")
  public Uni<RestResponse<PreparationSummary>> code(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return preparations
        .issueCode(visitId, requests.contexts("issue-code"))
        .map(done -> shown(visitId, done));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/recusal")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(summary = "An officer declares that he may not serve on this visit")
  public Uni<RestResponse<PreparationSummary>> declare(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid Reasoned body) {
    return recusals
        .declare(visitId, requests.actor(), body.reason(), requests.contexts(body))
        .map(done -> shown(visitId, done));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/visits/{visitId}/preparation")
  @Path("/recusals/{inspector}/decision")
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(
      summary = "Somebody who is not of the team decides on a recusal, with a reason",
      description =
          "A member whose recusal is agreed to is replaced by the protocol of the draw; an expert"
              + " leaves the visit, and who asked for him or agreed to him does not decide.")
  public Uni<RestResponse<PreparationSummary>> decide(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("inspector") @Size(max = 64) String inspector,
      @NotNull @Valid RecusalDecision body) {
    return visits
        .one(visitId, officers.officer())
        .flatMap(readable ->
            recusals.decide(
                visitId,
                inspector,
                body.decision() == Recusal.Outcome.RECUSED,
                body.reason(),
                requests.contexts(body)))
        .map(done -> shown(visitId, done));
  }

  private static RestResponse<PreparationSummary> shown(
      String visitId, Handled<PreparationEvent, Preparation> handled) {
    return Answers.ok(handled, known -> PreparationSummary.of(visitId, known));
  }
}
