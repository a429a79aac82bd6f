package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.application.Programmes;
import cn.doublerandom.draw.plan.rest.PlanStepResource.Reason;
import cn.doublerandom.draw.plan.rest.ProgrammeResource;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeEvent;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Step;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 每期抽查实施方案: written, agreed to by another, published; and the rounds of its task. */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ProgrammePages {
  private static final int MOST_BATCHES = 1000;
  private static final String RETURN = "return";
  private static final String TASKS = "/draw/ui/tasks/";

  @Inject
  @Location("draw/programme.html")
  Template page;

  @Inject Desk desk;
  @Inject Programmes programmes;
  @Inject SecurityIdentity identity;

  @GET
  @Path("/tasks/{task}")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("task") @Size(max = 64) String task,
      @QueryParam("batch") @DefaultValue("1") @Min(1) @Max(MOST_BATCHES) int batch) {
    return desk.show(page(task, batch, "", desk.forms().blank()));
  }

  /** As {@code PUT …/programme}. */
  @POST
  @Path("/tasks/{task}/programme")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> draft(
      @PathParam("task") @Size(max = 64) String task,
      @QueryParam("batch") @DefaultValue("1") @Min(1) @Max(MOST_BATCHES) int batch,
      byte[] body) {
    return act(
        task,
        batch,
        "draft",
        body,
        form -> {
          var said = form.as(ProgrammeResource.Body.class);
          return programmes.draft(task, batch, said.content(), () -> form.context(said));
        });
  }

  /** As {@code POST …/programme/return}. */
  @POST
  @Path("/tasks/{task}/programme/return")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> giveBack(
      @PathParam("task") @Size(max = 64) String task,
      @QueryParam("batch") @DefaultValue("1") @Min(1) @Max(MOST_BATCHES) int batch,
      byte[] body) {
    return act(
        task,
        batch,
        RETURN,
        body,
        form -> {
          Reason why = form.as(Reason.class);
          return programmes.giveBack(task, batch, why.reason(), form.context(why));
        });
  }

  /** As {@code POST …/programme/approval}. */
  @POST
  @Path("/tasks/{task}/programme/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("task") @Size(max = 64) String task,
      @QueryParam("batch") @DefaultValue("1") @Min(1) @Max(MOST_BATCHES) int batch,
      byte[] body) {
    return act(
        task,
        batch,
        "approve",
        body,
        form -> programmes.approve(task, batch, form.approval("approve")));
  }

  /** As {@code POST …/programme/publication}. */
  @POST
  @Path("/tasks/{task}/programme/publication")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> publish(
      @PathParam("task") @Size(max = 64) String task,
      @QueryParam("batch") @DefaultValue("1") @Min(1) @Max(MOST_BATCHES) int batch,
      byte[] body) {
    return act(
        task,
        batch,
        "publish",
        body,
        form -> programmes.publish(task, batch, () -> form.context("publish")));
  }

  private Uni<RestResponse<String>> act(
      String task,
      int batch,
      String which,
      byte[] body,
      Function<Form, Uni<Handled<ProgrammeEvent, Programme>>> command) {
    return desk.act(
        body, command, done -> at("", task, batch), form -> page(task, batch, which, form));
  }

  /** Of the first batch nobody need say that it is the first. */
  private static PageAddress at(String below, String task, int batch) {
    PageAddress page = PageAddress.of(TASKS + PageAddress.encoded(task) + below);
    return batch == 1 ? page : page.with("batch", batch);
  }

  private Uni<TemplateInstance> page(String task, int batch, String which, FilledForm form) {
    return programmes.sheet(task, batch).map(sheet -> page(task, sheet, which, form));
  }

  private TemplateInstance page(
      String task, Programmes.Sheet sheet, String which, FilledForm form) {
    Programme programme = sheet.programme();
    boolean coordinator = identity.hasRole(Roles.COORDINATOR);
    boolean approver = identity.hasRole(Roles.APPROVER);
    Map<String, List<String>> said = ProgrammeForm.said(sheet);
    FilledForm draft =
        which.equals("draft")
            ? form.over(Long.toString(sheet.version()), ProgrammeForm.current(said))
            : ProgrammeForm.prefilled(desk.forms().blank(sheet.version()), said);
    return page.data("task", task)
        .data("planned", sheet.task())
        .data("batch", sheet.batch())
        .data("batches", batches(task, sheet.task()))
        .data("programme", programme.content().orElse(null))
        .data("phase", phase(programme))
        .data("look", programme instanceof Programme.Published ? "ok" : "warn")
        .data(
            "shown",
            programme.content().isPresent() && (!coordinator || !isOpen(programme) || approver))
        .data("steps", steps(programme))
        .data("sheet", sheet)
        .data("rounds", sheet.rounds())
        .data("draft", draft)
        .data("items", ProgrammeForm.items(sheet, draft))
        .data("writing", which.equals("draft") || programme instanceof Programme.Absent)
        .data("mayWrite", coordinator && isOpen(programme))
        .data("mayApprove", approver && programme instanceof Programme.Draft)
        .data("mayPublish", (coordinator || approver) && programme instanceof Programme.Approved)
        .data("mayDraw", programme instanceof Programme.Published)
        .data("decision", decision(which, form, sheet.version()))
        .data("returned", programme instanceof Programme.Returned back ? back : null)
        .data(
            "returning",
            which.equals(RETURN)
                ? form.over(Long.toString(sheet.version()), Map.of())
                : desk.forms().blank(sheet.version()))
        .data("returnTo", at("/programme/return", task, sheet.batch()))
        .data("draftTo", at("/programme", task, sheet.batch()))
        .data("approveTo", at("/programme/approval", task, sheet.batch()))
        .data("publishTo", at("/programme/publication", task, sheet.batch()));
  }

  private FilledForm decision(String which, FilledForm form, long version) {
    return which.equals("approve") || which.equals("publish")
        ? form.over(Long.toString(version), Map.of())
        : desk.forms().blank(version);
  }

  /** One nobody was drawn by and whose days are over may be written anew; the rules say so. */
  private static boolean isOpen(Programme programme) {
    return switch (programme) {
      case Programme.Absent() -> true;
      case Programme.Draft draft -> true;
      case Programme.Returned returned -> true;
      case Programme.Approved approved -> false;
      case Programme.Published published -> false;
    };
  }

  private static String phase(Programme programme) {
    return switch (programme) {
      case Programme.Absent() -> "ABSENT";
      case Programme.Draft draft -> "DRAFT";
      case Programme.Returned returned -> "RETURNED";
      case Programme.Approved approved -> "APPROVED";
      case Programme.Published published -> "PUBLISHED";
    };
  }

  private List<Step> steps(Programme programme) {
    ProgrammeWords words = desk.words(ProgrammeWords.class);
    int reached =
        switch (programme) {
          case Programme.Absent() -> 0;
          case Programme.Draft draft -> 1;
          case Programme.Returned returned -> 0;
          case Programme.Approved approved -> 2;
          case Programme.Published published -> 3;
        };
    List<String> names = List.of(words.stepWrite(), words.stepAgree(), words.stepPublish());
    return IntStream.range(0, names.size())
        .mapToObj(i ->
            new Step(
                names.get(i),
                i < reached ? Step.Stage.DONE : i == reached ? Step.Stage.NOW : Step.Stage.LATER,
                "",
                ""))
        .toList();
  }

  private static List<Choice> batches(String task, PlanTask planned) {
    return planned.batches() < 2
        ? List.of()
        : IntStream.rangeClosed(1, planned.batches())
            .mapToObj(n -> new Choice(at("", task, n).toString(), Integer.toString(n)))
            .toList();
  }
}
