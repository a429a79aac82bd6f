package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.Assessments;
import cn.doublerandom.inspection.application.Tickets;
import cn.doublerandom.inspection.application.UnitScores;
import cn.doublerandom.inspection.assessment.Assessment;
import cn.doublerandom.inspection.assessment.AssessmentEvent;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.inspection.assessment.UnitScore;
import cn.doublerandom.inspection.rest.AssessmentResource.AssessmentEnd;
import cn.doublerandom.inspection.rest.AssessmentResource.AssessmentReply;
import cn.doublerandom.inspection.rest.AssessmentResource.ScoreRequest;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.pagekit.PageAddress;
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

/** 年度考核 at the desk: supervisors see every unit's, who leads a unit its own. */
@Path("/ui/supervision/assessments")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class AssessmentPages {
  private static final int LIMIT = 50;

  @Inject
  @Location("inspection/assessments.html")
  Template listPage;

  @Inject
  @Location("inspection/assessment.html")
  Template page;

  @Inject Desk desk;
  @Inject Assessments assessments;
  @Inject UnitScores scores;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  private boolean supervises() {
    return identity.hasRole(Roles.SUPERVISOR);
  }

  private Tickets.Reader reader() {
    return new Tickets.Reader(requests.unit(), supervises());
  }

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    return desk.show(list(query, year(query.text("year")), desk.forms().blank()));
  }

  private Uni<TemplateInstance> list(Query query, int year, FilledForm form) {
    return assessments
        .page(reader(), Page.keyAfter(query.after()), LIMIT + 1)
        .map(found -> Page.of(found, LIMIT, AssessmentSummary::id))
        .map(shown ->
            listPage
                .data("query", query.form())
                .data("form", form)
                .data(
                    "rows",
                    new Rows<>(
                        shown.items().stream().map(AssessmentLine::of).toList(),
                        query.from(),
                        -1,
                        shown.next())))
        .flatMap(shown ->
            supervises()
                ? scores.of(year, today()).map(found -> counted(shown, found))
                : Uni.createFrom().item(shown.data("found", null)));
  }

  private static TemplateInstance counted(TemplateInstance shown, UnitScores.OfYear found) {
    return shown
        .data("found", found)
        .data("basis", found.scores().stream().map(UnitScore::basis).findFirst().orElse(""))
        .data(
            "units",
            found.scores().stream().map(one -> new Choice(one.unit(), one.unit())).toList());
  }

  /** The score of a unit is frozen. */
  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> freeze(byte[] body) {
    return desk.act(
        body,
        form -> {
          ScoreRequest asked = form.as(ScoreRequest.class);
          return assessments.freeze(
              asked.year(), asked.unit(), requests.unit(), form.context(asked));
        },
        done -> seen(id(done.state()), done.version()),
        form -> list(desk.query(), year(form.value("year")), form));
  }

  private static String id(Assessment assessment) {
    UnitScore score = Assessment.scored(assessment).orElseThrow().score();
    return Assessments.id(score.year(), score.unit());
  }

  private static PageAddress seen(String id, long version) {
    return Desk.seen(InspectionPlaces.assessment(id), VisitStreams.ASSESSMENT.of(id), version);
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
          AssessmentReply reply = form.as(AssessmentReply.class);
          return assessments.answer(id, reply.answer(), reader(), form.context(reply));
        });
  }

  @POST
  @Path("/{id}/conclusion")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> conclude(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return act(
        id,
        "conclusion",
        body,
        form -> {
          AssessmentEnd end = form.as(AssessmentEnd.class);
          return assessments.conclude(
              id, end.outcome(), end.reason(), requests.unit(), form.context(end));
        });
  }

  private Uni<RestResponse<String>> act(
      String id,
      String sent,
      byte[] body,
      Function<Form, Uni<Handled<AssessmentEvent, Assessment>>> does) {
    return desk.act(body, does, done -> seen(id, done.version()), form -> page(id, sent, form));
  }

  private Uni<TemplateInstance> page(String id, String sent, FilledForm form) {
    return assessments
        .known(id, reader())
        .flatMap(loaded ->
            assessments
                .story(id)
                .map(happened -> page(id, loaded.state(), loaded.version(), happened, sent, form)));
  }

  private TemplateInstance page(
      String id,
      Assessment assessment,
      long version,
      List<Assessments.Happened> happened,
      String sent,
      FilledForm form) {
    Assessment.Scored scored = Assessment.scored(assessment).orElseThrow();
    String unit = scored.score().unit();
    AssessmentSummary.State state = AssessmentSummary.of(id, assessment).state();
    FilledForm blank = desk.forms().blank(version);
    boolean mayEnd = state != AssessmentSummary.State.CONCLUDED && supervises();
    boolean isOwn =
        mayEnd
            && (SecondPerson.isSame(requests.actor(), scored.by()) || unit.equals(requests.unit()));
    boolean isUnheard =
        state == AssessmentSummary.State.FROZEN && !today().isAfter(scored.answerBy());
    AssessmentWords words = desk.words(AssessmentWords.class);
    return page.data("id", id)
        .data("title", words.title(unit, scored.score().year()))
        .data("state", state)
        .data("look", AssessmentLine.look(state))
        .data("scored", scored)
        .data("score", scored.score())
        .data("supervises", supervises())
        .data("answer", said(assessment))
        .data("over", assessment instanceof Assessment.Concluded over ? over : null)
        .data("isOwn", isOwn)
        .data("isUnheard", mayEnd && !isOwn && isUnheard)
        .data(
            "mayAnswer",
            state == AssessmentSummary.State.FROZEN
                && identity.hasRole(Roles.UNIT_LEAD)
                && unit.equals(requests.unit()))
        .data("mayConclude", mayEnd && !isOwn && !isUnheard)
        .data(
            "outcomes",
            Stream.of(Outcome.values())
                .map(one -> new Choice(one.name(), words.outcomeOf(one)))
                .toList())
        .data("answering", "answer".equals(sent) ? form : blank)
        .data("concluding", "conclusion".equals(sent) ? form : blank)
        .data("entries", happened.stream().map(this::line).toList());
  }

  private static Assessment.@Nullable Answer said(Assessment assessment) {
    return switch (assessment) {
      case Assessment.None() -> null;
      case Assessment.Frozen frozen -> frozen.answer();
      case Assessment.Concluded over -> over.answer();
    };
  }

  private Happening line(Assessments.Happened happened) {
    AssessmentWords words = desk.words(AssessmentWords.class);
    String day = happened.day().toString();
    String recorded = happened.recorded().toString();
    return switch (happened.event()) {
      case AssessmentEvent.ScoreFrozen(var score, var answerBy, var by) ->
          Happening.of(words.frozenFact(score.points(), answerBy), by, day, recorded, "");
      case AssessmentEvent.AssessmentAnswered(var answer, var by) ->
          Happening.of(words.answeredFact(answer), by, day, recorded, "");
      case AssessmentEvent.AssessmentConcluded(var outcome, var reason, var by) ->
          Happening.of(words.concludedFact(words.outcomeOf(outcome)), by, day, recorded, reason);
    };
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }

  /** The year that is asked for; the last one that is over where none is. */
  private int year(String asked) {
    return asked.matches("20[0-9]{2}") ? Integer.parseInt(asked) : today().getYear() - 1;
  }
}
