package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.application.PlanSteps;
import cn.doublerandom.draw.plan.rest.CombinationResource.Combining;
import cn.doublerandom.draw.plan.rest.CombinationResource.Separation;
import cn.doublerandom.draw.plan.rest.PlanStepResource.Reason;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
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

/** 计划检查: what a plan amounts to, what it would with other numbers, and what is better combined. */
@Path("/ui/plans/{plan}/checks")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class CheckPages {
  @Inject Desk desk;
  @Inject CheckPage page;
  @Inject PlanSteps steps;

  /** With {@code quota.TASK} and {@code floor} in the address it tries them; nothing is kept. */
  @GET
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.SUPERVISOR,
    Roles.AUDITOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> checks(@PathParam("plan") @Size(max = 64) String plan) {
    return desk.show(page.of(plan, Acts.fresh(desk.forms())));
  }

  @POST
  @Path("/justifications/{item}")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> justify(
      @PathParam("plan") @Size(max = 64) String plan,
      @PathParam("item") @Size(max = 64) String item,
      byte[] body) {
    return act(
        plan,
        item,
        body,
        form -> {
          Reason why = form.as(Reason.class);
          return steps.justify(plan, item, why.reason(), form.context(why));
        });
  }

  @POST
  @Path("/combinations")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> combine(
      @PathParam("plan") @Size(max = 64) String plan, byte[] body) {
    return act(
        plan,
        "combine",
        body,
        form -> {
          Combining wanted = form.as(Combining.class);
          return steps.combine(plan, wanted.tasks(), wanted.reason(), () -> form.context(wanted));
        });
  }

  @POST
  @Path("/combinations/{lead}/separation")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> separate(
      @PathParam("plan") @Size(max = 64) String plan,
      @PathParam("lead") @Size(max = 64) String lead,
      byte[] body) {
    return act(
        plan,
        lead,
        body,
        form -> {
          Separation wanted = form.as(Separation.class);
          return steps.separate(plan, lead, wanted.reason(), () -> form.context(wanted));
        });
  }

  private Uni<RestResponse<String>> act(
      String plan,
      String sent,
      byte[] body,
      Function<Form, Uni<Handled<PlanEvent, AnnualPlan>>> command) {
    return desk.act(
        body,
        command,
        done -> Desk.seen(PlanPlaces.planChecks(plan), DrawStreams.PLAN.of(plan), done.version()),
        form -> page.of(plan, new Acts(sent, form, desk.forms(), 0)));
  }
}
