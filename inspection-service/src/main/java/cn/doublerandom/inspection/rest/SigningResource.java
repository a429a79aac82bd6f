package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.application.RecordSignatures;
import cn.doublerandom.inspection.application.RecordSignatures.OfficerSigns;
import cn.doublerandom.inspection.application.RecordSignatures.RecordText;
import cn.doublerandom.inspection.application.RecordSignatures.SubjectSigns;
import cn.doublerandom.inspection.application.Visits;
import cn.doublerandom.inspection.signing.SignatureSheet;
import cn.doublerandom.inspection.visit.SubjectSignature;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 当事人陈述、签名: the record of a finished visit, stated upon and signed. */
@Path("/api/v1/visits/{visitId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits", description = "检查")
public class SigningResource {
  static final String HEX = "[0-9a-f]{64}";
  static final String HEX_WORDS = "{words.hex-64}";

  @Inject RecordSignatures signatures;
  @Inject Requests requests;
  @Inject Officers officers;

  /** What the subject says; that there is no objection is said in words, too. */
  public record StatementRequest(
      @NotBlank @Size(max = 2000) @Schema(examples = "对检查情况无异议") String words) {}

  /**
   * How the subject signs, or that it will not.
   *
   * @param way GLASS with strokes, TYPED or REFUSED with a witness
   * @param recordHash of the record that was shown
   * @param signer name of who signs or will not; it is sealed and in no event
   * @param signedAs his position
   * @param strokes points {@code x,y} on a glass of 1000 by 400, apart by a space, strokes by a
   *     semicolon
   * @param witness name, sealed likewise
   * @param witnessedAs his position
   * @param refusal why it will not
   */
  public record SubjectSignatureRequest(
      @NotNull @Schema(examples = "REFUSED") SubjectSignature.Way way,
      @NotNull @Pattern(regexp = HEX, message = HEX_WORDS) String recordHash,
      @NotBlank @Size(max = 60) @Schema(examples = "张某") String signer,
      @NotBlank @Size(max = 60) @Schema(examples = "安全负责人") String signedAs,
      @Nullable @Size(max = 30_000) String strokes,
      @Nullable @Size(max = 60) @Schema(examples = "李某") String witness,
      @Nullable @Size(max = 60) @Schema(examples = "村委会工作人员") String witnessedAs,
      @Nullable @Size(max = 500) @Schema(examples = "对第二项结论有异议") String refusal) {
    /** What is meant. */
    public SubjectSigns meant() {
      return new SubjectSigns(
          way, recordHash, signer, signedAs, strokes, witness, witnessedAs, refusal);
    }
  }

  /**
   * An officer's signature.
   *
   * @param recordHash of the record that was read
   * @param digits its first 8, typed by who has no key
   * @param keyId of the account's key
   * @param signature Ed25519 by that key, base64
   */
  public record OfficerSignatureRequest(
      @NotNull @Pattern(regexp = HEX, message = HEX_WORDS) String recordHash,
      @Nullable @Size(max = 20) @Schema(examples = "0a1b2c3d") String digits,
      @Nullable @Size(max = 64) String keyId,
      @Nullable @Size(max = 200) String signature) {
    /** What is meant. */
    public OfficerSigns meant() {
      return new OfficerSigns(recordHash, digits, keyId, signature);
    }
  }

  @GET
  @Path("/record")
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary = "The record of a visit that is over, as it is signed: canonical text and its hash",
      description =
          "A key signs the four lines `double-random/visit-record/1`, visit, hash and the officer's number as the"
              + " team lists it, each ended by a line feed.")
  public Uni<RecordText> record(@PathParam("visitId") @Size(max = 160) String visitId) {
    return signatures.record(visitId, officers.reader());
  }

  @PUT
  @Versioned
  @Conditional
  @Path("/statement")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "当事人陈述: take down what the subject says once the visit is over",
      description = "Another one takes away what was signed before.")
  public Uni<RestResponse<VisitSummary>> state(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @NotNull @Valid StatementRequest body) {
    return signatures
        .take(visitId, body.words(), requests.context(body))
        .map(handled -> Answers.ok(handled, Visits::summary));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/subject-signature")
  @RolesAllowed(Roles.INSPECTOR)
  @Blocking
  @Operation(
      summary = "The subject signs the record before an officer, or will not, before a witness",
      description =
          "Names and strokes are sealed; the ledger holds the hash of the sheet. 409"
              + " `signature-of-another-record` where the record has changed since it was shown.")
  public RestResponse<VisitSummary> subject(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @NotNull @Valid SubjectSignatureRequest body) {
    return Answers.ok(
        signatures.sign(visitId, body.meant(), requests.contexts(body)), Visits::summary);
  }

  @GET
  @Path("/subject-signature")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.LEGAL_REVIEWER, Roles.SUPERVISOR})
  @Blocking
  @Operation(
      summary = "The sheet on which the subject signed or refused, with its names",
      description = "Seen by whoever sees the evidence of the visit.")
  public SignatureSheet sheet(@PathParam("visitId") @Size(max = 160) String visitId) {
    return signatures
        .sheet(visitId, officers.seesEvidence())
        .orElseThrow(() -> new ProblemException(InspectionRejection.EVIDENCE_UNKNOWN));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/signatures")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "An officer signs the record with his own account",
      description =
          "By the key enrolled for it; an account without one types the first 8 digits of the record's hash.")
  public Uni<RestResponse<VisitSummary>> sign(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @NotNull @Valid OfficerSignatureRequest body) {
    return signatures
        .sign(visitId, body.meant(), requests.context(body))
        .map(handled -> Answers.ok(handled, Visits::summary));
  }
}
