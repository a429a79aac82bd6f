package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.FollowUpWork;
import cn.doublerandom.inspection.application.FollowUpWork.OfFindings;
import cn.doublerandom.inspection.application.FollowUpWork.Opening;
import cn.doublerandom.inspection.application.Receipts;
import cn.doublerandom.inspection.application.Receipts.ReceiptLink;
import cn.doublerandom.inspection.application.Rechecks;
import cn.doublerandom.inspection.followup.FollowUp;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUpKind;
import cn.doublerandom.inspection.followup.FollowUps;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 后续处置: what follows the findings of a visit until it is closed. */
@Path("/api/v1/visits/{visitId}/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "follow-ups", description = "后续处置")
public class FollowUpResource {
  @Inject FollowUpWork followUps;
  @Inject Receipts receipts;
  @Inject Rechecks rechecks;
  @Inject Requests requests;
  @Inject Officers officers;

  /**
   * What follows a finding.
   *
   * @param document number and title of the order, notification or transfer
   * @param receiver authority or judicial organ; left out of an order to correct
   * @param workingDays to correct, or to say that it was received; left out for what the packs say
   */
  public record OpenFollowUp(
      @NotNull @Schema(examples = "CORRECTION") FollowUpKind kind,
      @NotBlank @Size(max = 64) @Schema(examples = "JT-WX-01") String item,
      @NotBlank @Size(max = 200) @Schema(examples = "清交责改〔2023〕3号责令改正通知书") String document,
      @Nullable @Size(min = 1, max = 100) @Schema(examples = "清河县市场监督管理局") String receiver,
      @Nullable @Min(1) @Max(250) @Schema(examples = "15") Integer workingDays) {
    /** What is meant. */
    public Opening meant() {
      return new Opening(kind, item, document, receiver, workingDays);
    }
  }

  /**
   * What two officers saw when they looked again.
   *
   * @param corrected whether it is put right
   */
  public record RecheckRequest(
      @NotNull @Schema(examples = "true") Boolean corrected,
      @NotBlank @Size(max = 1000) @Schema(examples = "灭火器已经更换，维修记录补齐") String note) {}

  /**
   * A visit to look again.
   *
   * @param on the day on which they go
   * @param officers numbers of the two, who need not have been there before
   */
  public record RecheckPlan(
      @NotNull @Schema(examples = "2023-06-30") LocalDate on,
      @NotNull @Size(min = 2, max = 2) @Schema(examples = "[\"JT003\", \"JT005\"]")
          List<@NotBlank @Size(max = 64) String> officers) {}

  /**
   * The receiver's paper.
   *
   * @param receivedAs office and position of who received it; no name
   * @param reference the receiver's own number
   */
  public record ReceiptRequest(
      @NotBlank @Size(max = 100) @Schema(examples = "市场监督管理局 综合执法大队") String receivedAs,
      @NotBlank @Size(max = 100) @Schema(examples = "清市监收〔2023〕18号") String reference) {}

  /** What became of a visit's follow-ups. */
  public record FollowUpsOfVisit(List<FollowUp> followUps) {}

  @GET
  @Versioned
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "What follows the findings of a visit, and what nobody has followed yet")
  public Uni<RestResponse<OfFindings>> one(@PathParam("visitId") @Size(max = 160) String visitId) {
    return followUps
        .of(visitId, officers.reader())
        .map(found -> Answers.versioned(found, found.version()));
  }

  @POST
  @Versioned
  @Conditional
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(
      summary = "Open an order to correct, a notification or a transfer",
      description =
          "Its last day is counted in working days. A criminal referral needs the result held back first (409 `result-not-held`).")
  public Uni<RestResponse<FollowUpsOfVisit>> open(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid OpenFollowUp body) {
    return followUps
        .open(visitId, body.meant(), officers.officer(), requests.contexts(body))
        .map(FollowUpResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{number}/recheck-visit")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(
      summary = "Plan a visit of two officers to look again; planned anew, the last counts",
      description =
          "From then on the re-check is theirs and begins on its day: 403 `recheck-of-others`, 409 `recheck-too-soon`.")
  public Uni<RestResponse<FollowUpsOfVisit>> plan(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("number") @Min(1) @Max(1000) int number,
      @NotNull @Valid RecheckPlan body) {
    return rechecks
        .plan(
            visitId,
            number,
            body.on(),
            body.officers(),
            officers.officer(),
            requests.contexts(body))
        .map(FollowUpResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{number}/recheck")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(summary = "复查: an officer looked again; it counts when another confirms it")
  public Uni<RestResponse<FollowUpsOfVisit>> look(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("number") @Min(1) @Max(1000) int number,
      @NotNull @Valid RecheckRequest body) {
    return followUps
        .state(
            visitId,
            number,
            body.corrected(),
            body.note(),
            officers.officer(),
            requests.contexts(body))
        .map(FollowUpResource::shown);
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/visits/{visitId}/follow-ups")
  @Path("/{number}/recheck/confirmation")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "Another officer was there, too; what is put right is closed by it",
      description = "403 `recheck-alone` for the officer who stated it.")
  public Uni<RestResponse<FollowUpsOfVisit>> confirm(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("number") @Min(1) @Max(1000) int number) {
    return followUps
        .confirm(
            visitId, number, officers.officer(), requests.contexts("confirm-recheck-" + number))
        .map(FollowUpResource::shown);
  }

  @POST
  @Conditional
  @Path("/{number}/link")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(
      summary = "A link by which the receiver says once that he has it",
      description =
          "The secret is told here once and kept nowhere; a new link ends the one before.")
  public Uni<ReceiptLink> link(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("number") @Min(1) @Max(1000) int number) {
    return receipts.link(
        visitId, number, officers.officer(), requests.contexts("receipt-link-" + number));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{number}/receipt")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(summary = "The receiver's paper is entered; what goes out is closed by it")
  public Uni<RestResponse<FollowUpsOfVisit>> enter(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("number") @Min(1) @Max(1000) int number,
      @NotNull @Valid ReceiptRequest body) {
    return followUps
        .enter(
            visitId,
            number,
            body.receivedAs(),
            body.reference(),
            officers.officer(),
            requests.contexts(body))
        .map(FollowUpResource::shown);
  }

  private static RestResponse<FollowUpsOfVisit> shown(Handled<FollowUpEvent, FollowUps> handled) {
    return Answers.ok(handled, known -> new FollowUpsOfVisit(known.all()));
  }
}
