package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.RevisitRecords;
import cn.doublerandom.inspection.application.RevisitRecords.OwnRevisit;
import cn.doublerandom.inspection.application.RevisitRecords.ToRevisit;
import cn.doublerandom.inspection.revisit.Revisit;
import cn.doublerandom.inspection.revisit.RevisitEvent;
import cn.doublerandom.inspection.revisit.RevisitFinding;
import cn.doublerandom.inspection.revisit.RevisitSummary;
import cn.doublerandom.inspection.revisit.SampleSummary;
import cn.doublerandom.inspection.revisit.TaskRevisits;
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
import jakarta.validation.constraints.NotEmpty;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 回头看 for the two who go: blind to what the first team found until both have said theirs. */
@Path("/api/v1/own-revisits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "own-revisits", description = "本人的回头看")
public class RevisitRecordResource {
  @Inject RevisitRecords revisits;
  @Inject Requests requests;

  /**
   * What was found for an item.
   *
   * @param codes result codes, at least one
   * @param note in words; needed where something was found
   */
  public record FoundAgain(
      @NotEmpty(message = "{words.codes}") @Size(max = 18) @Schema(examples = "[\"1\"]")
          List<@Size(max = 2) String> codes,
      @Nullable @Size(max = 2000) @Schema(examples = "") String note) {
    /** What is meant for an item. */
    public RevisitFinding of(String item) {
      return new RevisitFinding(item, codes, note == null ? "" : note);
    }
  }

  @GET
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(summary = "The visits one sees again oneself, those that are not over first")
  public Uni<List<OwnRevisit>> own() {
    return revisits.own(requests.actor());
  }

  @GET
  @Versioned
  @Path("/{task}/{visitId}")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "What is to be seen again, and what is recorded so far",
      description =
          "What the first team found stands in `confirmed.first`, which is absent until the revisit is confirmed.")
  public Uni<RestResponse<ToRevisit>> one(
      @PathParam("task") @Pattern(regexp = RevisitResource.TASK, message = "{words.task}")
          String task,
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return revisits
        .toRevisit(task, visitId, requests.actor())
        .map(found -> Answers.versioned(found, found.version()));
  }

  @PUT
  @Versioned
  @Conditional
  @Path("/{task}/{visitId}/items/{item}")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "Record what is found for an item; one of the two records all of them",
      description = "409 `revisit-other-records` for the other one, who confirms.")
  public Uni<RestResponse<Revisit>> record(
      @PathParam("task") @Pattern(regexp = RevisitResource.TASK, message = "{words.task}")
          String task,
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("item") @Size(max = 64) String item,
      @NotNull @Valid FoundAgain body) {
    return revisits
        .record(task, visitId, body.of(item), requests.context(body))
        .map(handled -> shown(visitId, handled));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/own-revisits/{task}/{visitId}")
  @Path("/{task}/{visitId}/confirmation")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "The other one confirms; the first result is laid beside the second",
      description = "403 `revisit-alone` for who recorded; 409 `revisit-items-missing`.")
  public Uni<RestResponse<Revisit>> confirm(
      @PathParam("task") @Pattern(regexp = RevisitResource.TASK, message = "{words.task}")
          String task,
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return revisits
        .confirm(task, visitId, requests.context("confirm-revisit"))
        .map(handled -> shown(visitId, handled));
  }

  private static RestResponse<Revisit> shown(
      String visitId, Handled<RevisitEvent, TaskRevisits> handled) {
    return Answers.ok(
        handled,
        known ->
            RevisitSummary.of("", known)
                .last()
                .map(SampleSummary::revisits)
                .orElse(List.of())
                .stream()
                .filter(one -> one.visitId().equals(visitId))
                .findFirst()
                .orElseThrow());
  }
}
