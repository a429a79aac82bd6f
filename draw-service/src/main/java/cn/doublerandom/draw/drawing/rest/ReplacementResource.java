package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawState;
import cn.doublerandom.draw.drawing.DueReplacement;
import cn.doublerandom.draw.drawing.PublicDraws;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 回避、候补: one person asks, another agrees, and who comes in follows from the seed. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "draws", description = "抽取")
public class ReplacementResource {
  private static final int MOST_TASKS = 10_000;

  @Inject CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  @Inject Requests requests;
  @Inject PublicDraws seen;

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/replacements")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Ask for an alternate in place of a subject, or a substitute for an inspector",
      description =
          "A subject is replaced with evidence in words (422 `evidence-missing`). One whose visit is over"
              + " or has found something stays: the draw follows the visit.")
  public Uni<RestResponse<DrawState>> request(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Replacement body) {
    DrawCommand command =
        body.inspector() != null && body.keep() != null && body.keep()
            ? new DrawCommand.RequestKeeping(
                drawId, body.subject(), body.inspector(), body.reason(), requests.actor())
            : replacement(drawId, body);
    return handle(drawId, command, body);
  }

  private DrawCommand replacement(String drawId, DrawRequests.Replacement body) {
    return body.inspector() == null
        ? new DrawCommand.RequestSubjectReplacement(
            drawId,
            body.subject(),
            body.reason(),
            Objects.requireNonNullElse(body.evidence(), ""),
            requests.actor())
        : new DrawCommand.RequestInspectorReplacement(
            drawId, body.subject(), body.inspector(), body.reason(), requests.actor());
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/replacement-approvals")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees to a replacement")
  public Uni<RestResponse<DrawState>> approve(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.ReplacementApproval body) {
    return handle(
        drawId,
        new DrawCommand.ApproveReplacement(
            drawId, body.subject(), requests.actor(), BusinessClock.day(requests.now())),
        body);
  }

  @GET
  @Path("/replacements/due")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(
      summary = "Members who may not serve where they were drawn: a recusal came after the freeze")
  public Uni<List<DueReplacement>> due() {
    return Uni.createFrom().completionStage(() -> seen.due(MOST_TASKS));
  }

  private Uni<RestResponse<DrawState>> handle(String drawId, DrawCommand command, Object body) {
    return draws
        .handle(DrawStreams.taskOfDraw(drawId), command, requests.context(body))
        .map(handled -> Answers.created(handled, state -> DrawState.of(state, drawId)));
  }
}
