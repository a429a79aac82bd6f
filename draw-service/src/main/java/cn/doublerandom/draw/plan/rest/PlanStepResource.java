package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.bureau.key.DocumentNumber;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.plan.application.PlanSteps;
import cn.doublerandom.draw.plan.application.QuotaTexts;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.QuotaReader;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
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

/** 年度抽查工作计划 on its way: decisions, submission, approval, report, publication. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans", description = "年度抽查工作计划")
public class PlanStepResource {
  private static final String KINDS =
      "ENTERPRISE|INDIVIDUAL_BUSINESS|COOPERATIVE|PROJECT|VEHICLE|VESSEL|STATION|GRID"
          + "|PUBLIC_BODY|PERSON";

  @Inject PlanSteps steps;
  @Inject Requests requests;

  /** Who is in scope of a task and which claimed items are inspected there. */
  public record Scope(
      @NotNull
          @Pattern(regexp = KINDS, message = "{words.subject-kind}")
          @Schema(examples = "ENTERPRISE")
          String subjectKind,
      @NotNull @Size(max = 20) @Schema(examples = "[\"道路运输\"]")
          List<@Size(max = 100) String> labels,
      @NotEmpty @Size(max = 20) @Schema(examples = "[\"道路运输\"]")
          List<@Size(max = 100) String> itemFields) {}

  /**
   * @param quota read like a cell of the plan: 10%, 20户, A类1%、B类5%
   */
  public record QuotaDecision(
      @NotBlank @Size(max = QuotaReader.MAX_CHARACTERS) @Schema(examples = "20户") String quota,
      @NotBlank @Size(max = 500) @Schema(examples = "按执法力量安排") String reason) {}

  public record Reason(@NotBlank @Size(max = 500) @Schema(examples = "本年度专项整治已覆盖") String reason) {}

  /**
   * @param documentNumber 发文字号 of the plan, its year in any of the usual brackets
   */
  public record Report(
      @NotBlank @Size(max = 200) @Schema(examples = "邢台市交通运输局") String to,
      @Nullable @Size(max = DocumentNumber.LONGEST) @Schema(examples = "清交双随机办〔2023〕1号")
          String documentNumber) {}

  @PUT
  @Versioned
  @Conditional
  @Path("/{planKey}/tasks/{task}/scope")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Decide who is in scope of a task; needed before submission")
  public Uni<RestResponse<PlanViews.PlanState>> scope(
      @PathParam("planKey") @Size(max = 64) String planKey,
      @PathParam("task") @Size(max = 64) String task,
      @NotNull @Valid Scope scope) {
    var wanted = new TaskScope(scope.subjectKind(), scope.labels(), scope.itemFields());
    return PlanAnswers.decided(
        planKey, steps.define(planKey, task, wanted, requests.context(scope)));
  }

  @PUT
  @Versioned
  @Conditional
  @Path("/{planKey}/tasks/{task}/quota")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Decide a number where the plan leaves room, within its bounds")
  public Uni<RestResponse<PlanViews.PlanState>> quota(
      @PathParam("planKey") @Size(max = 64) String planKey,
      @PathParam("task") @Size(max = 64) String task,
      @NotNull @Valid QuotaDecision body) {
    Quota quota = QuotaTexts.quota(body.quota(), "quota");
    return PlanAnswers.decided(
        planKey, steps.decide(planKey, task, quota, body.reason(), requests.context(body)));
  }

  @PUT
  @Versioned
  @Conditional
  @Path("/{planKey}/justifications/{item}")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Say why a claimed item has no task this year")
  public Uni<RestResponse<PlanViews.PlanState>> justify(
      @PathParam("planKey") @Size(max = 64) String planKey,
      @PathParam("item") @Size(max = 64) String item,
      @NotNull @Valid Reason body) {
    return PlanAnswers.decided(
        planKey, steps.justify(planKey, item, body.reason(), requests.context(body)));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{planKey}/submission")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Submit the draft for approval")
  public Uni<RestResponse<PlanViews.PlanState>> submit(
      @PathParam("planKey") @Size(max = 64) String planKey) {
    return PlanAnswers.taken(planKey, steps.submit(planKey, () -> requests.context("submit")));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{planKey}/return")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Return a submitted plan with a reason")
  public Uni<RestResponse<PlanViews.PlanState>> back(
      @PathParam("planKey") @Size(max = 64) String planKey, @NotNull @Valid Reason body) {
    return PlanAnswers.taken(
        planKey, steps.giveBack(planKey, body.reason(), requests.context(body)));
  }

  @POST
  @Creates
  @Versioned
  @Approves(read = "/api/v1/plans/{planKey}/draft")
  @Path("/{planKey}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Approve a submitted plan; every claimed item needs a task or a reason")
  public Uni<RestResponse<PlanViews.PlanState>> approve(
      @PathParam("planKey") @Size(max = 64) String planKey) {
    return PlanAnswers.taken(planKey, steps.approve(planKey, () -> requests.context("approve")));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{planKey}/report")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary =
          "Note that the approved plan was reported to the office above (上报), with the number of"
              + " the document; again until it is published where the number came later")
  public Uni<RestResponse<PlanViews.PlanState>> report(
      @PathParam("planKey") @Size(max = 64) String planKey, @NotNull @Valid Report body) {
    return PlanAnswers.taken(
        planKey, steps.report(planKey, body.to(), body.documentNumber(), requests.context(body)));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{planKey}/publication")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(summary = "Publish the plan; from then on its tasks can be drawn in their windows")
  public Uni<RestResponse<PlanViews.PlanState>> publish(
      @PathParam("planKey") @Size(max = 64) String planKey) {
    return PlanAnswers.taken(planKey, steps.publish(planKey, requests.context("publish")));
  }

  @POST
  @Creates
  @Versioned
  @Approves(read = "/api/v1/plans/{planKey}/draft")
  @Path("/{planKey}/adjustment/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Approve the proposed adjustment; it is published in the same moment")
  public Uni<RestResponse<PlanViews.PlanState>> approveAdjustment(
      @PathParam("planKey") @Size(max = 64) String planKey) {
    return PlanAnswers.taken(
        planKey, steps.approveAdjustment(planKey, () -> requests.context("approve")));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{planKey}/adjustment/rejection")
  @RolesAllowed({Roles.APPROVER, Roles.COORDINATOR})
  @Operation(summary = "Turn the proposed adjustment down, or take it back")
  public Uni<RestResponse<PlanViews.PlanState>> rejectAdjustment(
      @PathParam("planKey") @Size(max = 64) String planKey, @NotNull @Valid Reason body) {
    return PlanAnswers.taken(
        planKey, steps.rejectAdjustment(planKey, body.reason(), requests.context(body)));
  }
}
