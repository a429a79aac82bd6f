package cn.doublerandom.publication.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.publication.application.ResultChanges;
import cn.doublerandom.publication.result.AskedChange;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.PublicText;
import cn.doublerandom.servicekit.time.BusinessClock;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 更正与撤销: the unit that inspected asks, somebody who did not inspect decides. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notices", description = "公示")
public class ResultChangeResource {
  @Inject ResultChanges changes;
  @Inject Requests requests;

  /**
   * What is right, of one item.
   *
   * @param codes result codes of the item
   * @param reason everybody reads it beside the result
   */
  public record CorrectionRequest(
      @NotBlank @Size(max = 64) @Schema(examples = "HB-JT-001") String itemCode,
      @NotNull @Size(max = 18) List<@NotNull @Size(max = 2) String> codes,
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "复核时发现录入有误") String reason) {}

  /** Why; everybody reads it beside the result. */
  public record WithdrawalRequest(
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "检查对象认定有误") String reason) {}

  /** Why what was asked for will not be. */
  public record ChangeRefusal(
      @NotBlank @Size(max = 500) @Schema(examples = "原结果与现场笔录一致") String reason) {}

  /** Why it is taken back. */
  public record ChangeEnd(
      @NotBlank @Size(max = 500) @Schema(examples = "更正的代码填错了") String reason) {}

  /**
   * What waits for another person.
   *
   * @param kind CORRECTION, WITHDRAWAL, REJECTION or REPAIR
   * @param itemCode the item whose result was wrong; absent of the others
   * @param codes of the subject, as they would be; absent of the others
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WaitingChange(
      String kind,
      @Nullable String itemCode,
      @Nullable List<String> codes,
      String reason,
      String askedBy,
      LocalDate askedOn) {
    static WaitingChange of(AskedChange asked) {
      return switch (asked) {
        case AskedChange.Correction c ->
            new WaitingChange("CORRECTION", c.itemCode(), c.codes(), c.reason(), c.by(), c.on());
        case AskedChange.Withdrawal w ->
            new WaitingChange("WITHDRAWAL", null, null, w.reason(), w.by(), w.on());
        case AskedChange.Rejection r ->
            new WaitingChange("REJECTION", null, null, r.reason(), r.by(), r.on());
        case AskedChange.Repair r ->
            new WaitingChange("REPAIR", null, null, r.reason(), r.by(), r.on());
      };
    }
  }

  @GET
  @Versioned
  @Refuses(409)
  @Path("/results/{resultId}/change")
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(
      summary =
          "What waits for another person: a correction, a withdrawal, the rejection of an objection, a repair")
  public Uni<RestResponse<WaitingChange>> waiting(
      @PathParam("resultId") @Size(max = 160) String id) {
    return changes
        .waiting(id)
        .map(loaded -> Answers.versioned(WaitingChange.of(loaded.state()), loaded.version()));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/results/{resultId}/correction")
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(summary = "Ask for the correction of one item; another person decides")
  public Uni<RestResponse<NoticeResource.Pending>> correct(
      @PathParam("resultId") @Size(max = 160) String id,
      @NotNull @Valid CorrectionRequest request) {
    return changes
        .correct(
            id,
            request.itemCode(),
            request.codes(),
            request.reason(),
            asker(),
            requests.context(request))
        .map(ResultChangeResource::answer);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/results/{resultId}/withdrawal")
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(summary = "Ask that a publication hold no more; another person decides")
  public Uni<RestResponse<NoticeResource.Pending>> withdraw(
      @PathParam("resultId") @Size(max = 160) String id,
      @NotNull @Valid WithdrawalRequest request) {
    return changes
        .withdraw(id, request.reason(), asker(), requests.context(request))
        .map(ResultChangeResource::answer);
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/results/{resultId}/change")
  @Path("/results/{resultId}/change/approval")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Agree to what another person asked for; who inspected cannot")
  public Uni<RestResponse<NoticeResource.Pending>> approve(
      @PathParam("resultId") @Size(max = 160) String id) {
    return changes
        .approve(id, requests.actor(), today(), requests.context("approve-change"))
        .map(ResultChangeResource::answer);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/results/{resultId}/change/decline")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Do not agree to what another person asked for; the publication stays")
  public Uni<RestResponse<NoticeResource.Pending>> decline(
      @PathParam("resultId") @Size(max = 160) String id, @NotNull @Valid ChangeRefusal refusal) {
    return changes
        .decline(id, refusal.reason(), requests.actor(), today(), requests.context(refusal))
        .map(ResultChangeResource::answer);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/results/{resultId}/change/withdrawal")
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(summary = "Whoever asked takes it back, with a reason; the publication stays")
  public Uni<RestResponse<NoticeResource.Pending>> takeBack(
      @PathParam("resultId") @Size(max = 160) String id, @NotNull @Valid ChangeEnd end) {
    return changes
        .takeBack(id, end.reason(), requests.actor(), today(), requests.context(end))
        .map(ResultChangeResource::answer);
  }

  private ResultChanges.Asker asker() {
    return new ResultChanges.Asker(requests.actor(), requests.unit(), today());
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }

  private static RestResponse<NoticeResource.Pending> answer(
      Handled<ResultEvent, Publication> handled) {
    return Answers.ok(handled, NoticeResource::pending);
  }
}
