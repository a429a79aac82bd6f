package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanColumn;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanReading;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.TaskEdit;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.plan.application.PlanSteps;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.draw.plan.application.QuotaTexts;
import cn.doublerandom.draw.plan.rest.PlanStepResource.QuotaDecision;
import cn.doublerandom.draw.plan.rest.PlanStepResource.Reason;
import cn.doublerandom.draw.plan.rest.PlanStepResource.Scope;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** One task of a plan: who is in scope, how many, and its row of the table. */
@Path("/ui/plans/{plan}/tasks/{task}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class TaskPages {
  @Inject Desk desk;
  @Inject PlanDesk reader;
  @Inject TaskPage page;
  @Inject PlanSteps steps;
  @Inject Plans plans;

  @GET
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.SUPERVISOR,
    Roles.AUDITOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("plan") @Size(max = 64) String plan,
      @PathParam("task") @Size(max = 64) String task) {
    return desk.show(page.of(plan, task, Acts.fresh(desk.forms())));
  }

  @POST
  @Path("/scope")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> scope(
      @PathParam("plan") @Size(max = 64) String plan,
      @PathParam("task") @Size(max = 64) String task,
      byte[] body) {
    return act(
        plan,
        task,
        "scope",
        body,
        form -> {
          Scope scope = form.as(Scope.class);
          var wanted = new TaskScope(scope.subjectKind(), scope.labels(), scope.itemFields());
          return steps.define(plan, task, wanted, form.context(scope));
        });
  }

  @POST
  @Path("/quota")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> quota(
      @PathParam("plan") @Size(max = 64) String plan,
      @PathParam("task") @Size(max = 64) String task,
      byte[] body) {
    return act(
        plan,
        task,
        "quota",
        body,
        form -> {
          QuotaDecision asked = form.as(QuotaDecision.class);
          return steps.decide(
              plan,
              task,
              QuotaTexts.quota(asked.quota(), "quota"),
              asked.reason(),
              form.context(asked));
        });
  }

  /** The row written anew: the table is taken once more, or asked for where it is published. */
  @POST
  @Path("/row")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> row(
      @PathParam("plan") @Size(max = 64) String plan,
      @PathParam("task") @Size(max = 64) String task,
      byte[] body) {
    return act(
        plan,
        task,
        "row",
        body,
        form -> plans.any(plan).flatMap(there -> row(plan, task, there.state(), form)));
  }

  private Uni<Handled<PlanEvent, AnnualPlan>> row(
      String plan, String task, AnnualPlan state, Form form) {
    PlanContent content =
        state.says().orElseThrow(() -> new ProblemException(PlanRejection.PLAN_UNKNOWN));
    PlanTask before =
        content.find(task).orElseThrow(() -> new ProblemException(PlanRejection.TASK_UNKNOWN));
    Map<PlanColumn, String> written = new EnumMap<>(PlanColumn.class);
    TaskEdit.CELLS.forEach(column -> written.put(column, form.value(column.name())));
    PlanTable table = taken(TaskEdit.of(content.table(), before, written));
    CommandContext context = form.context(written.toString());
    return state.isPublished()
        ? plans.propose(plan, table, form.as(Reason.class).reason(), context)
        : plans.take(plan, table, true, context);
  }

  /** What is wrong and asked of the row, each beside its field. */
  private PlanTable taken(TaskEdit.Edited edited) {
    PlanTable table = edited.table();
    if (table != null) {
      return table;
    }
    Terms terms = reader.terms();
    PlanReading reading = edited.reading();
    List<Problem.FieldError> errors = new ArrayList<>();
    reading.faults().forEach(f -> errors.add(error(f.column(), terms.doubt(f.code(), f.text()))));
    reading.questions().stream()
        .filter(PlanReading.Question::blocking)
        .forEach(q -> errors.add(error(q.column(), terms.doubt(q.code(), q.text()))));
    throw new ProblemException(EdgeRejection.FIELD_INVALID, errors, Map.of());
  }

  /** In the reader's words already, which is what "invalid" stands for. */
  private static Problem.FieldError error(String head, String text) {
    String field =
        TaskEdit.CELLS.stream()
            .filter(column -> column.head().equals(head))
            .map(PlanColumn::name)
            .findFirst()
            .orElse("");
    return new Problem.FieldError(field, null, "invalid", text);
  }

  private Uni<RestResponse<String>> act(
      String plan,
      String task,
      String step,
      byte[] body,
      Function<Form, Uni<Handled<PlanEvent, AnnualPlan>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(PlanPlaces.planTask(plan, task), DrawStreams.PLAN.of(plan), done.version()),
        form -> page.of(plan, task, new Acts(step, form, desk.forms(), 0)));
  }
}
