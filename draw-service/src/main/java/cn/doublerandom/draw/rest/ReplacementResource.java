package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DueReplacement;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Multi;
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
import java.time.LocalDate;
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
  private static final int MOST_DRAWS = 10_000;

  @Inject CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  @Inject Requests requests;
  @Inject Register register;
  @Inject DrawDirectory directory;

  @POST
  @Path("/draws/{drawId}/replacements")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Ask for an alternate in place of a subject, or a substitute for an inspector")
  public Uni<RestResponse<DrawState>> request(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Replacement body) {
    DrawCommand command =
        body.inspector() == null
            ? new DrawCommand.RequestSubjectReplacement(
                drawId,
                body.subject(),
                body.reason(),
                Objects.requireNonNullElse(body.evidence(), ""),
                requests.actor())
            : new DrawCommand.RequestInspectorReplacement(
                drawId, body.subject(), body.inspector(), body.reason(), requests.actor());
    return handle(drawId, command, body);
  }

  @POST
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
    LocalDate today = BusinessClock.day(requests.now());
    return Uni.createFrom()
        .completionStage(() -> register.snapshot(today))
        .flatMap(known ->
            Uni.createFrom()
                .completionStage(() -> directory.page("", MOST_DRAWS))
                .flatMap(entries ->
                    Multi.createFrom()
                        .iterable(entries)
                        .filter(e -> e.phase().equals("EXECUTED"))
                        .onItem()
                        .transformToUniAndConcatenate(e -> due(e.drawId(), known, today))
                        .collect()
                        .asList()
                        .map(all -> all.stream().flatMap(List::stream).toList())));
  }

  private Uni<List<DueReplacement>> due(String drawId, Register.Snapshot known, LocalDate today) {
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .map(loaded ->
            loaded
                .state()
                .executed(drawId)
                .map(draw -> DueReplacement.of(draw, known.inspectors(), today))
                .orElse(List.of()));
  }

  private Uni<RestResponse<DrawState>> handle(String drawId, DrawCommand command, Object body) {
    return draws
        .handle(DrawStreams.taskOfDraw(drawId), command, requests.context(body))
        .map(handled -> Answers.created(handled, state -> DrawState.of(state, drawId)));
  }
}
