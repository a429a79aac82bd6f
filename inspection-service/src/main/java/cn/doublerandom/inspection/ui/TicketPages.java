package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.application.Hearings;
import cn.doublerandom.inspection.application.Tickets;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.rest.TicketResource.TicketClosing;
import cn.doublerandom.inspection.rest.TicketResource.TicketReply;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.TicketEvent;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
import cn.doublerandom.inspection.ticket.TicketSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 督导单 at the desk. */
@Path("/ui/supervision/tickets")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class TicketPages
    extends HearingPages<TicketOpened, Conclusion, TicketEvent, TicketSummary> {
  @Inject
  @Location("inspection/tickets.html")
  Template listPage;

  @Inject
  @Location("inspection/ticket.html")
  Template page;

  @Inject Tickets tickets;

  /** One line of the list. */
  @TemplateData
  public record Line(
      String id,
      String unit,
      Signal.Kind kind,
      int year,
      LocalDate answerBy,
      TicketSummary.State state,
      String look,
      @Nullable Conclusion conclusion) {
    static Line of(TicketSummary one) {
      return new Line(
          one.id(),
          one.unit(),
          one.kind(),
          one.year(),
          one.answerBy(),
          one.state(),
          one.state() == TicketSummary.State.CLOSED ? "quiet" : "warn",
          one.conclusion());
    }
  }

  @Override
  Hearings<TicketOpened, Conclusion, TicketEvent, TicketSummary> hearings() {
    return tickets;
  }

  @Override
  String place(String id) {
    return InspectionPlaces.ticket(id);
  }

  @Override
  Told<TicketOpened, Conclusion> told(TicketOpened opened, Hearing.Stage stage) {
    TicketWords words = desk.words(TicketWords.class);
    return new Told<>(
        words.title(
            opened.signal().unit(),
            desk.words(SupervisionWords.class).kindOf(opened.signal().kind()),
            opened.signal().year()),
        words.stateOf(TicketSummary.State.of(stage)),
        words.said(),
        words.toAnswer(),
        words.toClose(),
        "closing",
        "conclusion",
        List.of(Conclusion.values()),
        words::conclusionOf,
        of -> words.openedFact(of.answerBy(), of.question()));
  }

  @Override
  TemplateInstance page(TicketOpened opened) {
    return page.data("signal", opened.signal());
  }

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    return desk.show(rows(desk.query(), Line::of).map(rows -> listPage.data("rows", rows)));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.SUPERVISOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 64) String id) {
    return shown(id);
  }

  @POST
  @Path("/{id}/answer")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.UNIT_LEAD)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> answer(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return answer(id, body, TicketReply.class, TicketReply::answer);
  }

  @POST
  @Path("/{id}/closing")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> close(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return conclude(
        id, body, TicketClosing.class, TicketClosing::conclusion, TicketClosing::reason);
  }
}
