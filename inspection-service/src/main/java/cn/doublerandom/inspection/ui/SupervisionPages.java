package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.MotionSignals;
import cn.doublerandom.inspection.application.Tickets;
import cn.doublerandom.inspection.application.VisitRatings;
import cn.doublerandom.inspection.rest.TicketResource.TicketQuestion;
import cn.doublerandom.inspection.signals.ProblemRates;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 督导 at the desk: signals of going through the motions, and 发现问题率. */
@Path("/ui/supervision")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SupervisionPages {
  @Inject
  @Location("inspection/signals.html")
  Template signalsPage;

  @Inject
  @Location("inspection/rates.html")
  Template ratesPage;

  @Inject
  @Location("inspection/ratings.html")
  Template ratingsPage;

  @Inject Desk desk;
  @Inject MotionSignals signals;
  @Inject VisitReader reader;
  @Inject Tickets tickets;
  @Inject VisitRatings ratings;
  @Inject Requests requests;

  /**
   * One table of rates.
   *
   * @param kind TASKS, ITEMS, CLASSES or UNITS
   */
  public record Table(String kind, List<ProblemRates.Rate> rates) {}

  @GET
  @Path("/signals")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> signals() {
    Query query = desk.query();
    return desk.show(signals(query, year(query), desk.forms().blank()));
  }

  private Uni<TemplateInstance> signals(Query query, int year, FilledForm form) {
    return signals
        .signals(year, reader.today())
        .map(found ->
            signalsPage
                .data("query", query.form())
                .data("found", found)
                .data(
                    "units",
                    found.signals().stream()
                        .map(Signal::unit)
                        .distinct()
                        .map(unit -> new Choice(unit, unit))
                        .toList())
                .data(
                    "kinds",
                    found.signals().stream()
                        .map(Signal::kind)
                        .distinct()
                        .sorted()
                        .map(kind ->
                            new Choice(
                                kind.name(), desk.words(SupervisionWords.class).kindOf(kind)))
                        .toList())
                .data("form", form));
  }

  /** A ticket about one of the signals. */
  @POST
  @Path("/signals")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ticket(byte[] body) {
    return desk.does(
        body,
        form -> {
          TicketQuestion asked = form.as(TicketQuestion.class);
          String id = Tickets.id(asked.year(), asked.kind(), asked.unit());
          return tickets
              .open(
                  asked.year(),
                  asked.kind(),
                  asked.unit(),
                  asked.question(),
                  asked.answerBy(),
                  requests.unit(),
                  form.context(asked))
              .map(Refusals::require)
              .map(done ->
                  Desk.seen(
                      InspectionPlaces.ticket(id), VisitStreams.TICKET.of(id), done.version()));
        },
        form -> signals(desk.query(), year(form.value("year")), form));
  }

  /** What firms said of their visits. */
  @GET
  @Path("/ratings")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ratings() {
    Query query = desk.query();
    return desk.show(
        ratings
            .of(year(query), reader.today())
            .map(found -> ratingsPage.data("query", query.form()).data("found", found)));
  }

  @GET
  @Path("/problem-rates")
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> rates() {
    Query query = desk.query();
    int year = year(query);
    return desk.show(
        signals
            .rates(year)
            .map(found ->
                ratesPage
                    .data("query", query.form())
                    .data("year", year)
                    .data("all", found.all())
                    .data(
                        "tables",
                        List.of(
                            new Table("UNITS", found.units()),
                            new Table("TASKS", found.tasks()),
                            new Table("ITEMS", found.items()),
                            new Table("CLASSES", found.classes())))));
  }

  /** The year that is asked for; this one where none is. */
  private int year(Query query) {
    return query.year("year", reader.today().getYear());
  }

  private int year(String asked) {
    return asked.matches("20[0-9]{2}") ? Integer.parseInt(asked) : reader.today().getYear();
  }
}
