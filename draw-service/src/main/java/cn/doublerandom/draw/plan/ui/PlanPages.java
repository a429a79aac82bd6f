package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.application.PlanSteps;
import cn.doublerandom.draw.plan.rest.PlanStepResource.Reason;
import cn.doublerandom.draw.plan.rest.PlanStepResource.Report;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** One plan, and each step of its way, as {@code …/api/v1/plans/{plan}/…} does it. */
@Path("/ui/plans/{plan}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PlanPages {
  @Inject Desk desk;
  @Inject PlanPage page;
  @Inject PlanSteps steps;
  @Inject Importing importing;

  @GET
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.SUPERVISOR,
    Roles.AUDITOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("plan") @Size(max = 64) String plan) {
    return desk.show(page.of(plan, Acts.fresh(desk.forms())));
  }

  @POST
  @Path("/submission")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> submit(
      @PathParam("plan") @Size(max = 64) String plan, byte[] body) {
    return act(plan, "submission", body, form -> steps.submit(plan, () -> form.context("submit")));
  }

  @POST
  @Path("/return")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> giveBack(
      @PathParam("plan") @Size(max = 64) String plan, byte[] body) {
    return act(
        plan,
        "return",
        body,
        form -> {
          Reason why = form.as(Reason.class);
          return steps.giveBack(plan, why.reason(), form.context(why));
        });
  }

  @POST
  @Path("/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("plan") @Size(max = 64) String plan, byte[] body) {
    return act(plan, "approval", body, form -> steps.approve(plan, () -> form.approval("approve")));
  }

  @POST
  @Path("/report")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> report(
      @PathParam("plan") @Size(max = 64) String plan, byte[] body) {
    return act(
        plan,
        "report",
        body,
        form -> {
          Report report = form.as(Report.class);
          return steps.report(plan, report.to(), report.documentNumber(), form.context(report));
        });
  }

  @POST
  @Path("/publication")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> publish(
      @PathParam("plan") @Size(max = 64) String plan, byte[] body) {
    return act(plan, "publication", body, form -> steps.publish(plan, form.context("publish")));
  }

  /** A table in place of the published one: read, asked about, and then proposed. */
  @POST
  @Path("/adjustments")
  @Consumes(Forms.PARTS)
  @RolesAllowed(Roles.COORDINATOR)
  @InTurn
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> file(
      @PathParam("plan") @Size(max = 64) String plan, byte[] body) {
    return importing.file(plan, body);
  }

  @POST
  @Path("/adjustments")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @InTurn
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> adjust(
      @PathParam("plan") @Size(max = 64) String plan, byte[] body) {
    return importing.fields(plan, body);
  }

  @POST
  @Path("/adjustment/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approveAdjustment(
      @PathParam("plan") @Size(max = 64) String plan, byte[] body) {
    return act(
        plan,
        "adjustment/approval",
        body,
        form -> steps.approveAdjustment(plan, () -> form.approval("approve")));
  }

  @POST
  @Path("/adjustment/rejection")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.APPROVER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> rejectAdjustment(
      @PathParam("plan") @Size(max = 64) String plan, byte[] body) {
    return act(
        plan,
        "adjustment/rejection",
        body,
        form -> {
          Reason why = form.as(Reason.class);
          return steps.rejectAdjustment(plan, why.reason(), form.context(why));
        });
  }

  private Uni<RestResponse<String>> act(
      String plan,
      String step,
      byte[] body,
      Function<Form, Uni<Handled<PlanEvent, AnnualPlan>>> command) {
    return desk.act(
        body,
        command,
        done -> Desk.seen(PlanPlaces.plan(plan), DrawStreams.PLAN.of(plan), done.version()),
        form -> page.of(plan, new Acts(step, form, desk.forms(), 0)));
  }
}
