package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.DrawPreview;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.application.Draws;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.MayTakeLong;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.JobAnswers;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 抽取: freeze, commit, reveal, execute; and what everyone may see of it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "draws", description = "抽取")
public class DrawResource {
  @Inject Draws draws;
  @Inject Requests requests;
  @Inject JobAnswers jobs;

  @POST
  @Creates
  @Versioned
  @Conditional
  @MayTakeLong
  @Path("/tasks/{task}/draws")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Begin a draw: freeze the frame, the inspectors and the recusals")
  public Uni<RestResponse<PublicDraw>> freeze(
      @PathParam("task") @Size(max = 64) String task, @NotNull @Valid DrawRequests.Freeze freeze) {
    Officer by = officer();
    Supplier<CommandContext> asked = requests.contexts(freeze);
    return jobs.decision(
        "FREEZE",
        task,
        freeze,
        job ->
            draws
                .freeze(task, freeze.wishes(), by, asked, job)
                .map(handled -> Answers.created(handled, PublicDraw::of)));
  }

  @POST
  @MayTakeLong
  @Path("/tasks/{task}/draw-previews")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(summary = "Sizes by class and whether teams can be found; nothing is frozen")
  public Uni<RestResponse<DrawPreview>> preview(
      @PathParam("task") @Size(max = 64) String task, @NotNull @Valid DrawRequests.Freeze freeze) {
    Officer by = officer();
    return jobs.trial(
        "PREVIEW",
        task,
        freeze,
        job -> draws.preview(task, freeze.wishes(), by, job).map(RestResponse::ok));
  }

  private Officer officer() {
    return new Officer(requests.actor(), requests.unit());
  }

  @POST
  @Creates
  @Versioned
  @Approves(read = "/api/v1/draws/{drawId}/terms")
  @Path("/draws/{drawId}/terms-approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary = "Agree to the terms of a frozen draw: slots, floor, caps and alternates",
      description =
          "What is agreed to stands in `terms` of the draw. Whoever froze, names witnesses, keeps the"
              + " secret or commits does not agree; without it nothing is committed.")
  public Uni<RestResponse<PublicDraw>> approveTerms(
      @PathParam("drawId") @Size(max = 100) String drawId) {
    return draws
        .approveTerms(drawId, requests.context("terms-approval"))
        .map(handled -> Answers.created(handled, PublicDraw::of));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/commitment")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Commit: publish the hash of the frozen lists and what the witnesses promised")
  public Uni<RestResponse<PublicDraw>> commit(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Commitment body) {
    return draws
        .commit(
            drawId,
            new Draws.Promised(body::source, body.executeBy(), body.openBy()),
            () -> requests.context(body))
        .map(handled -> Answers.created(handled, PublicDraw::of));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/observations")
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR, Roles.APPROVER})
  @Operation(
      summary = "Enter the numbers of the lottery; another person gives the same and executes")
  public Uni<RestResponse<PublicDraw>> observe(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Observation body) {
    return draws
        .observe(drawId, body.numbers(), body.drawnOn(), requests.context(body))
        .map(handled -> Answers.created(handled, PublicDraw::of));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @MayTakeLong
  @Path("/draws/{drawId}/execution")
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(
      summary =
          "Execute: the operator's secret, or the numbers another has entered; the rest is arithmetic")
  public Uni<RestResponse<PublicDraw>> execute(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Execution body) {
    Supplier<CommandContext> asked = requests.contexts(body);
    return jobs.decision(
        "EXECUTION",
        drawId,
        body,
        job ->
            draws
                .execute(drawId, body.given(), asked, job)
                .map(handled -> Answers.created(handled, PublicDraw::of)));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/opening")
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(summary = "Open a sealed draw; from now on everybody sees it and can verify it")
  public Uni<RestResponse<PublicDraw>> open(@PathParam("drawId") @Size(max = 100) String drawId) {
    return draws
        .open(drawId, requests.context("open"))
        .map(handled -> Answers.created(handled, PublicDraw::of));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @MayTakeLong
  @Path("/draws/{drawId}/team-draws")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Begin to draw the teams of an infeasible draw again, with the people added since")
  public Uni<RestResponse<PublicDraw>> teams(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Teams body) {
    Officer by = officer();
    Supplier<CommandContext> asked = requests.contexts(body);
    return jobs.decision(
        "TEAMS",
        drawId,
        body,
        job ->
            draws
                .drawTeams(drawId, body.cap(), by, asked, job)
                .map(handled -> Answers.created(handled, PublicDraw::of)));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/draws/{drawId}/void-approvals")
  @Path("/draws/{drawId}/void-approvals")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Approve that a draw is voided; the second approver makes it void")
  public Uni<RestResponse<VoidState>> approveVoid(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.VoidApproval body) {
    return draws
        .approveVoid(drawId, body.reason(), requests.context(body))
        .map(handled -> Answers.ok(handled, draws -> new VoidState(drawId, !draws.stands(drawId))));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/void-approvals/decline")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another approver does not agree to a void, with a reason; the draw stands")
  public Uni<RestResponse<VoidState>> declineVoid(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.VoidApproval body) {
    return endVoid(drawId, body, false);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/void-approvals/withdrawal")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Whoever approved the void first takes it back, with a reason")
  public Uni<RestResponse<VoidState>> withdrawVoid(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.VoidApproval body) {
    return endVoid(drawId, body, true);
  }

  private Uni<RestResponse<VoidState>> endVoid(
      String drawId, DrawRequests.VoidApproval body, boolean own) {
    return draws
        .endVoid(drawId, body.reason(), own, requests.context(body))
        .map(handled -> Answers.ok(handled, draws -> new VoidState(drawId, false)));
  }

  /** Whether the draw is void, or waits for the second approval. */
  public record VoidState(String drawId, boolean isVoid) {}
}
