package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.inspection.application.Evidences;
import cn.doublerandom.inspection.application.Evidences.About;
import cn.doublerandom.inspection.application.Visits;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.EvidenceStore.Upload;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 取证: photos, films, sound and documents of a visit. */
@Path("/api/v1/visits/{visitId}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits", description = "检查")
public class EvidenceResource {
  /** 20 MB and what a form puts around them. */
  static final String FILE = "22020096";

  private static final String HEX = "[0-9a-f]{64}";
  private static final String HEX_WORDS = "{words.hex-64}";

  @Inject Evidences evidences;
  @Inject Requests requests;
  @Inject Officers officers;

  /** Why evidence does not count any more. */
  public record EvidenceWithdrawal(
      @NotBlank @Size(max = 500) @Schema(examples = "拍摄的是邻户") String reason) {}

  /**
   * How far a file in pieces has come.
   *
   * @param received bytes from its beginning
   * @param complete whether it is whole and stands with the visit
   */
  public record ReceivedSoFar(long received, boolean complete) {}

  @GET
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.LEGAL_REVIEWER,
    Roles.SUPERVISOR,
    Roles.COORDINATOR
  })
  @Operation(
      summary = "The evidence of a visit, also what was withdrawn, in the order in which it came",
      description =
          "Seen by the team, by the lead of its unit, by who reviews and by who supervises; once the result is"
              + " recorded by the coordinator too, who answers objections to it.")
  public Uni<List<KeptEvidence>> list(@PathParam("visitId") @Size(max = 160) String visitId) {
    return evidences.of(visitId, officers.evidence());
  }

  @GET
  @Path("/{sha256}")
  @Produces(MediaTypes.BYTES)
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.LEGAL_REVIEWER,
    Roles.SUPERVISOR,
    Roles.COORDINATOR
  })
  @Blocking
  @Operation(summary = "One piece of evidence, byte for byte")
  public RestResponse<byte[]> one(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("sha256") @Pattern(regexp = HEX, message = HEX_WORDS) String sha256) {
    Evidence found = evidences.one(visitId, sha256, officers.evidence());
    return RestResponse.ResponseBuilder.ok(evidences.bytes(visitId, found), found.mediaType())
        .header("Content-Disposition", "attachment; filename=\"" + sha256 + "\"")
        .build();
  }

  @POST
  @Versioned
  @Conditional
  @Extension(name = BodyLimits.MOST_BYTES, value = FILE)
  @Consumes({MediaTypes.BYTES, MediaTypes.FORM})
  @RolesAllowed(Roles.INSPECTOR)
  @Blocking
  @Operation(
      summary = "Add evidence in one go: a photo, film, sound or PDF of at most 20 MB",
      description =
          "What it is its bytes say (422 `evidence-kind-unfit`), and whether all of it is there"
              + " (422 `file-not-whole`). `sha256` is the hash the phone computed;"
              + " where what came has another nothing is kept (409 `evidence-hash-unfit`). `item` and `question`"
              + " say what it was taken for.")
  public RestResponse<VisitSummary> add(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @QueryParam("item") @Size(max = 64) @Nullable String item,
      @QueryParam("question") @Size(max = 40) @Nullable String question,
      @QueryParam("sha256") @Pattern(regexp = HEX, message = HEX_WORDS) @Nullable String sha256,
      File body)
      throws IOException {
    byte[] content = Evidences.content(requests.file(body));
    var about = new About(visitId, item, question, sha256);
    // The same key with other bytes is another request.
    String asked = about + " " + Sha256.hex(content);
    return Answers.ok(
        evidences.add(about, content, () -> requests.context(asked)), Visits::summary);
  }

  @PUT
  @Conditional
  @Path("/{sha256}")
  @Consumes(MediaTypes.BYTES)
  @RolesAllowed(Roles.INSPECTOR)
  @Blocking
  @Operation(
      summary = "The next piece of a file, where the line may break off",
      description =
          "`offset` is what was received so far, `size` that of the whole. A piece has at most 1,000,000 bytes and comes whole or not at all;"
              + " with the last one the file is judged, and where it is refused nothing of it stays. What nobody"
              + " goes on with for a day is gone. 409 `evidence-offset` says in `context.received` where to go on.")
  public RestResponse<ReceivedSoFar> piece(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("sha256") @Pattern(regexp = HEX, message = HEX_WORDS) String sha256,
      @QueryParam("offset") @Min(0) @Max(20_971_520) long offset,
      @QueryParam("size") @Min(1) long size,
      @QueryParam("item") @Size(max = 64) @Nullable String item,
      @QueryParam("question") @Size(max = 40) @Nullable String question,
      File body)
      throws IOException {
    byte[] piece = Evidences.content(requests.file(body));
    var about = new About(visitId, item, question, sha256);
    Evidences.Progress now =
        evidences.append(about, offset, size, piece, () -> requests.context(about));
    if (now.visit() != null) {
      Refusals.require(now.visit());
    }
    return RestResponse.ok(new ReceivedSoFar(now.received(), now.visit() != null));
  }

  @GET
  @Path("/{sha256}/received")
  @RolesAllowed(Roles.INSPECTOR)
  @Blocking
  @Operation(summary = "How many bytes of the own unfinished upload are there")
  public RestResponse<ReceivedSoFar> received(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("sha256") @Pattern(regexp = HEX, message = HEX_WORDS) String sha256) {
    return RestResponse.ok(
        new ReceivedSoFar(
            evidences.received(new Upload(visitId, requests.actor(), sha256)), false));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{sha256}/withdrawal")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(summary = "Evidence does not count any more; it stays, with the reason")
  public Uni<RestResponse<VisitSummary>> withdraw(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("sha256") @Pattern(regexp = HEX, message = HEX_WORDS) String sha256,
      @NotNull @Valid EvidenceWithdrawal body) {
    return evidences
        .withdraw(visitId, sha256, body.reason(), requests.context(body))
        .map(handled -> Answers.ok(handled, Visits::summary));
  }
}
