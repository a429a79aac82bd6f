package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.DrawTerms;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.Awaiting;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.MayTakeLong;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.JobAnswers;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What of a draw waits for another person, who names what he has read by its ETag. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "draws", description = "抽取")
public class AwaitingResource {
  @Inject Awaiting awaiting;
  @Inject JobAnswers jobs;

  /**
   * The void of a draw as far as it has come.
   *
   * @param reason the first approver gave; absent where nobody has approved it
   * @param requestedBy the first approver; absent as well
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WaitingVoid(String drawId, @Nullable String reason, @Nullable String requestedBy) {
    static WaitingVoid of(String drawId, Optional<TaskDraws.Approval> first) {
      return new WaitingVoid(
          drawId,
          first.map(TaskDraws.Approval::reason).orElse(null),
          first.map(TaskDraws.Approval::by).orElse(null));
    }
  }

  @GET
  @Versioned
  @MayTakeLong
  @Path("/draws/{drawId}/terms")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The terms of a draw; who agrees to them names the ETag")
  public Uni<RestResponse<DrawTerms>> terms(@PathParam("drawId") @Size(max = 100) String drawId) {
    return jobs.trial(
        "TERMS",
        drawId,
        drawId,
        job ->
            awaiting
                .terms(drawId, job)
                .map(loaded -> Answers.versioned(loaded.state(), loaded.version())));
  }

  @GET
  @Versioned
  @Path("/draws/{drawId}/void-approvals")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "Whether one approver has approved a void, and why; both name the ETag")
  public Uni<RestResponse<WaitingVoid>> voiding(
      @PathParam("drawId") @Size(max = 100) String drawId) {
    return awaiting
        .voiding(drawId)
        .map(loaded -> Answers.versioned(WaitingVoid.of(drawId, loaded.state()), loaded.version()));
  }
}
