package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.application.PlanSteps;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** 综合查一次: which tasks are drawn and visited together. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans", description = "年度抽查工作计划")
public class CombinationResource {
  private static final String TWO =
      "Before the plan is approved one person decides. Afterwards the first only asks (`askedTogether`"
          + " of the task), and it holds once another person asks for the same.";

  @Inject PlanSteps steps;
  @Inject Requests requests;

  /**
   * @param tasks two to four; the first is the one whose draw it becomes
   */
  public record Combining(
      @NotNull
          @Size(min = 2, max = PlanContent.MOST_COMBINED)
          @Schema(examples = "[\"2023001-001\",\"2023003-002\"]")
          List<@NotBlank @Size(max = 64) String> tasks,
      @NotBlank @Size(max = 500) @Schema(examples = "两项任务检查同一批企业，综合查一次") String reason) {}

  public record Separation(
      @NotBlank @Size(max = 500) @Schema(examples = "检查时间另行安排") String reason) {}

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{planKey}/combinations")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(
      summary = "Draw and visit several tasks together; none of them may be drawn yet",
      description = TWO)
  public Uni<RestResponse<PlanViews.PlanState>> combine(
      @PathParam("planKey") @Size(max = 64) String planKey, @NotNull @Valid Combining body) {
    return PlanAnswers.taken(
        planKey, steps.combine(planKey, body.tasks(), body.reason(), () -> requests.context(body)));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{planKey}/combinations/{lead}/separation")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(
      summary = "Draw the tasks apart after all, as long as nothing is drawn",
      description = TWO)
  public Uni<RestResponse<PlanViews.PlanState>> separate(
      @PathParam("planKey") @Size(max = 64) String planKey,
      @PathParam("lead") @Size(max = 64) String lead,
      @NotNull @Valid Separation body) {
    return PlanAnswers.taken(
        planKey, steps.separate(planKey, lead, body.reason(), () -> requests.context(body)));
  }
}
