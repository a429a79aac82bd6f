package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.MotionSignals;
import cn.doublerandom.inspection.application.VisitRatings;
import cn.doublerandom.inspection.signals.ProblemRates;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 督导: what the visits of a year show. */
@Path("/api/v1/supervision")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supervision", description = "督导")
public class SignalResource {
  private static final int FIRST_YEAR = 2015;
  private static final int LAST_YEAR = 9999;

  @Inject MotionSignals signals;
  @Inject VisitRatings ratings;
  @Inject Requests requests;

  @GET
  @Path("/signals/{year}")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary = "Signals of going through the motions, by unit, each with its numbers",
      description =
          "For the supervisor alone, and never a verdict. `measured` and `limit` are what the kind measures:"
              + " seconds (FASTER_THAN_READING), thousandths (ALIKE_TEXTS), chance in a million (ALL_CLEAN),"
              + " visits (BULK_HOUR, EVIDENCE_TWICE), km/h (IMPOSSIBLE_TRAVEL), days (LATE_ENTRY), answers"
              + " (EDITS_AFTER_RETURN). Where no rule pack in"
              + " force sets the limits, `isLimited` is false, the visits are counted and no signal is said.")
  public Uni<MotionSignals.OfYear> of(
      @PathParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
    return signals.signals(year, BusinessClock.day(requests.now()));
  }

  @GET
  @Path("/ratings/{year}")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary = "What firms said of their visits, by unit, task and quarter",
      description =
          "For the supervisor alone. Of a quarter in which no visit can be rated any more, with `fewest` ratings"
              + " at least; fewer are shown nowhere, not in a sum either, and what is shown never changes.")
  public Uni<VisitRatings.OfYear> ratings(
      @PathParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
    return ratings.of(year, BusinessClock.day(requests.now()));
  }

  @GET
  @Path("/problem-rates/{year}")
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(
      summary =
          "发现问题率 by task, item, class and unit: visits with a finding of those that are final")
  public Uni<ProblemRates> rates(@PathParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
    return signals.rates(year);
  }
}
