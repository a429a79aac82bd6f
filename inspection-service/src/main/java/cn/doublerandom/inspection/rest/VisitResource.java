package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.VisitParticulars;
import cn.doublerandom.inspection.application.Visits;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 检查: the visits of the drawn subjects. */
@Path("/api/v1/visits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits", description = "检查")
public class VisitResource {
  @Inject Visits visits;
  @Inject VisitParticulars particulars;
  @Inject Requests requests;
  @Inject Officers officers;

  /** The officers on site. */
  public record Start(
      @NotEmpty @Size(max = 16) @Schema(examples = "[\"JT001\",\"JT003\"]")
          List<@Size(max = 64) String> inspectors) {}

  /** What was found for one item; there is no default. */
  public record Check(
      @NotNull @Size(max = 18) @Schema(examples = "[\"1\"]") List<@Size(max = 2) String> codes,
      @NotNull @Size(max = 2000) @Schema(examples = "") String note) {}

  @GET
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary =
          "Visits by id: of an inspector who names nobody his own, of others all they may read",
      description =
          "`officer` is one of the team, `unit` one of its units, by whose name an inspector reads those of"
              + " his unit; `dueBy` is the last day of what comes next; `notHeld=true` gives those whose"
              + " window has ended and that are neither finished nor cancelled (逾期未检查).")
  public Uni<Page<VisitSummary>> list(
      @QueryParam("notHeld") boolean notHeld,
      @QueryParam("officer") @DefaultValue("") @Size(max = 64) String officer,
      @QueryParam("unit") @DefaultValue("") @Size(max = 100) String unit,
      @QueryParam("state") Optional<VisitState> state,
      @QueryParam("search") @DefaultValue("") @Size(max = 100) String search,
      @QueryParam("dueBy") @Nullable LocalDate dueBy,
      @BeanParam @Valid Paging paging) {
    var query =
        new VisitDirectory.Query(
            officers.officer(),
            officer,
            unit,
            state.map(VisitState::name).orElse(""),
            search,
            dueBy == null ? "" : dueBy.toString(),
            notHeld,
            false,
            paging.afterKey());
    return visits
        .found(query, paging.limit() + 1)
        .map(rows -> Page.of(rows, paging.limit(), query::place));
  }

  @GET
  @Versioned
  @Path("/{visitId}")
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "One visit as far as it has come")
  public Uni<RestResponse<VisitSummary>> one(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return visits
        .one(visitId, officers.officer())
        .map(loaded -> Answers.versioned(loaded.state(), loaded.version()));
  }

  @GET
  @Path("/{visitId}/particulars")
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary = "Whom a visit goes to, what is asked there, and what was found before",
      description = "As the registry told it last; it is shown and decides nothing.")
  public Uni<VisitParticulars.Particulars> particulars(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return particulars.one(visitId, officers.officer()).map(VisitParticulars.Known::particulars);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{visitId}/start")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary =
          "Say that the whole team is on site; the visit starts when each officer has said so")
  public Uni<RestResponse<VisitSummary>> start(
      @PathParam("visitId") @Size(max = 160) String visitId, @NotNull @Valid Start body) {
    return visits
        .start(visitId, body.inspectors(), requests.context(body))
        .map(VisitResource::shown);
  }

  @PUT
  @Versioned
  @Conditional
  @Path("/{visitId}/items/{item}")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "Answer one item; answering again before the end replaces, history stays",
      description =
          "Who drops a finding, another member's or his own, gives a reason in the note, and the"
              + " change stands under `overruled`. Of another's it counts once who found it, or a"
              + " third member, says the same."
              + " After the end only items are answered again that stand by a recused member or are"
              + " overruled and not confirmed.")
  public Uni<RestResponse<VisitSummary>> check(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("item") @Size(max = 64) String item,
      @NotNull @Valid Check body) {
    var answer = new Answer(item, body.codes().stream().sorted().toList(), body.note());
    return visits.check(visitId, answer, requests.context(body)).map(VisitResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{visitId}/finish")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "Finish: every item answered; twenty working days begin tomorrow",
      description =
          "409 `recused-answers` names items a recused member alone has answered, 409"
              + " `finding-overruled` those whose finding one other member turned into none.")
  public Uni<RestResponse<VisitSummary>> finish(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return visits.finish(visitId, () -> requests.context("finish")).map(VisitResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{visitId}/result")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "Record the result; only the team can",
      description = "409 `recused-answers` and `finding-overruled` as for finishing.")
  public Uni<RestResponse<VisitSummary>> result(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return visits
        .record(visitId, requests.unit(), requests.context("result"))
        .map(VisitResource::shown);
  }

  private static RestResponse<VisitSummary> shown(Handled<VisitEvent, Visit> handled) {
    return Answers.ok(handled, Visits::summary);
  }
}
