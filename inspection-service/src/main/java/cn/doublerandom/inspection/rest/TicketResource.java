package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.Hearings;
import cn.doublerandom.inspection.application.Tickets;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.FrozenSignal;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
import cn.doublerandom.inspection.ticket.TicketSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 督导单: what a supervisor asks a unit about a signal, to its closure (ADR 77). */
@Path("/api/v1/supervision/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supervision", description = "督导")
public class TicketResource {
  private static final int FIRST_YEAR = 2015;
  private static final int LAST_YEAR = 9999;

  @Inject Tickets tickets;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /**
   * What a supervisor asks about a signal.
   *
   * @param year of the signal
   * @param unit whose visits show it
   * @param answerBy last day on which the unit is waited for
   */
  public record TicketQuestion(
      @NotNull @Min(FIRST_YEAR) @Max(LAST_YEAR) @Schema(examples = "2023") Integer year,
      @NotNull @Schema(examples = "LATE_ENTRY") Signal.Kind kind,
      @NotBlank @Size(max = 64) @Schema(examples = "道路运输股") String unit,
      @NotBlank @Size(max = 1000) @Schema(examples = "请说明这些检查为何迟录") String question,
      @NotNull @Schema(examples = "2023-06-30") LocalDate answerBy) {}

  /** What the unit says. */
  public record TicketReply(
      @NotBlank @Size(max = 2000) @Schema(examples = "当周系统停机，恢复后当日补录") String answer) {}

  /** What another supervisor concludes, and why. */
  public record TicketClosing(
      @NotNull @Schema(examples = "EXPLAINED") Conclusion conclusion,
      @NotBlank @Size(max = 1000) @Schema(examples = "停机记录属实") String reason) {}

  /**
   * A ticket of supervision.
   *
   * @param signal its numbers as they stood when it was opened
   * @param answer what the unit said; absent until it did
   * @param conclusion absent until it is closed, as are reason and closedBy
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SupervisionTicket(
      String id,
      TicketSummary.State state,
      FrozenSignal signal,
      String question,
      LocalDate answerBy,
      String openedBy,
      @Nullable String answer,
      @Nullable String answeredBy,
      @Nullable Conclusion conclusion,
      @Nullable String reason,
      @Nullable String closedBy) {
    static SupervisionTicket of(String id, Hearing<TicketOpened, Conclusion> ticket) {
      TicketOpened asked = ticket.opened().orElseThrow();
      Optional<Hearing.Answer> answer = ticket.heard().stream().findFirst();
      Optional<Hearing.Over<TicketOpened, Conclusion>> closed = ticket.ended();
      return new SupervisionTicket(
          id,
          TicketSummary.of(id, ticket).state(),
          asked.signal(),
          asked.question(),
          asked.answerBy(),
          asked.by(),
          answer.map(Hearing.Answer::text).orElse(null),
          answer.map(Hearing.Answer::by).orElse(null),
          closed.map(Hearing.Over::conclusion).orElse(null),
          closed.map(Hearing.Over::why).orElse(null),
          closed.map(Hearing.Over::by).orElse(null));
    }
  }

  private Hearings.Reader reader() {
    return new Hearings.Reader(requests.unit(), identity.hasRole(Roles.SUPERVISOR));
  }

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.UNIT_LEAD})
  @Operation(summary = "The tickets by id: all to supervisors, to who leads a unit its own")
  public Uni<Page<TicketSummary>> list(@BeanParam @Valid Paging paging) {
    return tickets
        .page(reader(), paging.afterKey(), paging.limit() + 1)
        .map(rows -> Page.of(rows, paging.limit(), TicketSummary::id));
  }

  @POST
  @Versioned
  @Conditional
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary =
          "Ask a unit about a signal; its numbers are frozen as they are counted now. One of a kind,"
              + " unit and year is open at a time, and nobody asks his own unit")
  public Uni<RestResponse<SupervisionTicket>> open(@NotNull @Valid TicketQuestion asked) {
    return tickets
        .open(
            asked.year(),
            asked.kind(),
            asked.unit(),
            asked.question(),
            asked.answerBy(),
            requests.unit(),
            requests.context(asked))
        .map(handled ->
            Answers.ok(
                handled,
                state ->
                    SupervisionTicket.of(
                        Tickets.id(asked.year(), asked.kind(), asked.unit()), state)));
  }

  @GET
  @Path("/{id}")
  @Versioned
  @RolesAllowed({Roles.SUPERVISOR, Roles.UNIT_LEAD})
  @Operation(summary = "A ticket with its frozen numbers, the answer and the conclusion")
  public Uni<RestResponse<SupervisionTicket>> one(@PathParam("id") @Size(max = 64) String id) {
    return tickets
        .known(id, reader())
        .map(loaded ->
            Answers.versioned(SupervisionTicket.of(id, loaded.state()), loaded.version()));
  }

  @POST
  @Path("/{id}/answer")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.UNIT_LEAD)
  @Operation(summary = "Who leads the unit answers for it, once")
  public Uni<RestResponse<SupervisionTicket>> answer(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid TicketReply reply) {
    return tickets
        .answer(id, reply.answer(), reader(), requests.context(reply))
        .map(handled -> Answers.ok(handled, state -> SupervisionTicket.of(id, state)));
  }

  @POST
  @Path("/{id}/closing")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary =
          "Another supervisor than who opened it, and not of the unit, concludes; when the unit was"
              + " heard or its day is over")
  public Uni<RestResponse<SupervisionTicket>> close(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid TicketClosing closing) {
    return tickets
        .conclude(
            id, closing.conclusion(), closing.reason(), requests.unit(), requests.context(closing))
        .map(handled -> Answers.ok(handled, state -> SupervisionTicket.of(id, state)));
  }
}
