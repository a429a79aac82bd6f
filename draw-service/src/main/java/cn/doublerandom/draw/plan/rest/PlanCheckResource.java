package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanWarning;
import cn.doublerandom.draw.plan.application.PlanTrials;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.draw.reading.QuotaReader;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an approver wants to know of a plan: numbers, what they would be, and its last days. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans", description = "年度抽查工作计划")
public class PlanCheckResource {
  @Inject Plans plans;
  @Inject PlanTrials trials;
  @Inject Requests requests;

  /**
   * Changes nothing: sizes, coverage and workload as they would be.
   *
   * @param quotas other quotas by task, read like cells
   * @param floor another least part of all enterprises
   * @param rulePacks ids of other rule packs to go by
   */
  public record Simulation(
      @Nullable Map<String, @Size(max = QuotaReader.MAX_CHARACTERS) String> quotas,
      @Nullable @Pattern(regexp = "[0-9]{1,6}/[1-9][0-9]{0,6}", message = "{words.share}")
          String floor,
      @Nullable @Size(min = 1, max = 20) @Schema(examples = "[\"national-2019\",\"hebei-2023\"]")
          List<@NotBlank @Size(max = 64) String> rulePacks) {
    PlanTrials.Trial trial() {
      return new PlanTrials.Trial(
          quotas == null ? Map.of() : quotas,
          Optional.ofNullable(floor),
          Optional.ofNullable(rulePacks));
    }
  }

  @GET
  @Path("/{planKey}/checks")
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.SUPERVISOR,
    Roles.AUDITOR
  })
  @Operation(summary = "Coverage, sizes, tiers, months and staffing of a plan as it stands")
  public Uni<PlanChecks.Report> checks(@PathParam("planKey") @Size(max = 64) String planKey) {
    return simulate(planKey, new Simulation(null, null, null));
  }

  @POST
  @Path("/{planKey}/simulations")
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.SUPERVISOR,
    Roles.AUDITOR
  })
  @Operation(summary = "The same with other quotas or another floor; nothing is stored")
  public Uni<PlanChecks.Report> simulate(
      @PathParam("planKey") @Size(max = 64) String planKey, @NotNull @Valid Simulation body) {
    return trials.report(planKey, body.trial(), today());
  }

  @GET
  @Path("/{planKey}/deadlines")
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.SUPERVISOR,
    Roles.AUDITOR
  })
  @Operation(summary = "The three steps due by 31 January, of a plan not begun too")
  public Uni<List<PlanDeadline>> deadlines(
      @PathParam("planKey")
          @Pattern(regexp = BureauKey.PATTERN + "-[0-9]{4}", message = "{words.plan-key}")
          String planKey) {
    return plans.deadlines(planKey, today());
  }

  @GET
  @Path("/{planKey}/item-warnings")
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.SUPERVISOR,
    Roles.AUDITOR
  })
  @Operation(summary = "Items of the plan that were given back or left the catalogue since")
  public Uni<List<PlanWarning>> itemWarnings(@PathParam("planKey") @Size(max = 64) String planKey) {
    return plans.itemWarnings(planKey);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
