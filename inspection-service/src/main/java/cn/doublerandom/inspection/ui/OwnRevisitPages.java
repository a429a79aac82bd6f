package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.RevisitRecords;
import cn.doublerandom.inspection.rest.RevisitRecordResource.FoundAgain;
import cn.doublerandom.inspection.revisit.RevisitEvent;
import cn.doublerandom.inspection.revisit.TaskRevisits;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** One's own 回头看: recorded item by item, blind to the first result, confirmed by the other. */
@Path("/ui/own-revisits/{task}/{visit}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class OwnRevisitPages {
  @Inject
  @Location("inspection/own-revisit.html")
  Template onePage;

  @Inject Desk desk;
  @Inject RevisitRecords records;
  @Inject VisitReader reader;

  @GET
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(
      @PathParam("task") @Size(max = 64) String task,
      @PathParam("visit") @Size(max = 160) String visit) {
    return desk.show(page(task, visit, "", desk.forms().blank()));
  }

  private Uni<TemplateInstance> page(String task, String visit, String step, FilledForm form) {
    VisitWords words = desk.words(VisitWords.class);
    List<Choice> codes = ResultChoices.of(words, reader.resultsUnder());
    Map<String, String> said =
        codes.stream().collect(Collectors.toMap(Choice::value, Choice::label));
    return records
        .toRevisit(task, visit, reader.officer().account())
        .map(known ->
            onePage
                .data(
                    "shown",
                    new ShownRevisit(
                        known, reader.officer().account(), said, step, form, desk.forms().blank()))
                .data("codes", codes));
  }

  @POST
  @Path("/items/{item}")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> record(
      @PathParam("task") @Size(max = 64) String task,
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("item") @Size(max = 64) String item,
      byte[] body) {
    return act(
        task,
        visit,
        item,
        body,
        form -> {
          FoundAgain found = form.as(FoundAgain.class);
          return records.record(task, visit, found.of(item), form.context(found));
        });
  }

  @POST
  @Path("/confirmation")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> confirm(
      @PathParam("task") @Size(max = 64) String task,
      @PathParam("visit") @Size(max = 160) String visit,
      byte[] body) {
    return act(
        task,
        visit,
        "confirmation",
        body,
        form -> records.confirm(task, visit, form.approval("confirm-revisit")));
  }

  private Uni<RestResponse<String>> act(
      String task,
      String visit,
      String step,
      byte[] body,
      Function<Form, Uni<Handled<RevisitEvent, TaskRevisits>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(
                InspectionPlaces.ownRevisit(task, visit),
                VisitStreams.REVISITS.of(task),
                done.version()),
        form -> page(task, visit, step, form));
  }
}
