package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.Tickets;
import cn.doublerandom.inspection.rest.TicketResource.TicketClosing;
import cn.doublerandom.inspection.rest.TicketResource.TicketReply;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.Ticket;
import cn.doublerandom.inspection.ticket.TicketEvent;
import cn.doublerandom.inspection.ticket.TicketSummary;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 督导单 at the desk: supervisors see all of them, who leads a unit its own. */
@Path("/ui/supervision/tickets")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class TicketPages {
  private static final int LIMIT = 50;

  @Inject
  @Location("inspection/tickets.html")
  Template listPage;

  @Inject
  @Location("inspection/ticket.html")
  Template page;

  @Inject Desk desk;
  @Inject Tickets tickets;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

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
          TicketPages.look(one.state()),
          one.conclusion());
    }
  }

  private static String look(TicketSummary.State state) {
    return switch (state) {
      case ASKED, ANSWERED -> "warn";
      case CLOSED -> "quiet";
    };
  }

  private Tickets.Reader reader() {
    return new Tickets.Reader(requests.unit(), identity.hasRole(Roles.SUPERVISOR));
  }

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    return desk.show(
        tickets
            .page(reader(), Page.keyAfter(query.after()), LIMIT + 1)
            .map(found -> Page.of(found, LIMIT, TicketSummary::id))
            .map(shown ->
                listPage.data(
                    "rows",
                    new Rows<>(
                        shown.items().stream().map(Line::of).toList(),
                        query.from(),
                        -1,
                        shown.next()))));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.SUPERVISOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 64) String id) {
    return desk.show(page(id, "", desk.forms().blank()));
  }

  @POST
  @Path("/{id}/answer")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.UNIT_LEAD)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> answer(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return act(
        id,
        "answer",
        body,
        form -> {
          TicketReply reply = form.as(TicketReply.class);
          return tickets.answer(id, reply.answer(), reader(), form.context(reply));
        });
  }

  @POST
  @Path("/{id}/closing")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> close(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return act(
        id,
        "closing",
        body,
        form -> {
          TicketClosing closing = form.as(TicketClosing.class);
          return tickets.close(
              id, closing.conclusion(), closing.reason(), requests.unit(), form.context(closing));
        });
  }

  private Uni<RestResponse<String>> act(
      String id, String sent, byte[] body, Function<Form, Uni<Handled<TicketEvent, Ticket>>> does) {
    return desk.act(
        body,
        does,
        done -> Desk.seen(InspectionPlaces.ticket(id), VisitStreams.TICKET.of(id), done.version()),
        form -> page(id, sent, form));
  }

  private Uni<TemplateInstance> page(String id, String sent, FilledForm form) {
    return tickets
        .known(id, reader())
        .flatMap(loaded ->
            tickets
                .story(id)
                .map(happened -> page(id, loaded.state(), loaded.version(), happened, sent, form)));
  }

  private TemplateInstance page(
      String id,
      Ticket ticket,
      long version,
      List<Tickets.Happened> happened,
      String sent,
      FilledForm form) {
    Ticket.Asked asked = Ticket.asked(ticket).orElseThrow();
    TicketSummary.State state = TicketSummary.of(id, ticket).state();
    FilledForm blank = desk.forms().blank(version);
    boolean isOpen = state != TicketSummary.State.CLOSED;
    boolean supervises = isOpen && identity.hasRole(Roles.SUPERVISOR);
    boolean isOwn =
        supervises
            && (SecondPerson.isSame(requests.actor(), asked.by())
                || asked.signal().unit().equals(requests.unit()));
    boolean isUnheard =
        state == TicketSummary.State.ASKED
            && !BusinessClock.day(requests.now()).isAfter(asked.answerBy());
    TicketWords words = desk.words(TicketWords.class);
    return page.data("id", id)
        .data(
            "title",
            words.title(
                asked.signal().unit(),
                desk.words(SupervisionWords.class).kindOf(asked.signal().kind()),
                asked.signal().year()))
        .data("state", state)
        .data("look", look(state))
        .data("asked", asked)
        .data("signal", asked.signal())
        .data("answer", said(ticket))
        .data("closed", ticket instanceof Ticket.Closed closed ? closed : null)
        .data("isOwn", isOwn)
        .data("isUnheard", supervises && !isOwn && isUnheard)
        .data(
            "mayAnswer",
            state == TicketSummary.State.ASKED
                && identity.hasRole(Roles.UNIT_LEAD)
                && asked.signal().unit().equals(requests.unit()))
        .data("mayClose", supervises && !isOwn && !isUnheard)
        .data(
            "conclusions",
            Stream.of(Conclusion.values())
                .map(one -> new Choice(one.name(), words.conclusionOf(one)))
                .toList())
        .data("answering", "answer".equals(sent) ? form : blank)
        .data("closing", "closing".equals(sent) ? form : blank)
        .data("entries", happened.stream().map(this::line).toList());
  }

  private static Ticket.@Nullable Answer said(Ticket ticket) {
    return switch (ticket) {
      case Ticket.None() -> null;
      case Ticket.Open open -> open.answer();
      case Ticket.Closed closed -> closed.answer();
    };
  }

  private Happening line(Tickets.Happened happened) {
    TicketWords words = desk.words(TicketWords.class);
    String day = happened.day().toString();
    String recorded = happened.recorded().toString();
    return switch (happened.event()) {
      case TicketEvent.TicketOpened opened ->
          Happening.of(
              words.openedFact(opened.answerBy(), opened.question()),
              opened.by(),
              day,
              recorded,
              "");
      case TicketEvent.TicketAnswered(var answer, var by) ->
          Happening.of(words.answeredFact(answer), by, day, recorded, "");
      case TicketEvent.TicketClosed(var conclusion, var reason, var by) ->
          Happening.of(words.closedFact(words.conclusionOf(conclusion)), by, day, recorded, reason);
    };
  }
}
