package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.Doors;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
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

/** 检查码: who stands before a subject, and why; for anybody who has the code. */
@Path("/api/v1/checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "checks", description = "扫码入企")
public class CheckCodeResource {
  /** Who asks has no account: he has shown the code. */
  private static final String BY_CODE = "subject-by-code";

  @Inject Doors doors;
  @Inject Requests requests;

  /**
   * @param inspector number of an officer of the team
   */
  public record RecusalRequest(
      @NotBlank @Size(max = 64) @Schema(examples = "JT001") String inspector,
      @NotBlank @Size(max = 500) @Schema(examples = "该检查人员曾在我单位任职") String reason) {}

  /** What was asked for waits for a decision. */
  public record RecusalReceived(String inspector) {}

  @GET
  @Path("/{code}")
  @PermitAll
  @Operation(
      summary = "Who comes, by which plan and draw, for which items and on which legal basis",
      description =
          "Six characters as on the notice. Whoever asks often waits: 429. After the result is recorded the"
              + " code is unknown.")
  public Uni<Doors.Door> door(@PathParam("code") @Size(max = 20) String code) {
    return doors.open(code, BusinessClock.day(requests.now()));
  }

  @POST
  @Creates
  @Versioned
  @Path("/{code}/recusals")
  @PermitAll
  @Operation(summary = "The subject asks for the recusal of an officer, before the visit has begun")
  public Uni<RestResponse<RecusalReceived>> ask(
      @PathParam("code") @Size(max = 20) String code, @NotNull @Valid RecusalRequest body) {
    return doors
        .askRecusal(code, body.inspector(), body.reason(), () -> requests.contextOf(BY_CODE))
        .map(done -> Answers.created(done, known -> new RecusalReceived(body.inspector())));
  }
}
