package cn.doublerandom.inspection.ui;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.RevisitRecords;
import cn.doublerandom.inspection.application.Revisits;
import cn.doublerandom.inspection.application.VisitParticulars;
import cn.doublerandom.inspection.rest.RevisitResource.SampleCommitment;
import cn.doublerandom.inspection.rest.RevisitResource.SamplePromise;
import cn.doublerandom.inspection.rest.RevisitResource.SampleReveal;
import cn.doublerandom.inspection.rest.RevisitResource.SampleSecret;
import cn.doublerandom.inspection.rest.RevisitResource.SampleVoid;
import cn.doublerandom.inspection.revisit.Revisit;
import cn.doublerandom.inspection.revisit.RevisitEvent;
import cn.doublerandom.inspection.revisit.RevisitSummary;
import cn.doublerandom.inspection.revisit.SampleSummary;
import cn.doublerandom.inspection.revisit.TaskRevisits;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 回头看 at the desk: samples and their ceremony, as {@code …/api/v1/revisits} does it. */
@Path("/ui/revisits")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class RevisitPages {
  private static final int LIMIT = 100;

  @Inject
  @Location("inspection/revisits.html")
  Template listPage;

  @Inject
  @Location("inspection/revisit.html")
  Template samplePage;

  @Inject Desk desk;
  @Inject Revisits revisits;
  @Inject RevisitRecords records;
  @Inject VisitParticulars particulars;
  @Inject VisitReader reader;

  /**
   * A sample to be drawn.
   *
   * @param task plan and task
   * @param size how many visits
   */
  public record SampleOfTask(
      @NotNull @Pattern(regexp = "[0-9A-Za-z.-]{1,64}", message = "{words.task}") String task,
      @NotNull @Min(1) @Max(2000) Integer size) {}

  @GET
  @RolesAllowed({
    Roles.SUPERVISOR,
    Roles.AUDITOR,
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.WITNESS,
    Roles.INSPECTOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    return desk.show(list(desk.forms().blank()));
  }

  private Uni<TemplateInstance> list(FilledForm form) {
    boolean samples = reader.readsSamples();
    Query query = desk.query();
    return (samples
            ? revisits.list(Page.keyAfter(query.after()), LIMIT + 1)
            : Uni.createFrom().item(List.<RevisitSummary>of()))
        .map(found -> Page.of(found, LIMIT, RevisitSummary::task))
        .flatMap(tasks ->
            records
                .own(reader.officer().account())
                .flatMap(own ->
                    particulars
                        .namesOf(own.stream().map(RevisitRecords.OwnRevisit::subjectId).toList())
                        .map(names ->
                            listPage
                                .data("rows", shown(tasks, query.from()))
                                .data("own", own)
                                .data("names", names)
                                .data("samples", samples)
                                .data("supervises", reader.supervises())
                                .data("form", form))));
  }

  private Rows<ListedTask> shown(Page<RevisitSummary> tasks, int from) {
    return new Rows<>(
        tasks.items().stream().flatMap(this::listed).toList(), from, -1, tasks.next());
  }

  private Stream<ListedTask> listed(RevisitSummary task) {
    return task.last().stream()
        .map(sample ->
            new ListedTask(task.task(), reader.readsRevisits() ? sample : sample.ofTheDraw()));
  }

  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> freeze(byte[] body) {
    return desk.does(
        body,
        form -> {
          SampleOfTask asked = form.as(SampleOfTask.class);
          return revisits
              .freeze(asked.task(), asked.size(), reader.today(), () -> form.context(asked))
              .map(handled -> seen(asked.task(), handled));
        },
        this::list);
  }

  private static PageAddress seen(String task, Handled<RevisitEvent, TaskRevisits> handled) {
    return Desk.seen(
        InspectionPlaces.revisit(task),
        VisitStreams.REVISITS.of(task),
        Refusals.require(handled).version());
  }

  @GET
  @Path("/{task}")
  @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.COORDINATOR, Roles.APPROVER, Roles.WITNESS})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("task") @Size(max = 64) String task) {
    return desk.show(page(task, "", desk.forms().blank()));
  }

  private Uni<TemplateInstance> page(String task, String step, FilledForm form) {
    boolean whole = reader.readsRevisits();
    return revisits
        .one(task)
        .flatMap(found -> {
          RevisitSummary known = whole ? found.state() : found.state().ofTheDraw();
          SampleSummary sample = known.last().orElseThrow();
          return particulars
              .namesOf(sample.revisits().stream().map(Revisit::subjectId).toList())
              .map(names ->
                  samplePage
                      .data("task", task)
                      .data(
                          "shown",
                          new ShownSample(
                              sample,
                              names,
                              reader.officer().account(),
                              reader.supervises(),
                              reader.witnesses(),
                              whole))
                      .data("former", known.samples().subList(0, known.samples().size() - 1))
                      .data(
                          "forms",
                          new StepForms(
                              desk.forms(), step, form, found.version(), found.version())));
        });
  }

  @GET
  @Path("/{task}/bundle")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR, Roles.COORDINATOR, Roles.APPROVER, Roles.WITNESS})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> bundle(@PathParam("task") @Size(max = 64) String task) {
    return revisits
        .bundle(task)
        .map(bundle ->
            RestResponse.ResponseBuilder.ok(CanonicalJson.text(bundle))
                .header("Content-Disposition", "attachment; filename=\"revisit-" + task + ".json\"")
                .build());
  }

  @POST
  @Path("/{task}/promise")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.WITNESS, Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> promise(
      @PathParam("task") @Size(max = 64) String task, byte[] body) {
    return act(
        task,
        "promise",
        body,
        form -> {
          SamplePromise asked = form.as(SamplePromise.class);
          return revisits.promise(task, asked.commitment(), form.context(asked));
        });
  }

  @POST
  @Path("/{task}/commitment")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> commit(
      @PathParam("task") @Size(max = 64) String task, byte[] body) {
    return act(
        task,
        "commitment",
        body,
        form -> {
          SampleCommitment asked = form.as(SampleCommitment.class);
          return revisits.commit(task, asked.operatorCommitment(), form.context(asked));
        });
  }

  @POST
  @Path("/{task}/reveal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.WITNESS, Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> reveal(
      @PathParam("task") @Size(max = 64) String task, byte[] body) {
    return act(
        task,
        "reveal",
        body,
        form -> {
          SampleReveal asked = form.as(SampleReveal.class);
          return revisits.reveal(task, asked.nonce(), asked.value(), form.context(asked));
        });
  }

  @POST
  @Path("/{task}/execution")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> draw(
      @PathParam("task") @Size(max = 64) String task, byte[] body) {
    return act(
        task,
        "execution",
        body,
        form -> {
          SampleSecret asked = form.as(SampleSecret.class);
          return revisits.draw(task, asked.operatorSecret(), form.context(asked));
        });
  }

  @POST
  @Path("/{task}/void")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> abandon(
      @PathParam("task") @Size(max = 64) String task, byte[] body) {
    return act(
        task,
        "void",
        body,
        form -> {
          SampleVoid asked = form.as(SampleVoid.class);
          return revisits.abandon(task, asked.reason(), form.approval(asked));
        });
  }

  private Uni<RestResponse<String>> act(
      String task,
      String step,
      byte[] body,
      Function<Form, Uni<Handled<RevisitEvent, TaskRevisits>>> command) {
    return desk.does(
        body,
        form -> command.apply(form).map(handled -> seen(task, handled)),
        form -> page(task, step, form));
  }
}
