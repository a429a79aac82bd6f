package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.HandedIn;
import cn.doublerandom.inspection.application.PhoneSteps;
import cn.doublerandom.inspection.phone.PhoneStep;
import cn.doublerandom.inspection.rest.PhoneStepAnswers.StepsStanding;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** 离线步骤: what officers did on their phones without network. */
@Path("/api/v1/visits/{visitId}/steps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits", description = "检查")
public class PhoneStepResource {
  /** As many as one request may bring; a phone sends more one after the other. */
  static final int MOST_AT_ONCE = 50;

  @Inject PhoneSteps steps;
  @Inject Requests requests;
  @Inject Officers officers;

  /**
   * What a phone hands in.
   *
   * @param keyId of the key of the phone; absent where it has none
   */
  public record StepBatch(
      @NotEmpty @Size(max = MOST_AT_ONCE) List<@NotNull @Valid StepRequest> steps,
      @Nullable @Size(max = 16) String keyId) {}

  /**
   * One step.
   *
   * @param id UUID of the phone's own
   * @param officer account that took it
   * @param claimedAt when, by the phone
   * @param lastContact server's time when the phone last heard of it
   * @param item of a CHECKED step, and of an EVIDENCED one that is of an item
   * @param answer of a CHECKED step
   * @param steps of an ENDED step: how many ARRIVED, CHECKED and ENDED steps there are with it
   * @param record of a CONFIRMED, SECONDED or SIGNED step
   * @param words of a STATED step: what the subject said
   * @param subject of a SUBJECT_SIGNED step: its names and strokes are sealed, as online
   * @param file of an EVIDENCED step
   */
  public record StepRequest(
      @NotBlank @Size(max = 36) @Schema(examples = "0b8c3c0e-5a52-4a6c-9a6f-3f6f0d1f6a11")
          String id,
      @NotBlank @Size(max = 160) String visitId,
      @NotBlank @Size(max = 64) @Schema(examples = "JT001") String officer,
      @NotNull @Schema(examples = "CHECKED") PhoneStep.Kind kind,
      @NotNull @Schema(examples = "2023-03-15T02:10:00Z") Instant claimedAt,
      @NotNull @Schema(examples = "2023-03-15T01:00:00Z") Instant lastContact,
      @Nullable @Size(max = 64) String item,
      VisitResource.@Nullable @Valid Check answer,
      @Nullable @Min(1) @Max(1000) Integer steps,
      @Nullable @Valid StepRecord record,
      @Nullable @Size(max = 2000) @Schema(examples = "对检查情况无异议") String words,
      SigningResource.@Nullable @Valid SubjectSignatureRequest subject,
      @Nullable @Valid StepFile file) {
    HandedIn meant() {
      return new HandedIn(
          new PhoneStep(
              id,
              visitId,
              officer,
              kind,
              claimedAt,
              lastContact,
              answer == null || item == null ? null : answer.of(item),
              steps,
              record == null ? null : record.meant(),
              words,
              null,
              file == null ? null : file.of(item)),
          subject == null ? null : subject.meant());
    }
  }

  /**
   * A file the phone keeps until it is uploaded to {@code …/evidence/{sha256}}.
   *
   * @param sha256 when it was taken, 64 lowercase hex digits
   * @param bytes at most 20 MB
   * @param question of the item's checklist; absent where it answers none
   */
  public record StepFile(
      @NotNull @Pattern(regexp = SigningResource.HEX, message = SigningResource.HEX_WORDS)
          String sha256,
      @Min(1) int bytes,
      @Nullable @Size(max = 40) String question) {
    PhoneStep.OfFile of(@Nullable String item) {
      return new PhoneStep.OfFile(sha256, bytes, item, question);
    }
  }

  /**
   * What concerns the record as the phone holds it.
   *
   * @param hash 64 hex digits of SIGNED, otherwise the first 8
   * @param of of SECONDED: who typed on this phone
   * @param code of SECONDED: six characters his own phone showed
   */
  public record StepRecord(
      @NotBlank @Size(max = 64) String hash,
      @Nullable @Size(max = 16) String keyId,
      @Nullable @Size(max = 200) String signature,
      @Nullable @Size(max = 64) String of,
      @Nullable @Size(max = 6) String code) {
    PhoneStep.OfRecord meant() {
      return new PhoneStep.OfRecord(hash, keyId, signature, of, code);
    }
  }

  /**
   * Which of two answers goes into the visit.
   *
   * @param step id of the step that gave it
   */
  public record StepDecision(
      @NotBlank @Size(max = 64) String item,
      @NotBlank @Size(max = 36) String step,
      @NotBlank @Size(max = 500) @Schema(examples = "现场复核，以李某的记录为准") String reason) {}

  @GET
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "What was taken of a visit without network, with claimed and received time")
  public Uni<StepsStanding> standing(@PathParam("visitId") @Size(max = 160) String visitId) {
    return steps
        .of(visitId, officers.reader())
        .map(synced -> PhoneStepAnswers.of(synced, requests));
  }

  @POST
  @Conditional
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "Hand in steps that were taken without network: twice, late and in any order",
      description =
          "Each step is answered: TAKEN, ALREADY_TAKEN, CONFLICT (kept, another officer answered otherwise) or REFUSED"
              + " with a code. They go into the visit once everybody who took any has sent all, by the rules that hold"
              + " online; where the visit refuses one, `troubles` says why and the step stays."
              + " A file an EVIDENCED step tells of stands in `awaited` until it is uploaded; the visit does not end before."
              + " 409 `signing-key-revoked`: nothing of this phone counts any more, it wipes its drafts.")
  public Uni<StepsStanding> take(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid StepBatch body) {
    return steps
        .take(
            visitId,
            body.steps().stream().map(StepRequest::meant).toList(),
            body.keyId(),
            officers.reader(),
            requests.context(body))
        .map(synced -> PhoneStepAnswers.of(synced, requests));
  }

  @POST
  @Path("/decisions")
  @Conditional
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "Decide which of two officers' different answers to an item goes into the visit",
      description = "Where a finding falls, who had found it decides: 403 `conflict-foreign`.")
  public Uni<StepsStanding> decide(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid StepDecision body) {
    return steps
        .decide(
            visitId,
            body.item(),
            body.step(),
            body.reason(),
            officers.reader(),
            requests.context(body))
        .map(synced -> PhoneStepAnswers.of(synced, requests));
  }
}
