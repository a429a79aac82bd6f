package cn.doublerandom.inspection.rest;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.ResultRule;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarStream;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 检查: the visits of the drawn subjects. */
@Path("/api/v1/visits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "visits", description = "检查")
public class VisitResource {
  @Inject CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  @Inject CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar;
  @Inject RuleBook rules;
  @Inject VisitDirectory directory;
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
  @Operation(summary = "Visits by id: all, or those of the own team and unit")
  public Uni<Page<VisitSummary>> list(@BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(
            () -> directory.page(officers.officer(), paging.afterKey(), paging.limit() + 1))
        .map(rows -> Page.of(rows, paging.limit(), VisitSummary::visitId));
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
        .load(VisitStreams.VISIT + visitId)
        .map(loaded -> Answers.versioned(readable(summary(loaded.state())), loaded.version()));
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
    return handle(
        visitId,
        new VisitCommand.StartInspection(
            body.inspectors(),
            requests.actor(),
            today(),
            rules.teamSize(today()),
            rules.inForce(today())),
        body);
  }

  @PUT
  @Versioned
  @Conditional
  @Path("/{visitId}/items/{item}")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(
      summary = "Answer one item; answering again before the end replaces, history stays",
      description =
          "Who turns another member's finding into none gives a reason in the note; the change stands"
              + " under `overruled` and counts once who found it, or a third member, says the same."
              + " After the end only items are answered again that stand by a recused member or are"
              + " overruled and not confirmed.")
  public Uni<RestResponse<VisitSummary>> check(
      @PathParam("visitId") @Size(max = 160) String visitId,
      @PathParam("item") @Size(max = 64) String item,
      @NotNull @Valid Check body) {
    var answer = new Answer(item, body.codes().stream().sorted().toList(), body.note());
    return handle(
        visitId, new VisitCommand.CheckItem(answer, requests.actor(), resultRule(), today()), body);
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
    return calendar
        .load(CalendarStream.NAME)
        .map(loaded -> Due.publication(today(), rules, loaded.state().calendar()))
        .flatMap(due ->
            handle(
                visitId,
                new VisitCommand.FinishInspection(requests.actor(), today(), due),
                "finish"));
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
    return handle(
        visitId,
        new VisitCommand.RecordResult(requests.actor(), requests.unit(), today()),
        "result");
  }

  private Uni<RestResponse<VisitSummary>> handle(
      String visitId, VisitCommand command, Object body) {
    return visits
        .handle(VisitStreams.VISIT + visitId, command, requests.context(body))
        .map(handled -> Answers.ok(handled, VisitResource::summary));
  }

  private VisitSummary readable(VisitSummary visit) {
    if (!officers.officer().reads(visit.inspectors(), visit.ofUnits())) {
      throw new ProblemException(InspectionRejection.NOT_YOUR_VISIT);
    }
    return visit;
  }

  private ResultRule resultRule() {
    RuleValue.ResultCombinations said = rules.resultCombinations(today());
    return new ResultRule(said.oneOf(), said.oneOfSubject(), said.under(), rules.inForce(today()));
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }

  private static VisitSummary summary(Visit visit) {
    return VisitSummary.of(visit)
        .orElseThrow(() -> new ProblemException(InspectionRejection.VISIT_UNKNOWN));
  }
}
