package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.RecordGaps;
import cn.doublerandom.inspection.application.VisitEndings;
import cn.doublerandom.inspection.application.Visits;
import cn.doublerandom.inspection.visit.SignatureGap;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitSummary;
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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 签名缺项、不同意结论、代为同意结束: what is said where not everybody of a team does his part. */
@Path("/api/v1/visits/{visitId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits", description = "检查")
public class SignatureGapResource {
  @Inject RecordGaps gaps;
  @Inject VisitEndings endings;
  @Inject Requests requests;
  @Inject Officers officers;

  /**
   * A signature that is missing.
   *
   * @param of SUBJECT, or the number of an officer of the team
   * @param reason why it cannot be had
   */
  public record MissingSignature(
      @NotBlank @Size(max = 64) @Schema(examples = "JC004") String of,
      @NotBlank @Size(max = 500) @Schema(examples = "检查当天突发疾病住院") String reason) {}

  /**
   * That the record goes without them.
   *
   * @param recordHash of the record that was read
   * @param gaps each signature that is missing now, and no other
   */
  public record GapsRequest(
      @NotNull @Pattern(regexp = SigningResource.HEX, message = SigningResource.HEX_WORDS)
          String recordHash,
      @NotEmpty @Size(max = 50) List<@NotNull @Valid MissingSignature> gaps) {
    public GapsRequest {
      gaps = gaps == null ? List.of() : gaps;
    }

    /** What is meant. */
    public List<SignatureGap> meant() {
      return gaps.stream().map(one -> new SignatureGap(one.of(), one.reason())).toList();
    }
  }

  /** Why it is not agreed to, or taken back. */
  public record GapsDecline(
      @NotBlank @Size(max = 500) @Schema(examples = "JC004 已经出院，请他补签") String reason) {}

  /** Why nobody else of the team can agree that the visit ends. */
  public record EndInPlace(
      @NotBlank @Size(max = 500) @Schema(examples = "JC004 检查当天突发疾病住院") String reason) {}

  /** Why the conclusions are not agreed with. */
  public record Dispute(
      @NotBlank @Size(max = 500) @Schema(examples = "第二项我看到的灭火器已经过期") String reason) {}

  @POST
  @Versioned
  @Conditional
  @Path("/signature-gaps")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "签名缺项: ask that the result is recorded without signatures that cannot be had",
      description =
          "By one of the team who has signed, with a reason for each, where no rule pack in force asks"
              + " for all signatures; it holds for this record alone, and another person agrees.")
  public Uni<RestResponse<VisitSummary>> ask(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid GapsRequest body) {
    return gaps.ask(
            visitId, body.recordHash(), body.meant(), officers.officer(), requests.context(body))
        .map(SignatureGapResource::shown);
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/visits/{visitId}")
  @Path("/signature-gaps/approval")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(
      summary =
          "Another of the team who has signed, the lead of its unit or the coordinator agrees")
  public Uni<RestResponse<VisitSummary>> agree(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return gaps.agree(visitId, officers.officer(), requests.context("agree-gaps"))
        .map(SignatureGapResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/signature-gaps/decline")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(summary = "… or does not agree; whoever asked takes it back")
  public Uni<RestResponse<VisitSummary>> decline(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid GapsDecline body) {
    return gaps.decline(visitId, body.reason(), officers.officer(), requests.context(body))
        .map(SignatureGapResource::shown);
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/visits/{visitId}")
  @Path("/finish/approval")
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(
      summary = "Agree that a visit ends where no other of its team can",
      description =
          "One of the team asked (`ending`); the lead of its unit or the coordinator says why nobody else"
              + " of it agrees.")
  public Uni<RestResponse<VisitSummary>> agreeEnd(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid EndInPlace body) {
    return endings
        .agreeEnd(visitId, officers.officer(), body.reason(), () -> requests.context(body))
        .map(SignatureGapResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/dispute")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "不同意结论: one of the team who has not signed does not agree with the conclusions",
      description =
          "The items are answered anew until he signs; the day the visit ended stays. Before it ended,"
              + " it runs on, and its end is asked for anew.")
  public Uni<RestResponse<VisitSummary>> dispute(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid Dispute body) {
    return gaps.dispute(visitId, body.reason(), officers.officer(), requests.context(body))
        .map(SignatureGapResource::shown);
  }

  private static RestResponse<VisitSummary> shown(Handled<VisitEvent, Visit> handled) {
    return Answers.ok(handled, Visits::summary);
  }
}
