package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.application.PlanOverlaps;
import cn.doublerandom.draw.plan.PlanOverlap;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 综合查一次: which tasks meet at the same firms. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans", description = "年度抽查工作计划")
public class OverlapResource {
  @Inject PlanOverlaps overlaps;
  @Inject Requests requests;

  @GET
  @Path("/{planKey}/overlaps")
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.SUPERVISOR,
    Roles.AUDITOR
  })
  @Operation(
      operationId = "combinationOverlaps",
      summary = "Common subjects and items of the tasks, and which to draw together")
  public Uni<PlanOverlap> overlaps(@PathParam("planKey") @Size(max = 64) String planKey) {
    return overlaps.of(planKey, BusinessClock.day(requests.now()));
  }
}
