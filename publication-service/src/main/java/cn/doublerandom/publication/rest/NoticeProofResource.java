package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.NoticeLog;
import cn.doublerandom.publication.transparency.NoticeKind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where each notice stands in the log, and the proof of it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "notice-log", description = "公示账本")
public class NoticeProofResource {
  private static final String WHICH = "; the latest version, or the one that is asked for";

  @Inject NoticeLog log;

  @GET
  @Path("/plans/{planKey}/proof")
  @Operation(summary = "Proof that a plan stands in the log of notices" + WHICH)
  public Uni<NoticeLog.NoticeProof> plan(
      @PathParam("planKey") @Size(max = 64) String planKey,
      @QueryParam("version") @DefaultValue("0") @Min(0) @Max(1_000_000) long version) {
    return log.proof(NoticeKind.PLAN, planKey, version);
  }

  @GET
  @Path("/programmes/{programmeId}/proof")
  @Operation(summary = "Proof that a programme stands in the log of notices" + WHICH)
  public Uni<NoticeLog.NoticeProof> programme(
      @PathParam("programmeId") @Size(max = 100) String programmeId,
      @QueryParam("version") @DefaultValue("0") @Min(0) @Max(1_000_000) long version) {
    return log.proof(NoticeKind.PROGRAMME, programmeId, version);
  }

  @GET
  @Path("/bulletins/{bulletinId}/proof")
  @Operation(summary = "Proof that a bulletin stands in the log of notices" + WHICH)
  public Uni<NoticeLog.NoticeProof> bulletin(
      @PathParam("bulletinId") @Size(max = 64) String bulletinId,
      @QueryParam("version") @DefaultValue("0") @Min(0) @Max(1_000_000) long version) {
    return log.proof(NoticeKind.BULLETIN, bulletinId, version);
  }

  @GET
  @Path("/draws/{drawId}/proof")
  @Operation(summary = "Proof that a draw stands in the log of notices" + WHICH)
  public Uni<NoticeLog.NoticeProof> draw(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @QueryParam("version") @DefaultValue("0") @Min(0) @Max(1_000_000) long version) {
    return log.proof(NoticeKind.DRAW, drawId, version);
  }

  @GET
  @Path("/draws/{drawId}/commitment/proof")
  @Operation(summary = "Proof that what was promised before a draw stands in the log of notices")
  public Uni<NoticeLog.NoticeProof> commitment(
      @PathParam("drawId") @Size(max = 100) String drawId) {
    return log.proof(NoticeKind.COMMITMENT, drawId, 0);
  }

  @GET
  @Path("/results/{resultId}/proof")
  @Operation(
      summary = "Proof that a result stands in the log of notices" + WHICH,
      description =
          "Where a result was withdrawn, versions before that stay in the log by their hash, and their content is not told.")
  public Uni<NoticeLog.NoticeProof> result(
      @PathParam("resultId") @Size(max = 160) String resultId,
      @QueryParam("version") @DefaultValue("0") @Min(0) @Max(1_000_000) long version) {
    return log.proof(NoticeKind.RESULT, resultId, version);
  }
}
