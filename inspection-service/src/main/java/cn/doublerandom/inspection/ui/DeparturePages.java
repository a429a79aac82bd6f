package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.Departures;
import cn.doublerandom.inspection.application.VisitParticulars;
import cn.doublerandom.inspection.departure.Departure;
import cn.doublerandom.inspection.departure.DepartureEvent;
import cn.doublerandom.inspection.departure.DepartureSummary;
import cn.doublerandom.inspection.rest.DepartureResource.Leaving;
import cn.doublerandom.inspection.rest.DepartureResource.LeavingDecline;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.Roles;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 人员调离移交 at the desk, as {@code …/api/v1/departures} does it. */
@Path("/ui/departures")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DeparturePages {
  private static final int LIMIT = 50;

  @Inject
  @Location("inspection/departures.html")
  Template listPage;

  @Inject
  @Location("inspection/departure.html")
  Template page;

  @Inject Desk desk;
  @Inject Departures departures;
  @Inject VisitParticulars particulars;
  @Inject VisitReader reader;

  @GET
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    return desk.show(
        departures
            .page(reader.officer(), Page.keyAfter(query.after()), LIMIT + 1)
            .map(found -> {
              Page<DepartureSummary> rows = Page.of(found, LIMIT, DepartureSummary::id);
              return listPage
                  .data("query", query.form())
                  .data("inspector", query.text("inspector"))
                  .data(
                      "rows",
                      new Rows<>(
                          rows.items(), query.from(), (long) rows.items().size(), rows.next()));
            }));
  }

  @GET
  @Path("/{inspector}")
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("inspector") @Size(max = 64) String inspector) {
    return desk.show(of(inspector, "", desk.forms().blank()));
  }

  private Uni<TemplateInstance> of(String inspector, String step, FilledForm form) {
    return departures
        .of(inspector, reader.officer())
        .flatMap(work ->
            particulars
                .namesOf(
                    Stream.concat(
                            work.visits().stream().map(one -> one.visit().subjectId()),
                            work.rechecks().stream().map(one -> one.subjectId()))
                        .toList())
                .map(names ->
                    page.data("shown", new ShownDeparture(work, reader.officer().account()))
                        .data("names", names)
                        .data(
                            "forms",
                            new StepForms(
                                desk.forms(), step, form, work.version(), work.version()))));
  }

  @POST
  @Path("/{inspector}")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask(
      @PathParam("inspector") @Size(max = 64) String inspector, byte[] body) {
    return act(
        inspector,
        "leaving",
        body,
        form -> {
          Leaving asked = form.as(Leaving.class);
          return departures.ask(
              inspector,
              asked.leavesOn(),
              asked.reason(),
              asked.colleague(),
              reader.officer(),
              () -> form.context(asked));
        });
  }

  @POST
  @Path("/{inspector}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> agree(
      @PathParam("inspector") @Size(max = 64) String inspector, byte[] body) {
    return act(
        inspector,
        "approval",
        body,
        form ->
            departures.agree(inspector, reader.officer(), () -> form.approval("agree-departure")));
  }

  @POST
  @Path("/{inspector}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("inspector") @Size(max = 64) String inspector, byte[] body) {
    return act(
        inspector,
        "decline",
        body,
        form -> {
          LeavingDecline why = form.as(LeavingDecline.class);
          return departures.decline(inspector, why.reason(), reader.officer(), form.context(why));
        });
  }

  @POST
  @Path("/{inspector}/handovers")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> again(
      @PathParam("inspector") @Size(max = 64) String inspector, byte[] body) {
    return act(
        inspector,
        "handovers",
        body,
        form ->
            departures.again(inspector, reader.officer(), () -> form.context("repeat-handovers")));
  }

  private Uni<RestResponse<String>> act(
      String inspector,
      String step,
      byte[] body,
      Function<Form, Uni<Handled<DepartureEvent, Departure>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(
                InspectionPlaces.departure(inspector),
                VisitStreams.DEPARTURE.of(Departures.id(inspector)),
                done.version()),
        form -> of(inspector, step, form));
  }
}
