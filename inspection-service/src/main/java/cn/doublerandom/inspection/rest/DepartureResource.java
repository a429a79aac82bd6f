package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.Departures;
import cn.doublerandom.inspection.departure.Departure;
import cn.doublerandom.inspection.departure.DepartureEvent;
import cn.doublerandom.inspection.departure.DepartureSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 人员调离移交: all an officer has open is handed over, by two people. */
@Path("/api/v1/departures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "departures", description = "人员调离移交")
public class DepartureResource {
  @Inject Departures departures;
  @Inject Requests requests;
  @Inject Officers officers;

  /**
   * @param leavesOn the last day on which he is there
   * @param colleague who takes over what is not drawn; left out where there is nothing of that kind
   */
  public record Leaving(
      @NotNull @Schema(examples = "2023-06-30") LocalDate leavesOn,
      @NotBlank @Size(max = 500) @Schema(examples = "调到公路养护中心") String reason,
      @Nullable @Size(min = 1, max = 64) @Schema(examples = "JC005") String colleague) {}

  /** Why it is not agreed to. */
  public record LeavingDecline(
      @NotBlank @Size(max = 500) @Schema(examples = "调令尚未下达") String reason) {}

  @GET
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(summary = "Officers whose work is handed over: all, to who leads a unit its own")
  public Uni<Page<DepartureSummary>> list(@BeanParam @Valid Paging paging) {
    return departures
        .page(officers.officer(), paging.afterKey(), paging.limit() + 1)
        .map(rows -> Page.of(rows, paging.limit(), DepartureSummary::id));
  }

  @GET
  @Versioned
  @Path("/{inspector}")
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(
      summary = "What an officer has open, and what has become of each where it is handed over")
  public Uni<RestResponse<Departures.OpenWork>> one(
      @PathParam("inspector") @Size(max = 64) String inspector) {
    return departures
        .of(inspector, officers.officer())
        .map(work -> Answers.versioned(work, work.version()));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{inspector}")
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(
      summary =
          "Ask that all an officer has open is handed over: the lead of his unit, or the coordinator")
  public Uni<RestResponse<DepartureSummary>> ask(
      @PathParam("inspector") @Size(max = 64) String inspector, @NotNull @Valid Leaving body) {
    return departures
        .ask(
            inspector,
            body.leavesOn(),
            body.reason(),
            body.colleague(),
            officers.officer(),
            requests.contexts(body))
        .map(done -> shown(inspector, done));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/departures/{inspector}")
  @Path("/{inspector}/approval")
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(
      summary = "Another person agrees, and every visit that has not begun asks the draw",
      description =
          "Who comes in on a visit the draw says, when somebody agreed there. A re-check goes to the"
              + " colleague that was named. A visit that has begun is brought to its end by its team.")
  public Uni<RestResponse<DepartureSummary>> agree(
      @PathParam("inspector") @Size(max = 64) String inspector) {
    return departures
        .agree(inspector, officers.officer(), requests.contexts("agree-departure"))
        .map(done -> shown(inspector, done));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{inspector}/decline")
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(summary = "… or does not agree; whoever asked takes it back")
  public Uni<RestResponse<DepartureSummary>> decline(
      @PathParam("inspector") @Size(max = 64) String inspector,
      @NotNull @Valid LeavingDecline body) {
    return departures
        .decline(inspector, body.reason(), officers.officer(), requests.context(body))
        .map(done -> shown(inspector, done));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{inspector}/handovers")
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(summary = "The visits the draw refused, or nobody asked, ask again")
  public Uni<RestResponse<DepartureSummary>> again(
      @PathParam("inspector") @Size(max = 64) String inspector) {
    return departures
        .again(inspector, officers.officer(), requests.contexts("repeat-handovers"))
        .map(done -> shown(inspector, done));
  }

  private static RestResponse<DepartureSummary> shown(
      String inspector, Handled<DepartureEvent, Departure> handled) {
    return Answers.ok(
        handled, state -> DepartureSummary.of(Departures.id(inspector), state).orElseThrow());
  }
}
