package cn.doublerandom.inspection.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.VisitEndings;
import cn.doublerandom.inspection.application.VisitParticulars;
import cn.doublerandom.inspection.application.Visits;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Place;
import cn.doublerandom.inspection.visit.Reply;
import cn.doublerandom.inspection.visit.Violation;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
  @Inject VisitEndings endings;
  @Inject VisitParticulars particulars;
  @Inject Requests requests;
  @Inject Officers officers;

  /**
   * The officers on site.
   *
   * @param place of the phone of who says so; absent where he does not allow it
   */
  public record Start(
      @NotEmpty @Size(max = 16) @Schema(examples = "[\"JT001\",\"JT003\"]")
          List<@Size(max = 64) String> inspectors,
      @Nullable @Valid PlaceRequest place) {
    /** Where he is; absent where he did not say. */
    public @Nullable Place where() {
      return place == null
          ? null
          : new Place(
              place.latitudeMicrodegrees(), place.longitudeMicrodegrees(), place.accuracyMetres());
    }
  }

  /** Where a phone is (WGS 84). */
  public record PlaceRequest(
      @Min(-90_000_000) @Max(90_000_000) @Schema(examples = "37052000") int latitudeMicrodegrees,
      @Min(-180_000_000) @Max(180_000_000) @Schema(examples = "115661000")
          int longitudeMicrodegrees,
      @Min(0) @Max(100_000) @Schema(examples = "15") int accuracyMetres) {}

  /**
   * What was found for one item; there is no default.
   *
   * @param replies to each question of its checklist, where the visit keeps one
   * @param violation what a finding weighs, breaks and leads to; absent where nobody says
   */
  public record Check(
      @NotNull @Size(max = 18) @Schema(examples = "[\"1\"]") List<@Size(max = 2) String> codes,
      @NotNull @Size(max = 2000) @Schema(examples = "") String note,
      @Nullable @Size(max = 200) List<@NotNull @Valid ReplyRequest> replies,
      @Nullable @Valid ViolationRequest violation) {
    /** What is meant of an item. */
    public Answer of(String item) {
      return new Answer(
          item,
          codes.stream().sorted().toList(),
          note,
          replies == null ? null : replies.stream().map(ReplyRequest::meant).toList(),
          violation == null ? null : violation.meant());
    }
  }

  /**
   * What a finding weighs.
   *
   * @param clause of the law or regulation that is broken
   */
  public record ViolationRequest(
      @NotNull @Schema(examples = "ORDINARY") Violation.Severity severity,
      @NotBlank @Size(max = 500) @Schema(examples = "《道路运输条例》第六十三条") String clause,
      @NotNull @Schema(examples = "CORRECTION_ORDER") Violation.Measure measure) {
    /** What is meant. */
    public Violation meant() {
      return new Violation(severity, clause, measure);
    }
  }

  /**
   * What is answered to one question.
   *
   * @param value YES or NO, an option, a decimal, a day or words; absent where it does not apply
   * @param notApplicable why it does not apply; absent where it does
   */
  public record ReplyRequest(
      @NotBlank @Size(max = 40) @Schema(examples = "Q1") String question,
      @Nullable @Size(max = 1000) @Schema(examples = "YES") String value,
      @Nullable @Size(max = 500) @Schema(examples = "该企业无危险货物车辆") String notApplicable) {
    Reply meant() {
      return new Reply(question, value, notApplicable);
    }
  }

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
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR,
    Roles.PUBLISHER
  })
  @Operation(summary = "One visit as far as it has come")
  public Uni<RestResponse<VisitSummary>> one(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return visits
        .one(visitId, officers.reader())
        .map(loaded -> Answers.versioned(loaded.state(), loaded.version()));
  }

  @GET
  @Path("/{visitId}/particulars")
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR,
    Roles.PUBLISHER
  })
  @Operation(
      summary = "Whom a visit goes to, what is asked there, and what was found before",
      description = "As the registry told it last; it is shown and decides nothing.")
  public Uni<VisitParticulars.Particulars> particulars(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return particulars.one(visitId, officers.reader()).map(VisitParticulars.Known::particulars);
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
        .start(visitId, body.inspectors(), body.where(), requests.context(body))
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
          "Where the visit keeps a checklist of the item (`particulars`, `asked`), each of its questions is"
              + " answered in `replies`, or says why it does not apply; a number beyond its limit does not"
              + " stand beside “no problem” (`result-against-reply`). Who drops a finding, another member's or his own, gives a reason in the note, and the"
              + " change stands under `overruled`. Of another's it counts once who found it, or a"
              + " third member, says the same."
              + " After the end only items are answered again that stand by a recused member or are"
              + " overruled and not confirmed.")
  public Uni<RestResponse<VisitSummary>> check(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("item") @Size(max = 64) String item,
      @NotNull @Valid Check body) {
    return visits.check(visitId, body.of(item), requests.context(body)).map(VisitResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{visitId}/finish")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "Finish: every item answered; it ends once another of the team does the same",
      description =
          "The first asks (`ending`), the visit runs on; another agrees, and it ended on the day of the"
              + " first: twenty working days begin the day after. What changes in between ends the"
              + " request. 409 `recused-answers` names items a recused member alone has answered, 409"
              + " `finding-overruled` those whose finding one other member turned into none.")
  public Uni<RestResponse<VisitSummary>> finish(
      @PathParam("visitId") @Size(max = 160) String visitId) {
    return endings.finish(visitId, () -> requests.context("finish")).map(VisitResource::shown);
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
