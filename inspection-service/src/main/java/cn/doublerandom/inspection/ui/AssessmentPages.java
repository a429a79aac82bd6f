package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.application.Assessments;
import cn.doublerandom.inspection.application.Hearings;
import cn.doublerandom.inspection.application.UnitScores;
import cn.doublerandom.inspection.assessment.AssessmentEvent;
import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.inspection.assessment.UnitScore;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.rest.AssessmentResource.AssessmentEnd;
import cn.doublerandom.inspection.rest.AssessmentResource.AssessmentReply;
import cn.doublerandom.inspection.rest.AssessmentResource.ScoreRequest;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.identity.Roles;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 年度考核 at the desk. */
@Path("/ui/supervision/assessments")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class AssessmentPages
    extends HearingPages<ScoreFrozen, Outcome, AssessmentEvent, AssessmentSummary> {
  @Inject
  @Location("inspection/assessments.html")
  Template listPage;

  @Inject
  @Location("inspection/assessment.html")
  Template page;

  @Inject Assessments assessments;
  @Inject UnitScores scores;

  @Override
  Hearings<ScoreFrozen, Outcome, AssessmentEvent, AssessmentSummary> hearings() {
    return assessments;
  }

  @Override
  String place(String id) {
    return InspectionPlaces.assessment(id);
  }

  @Override
  Told<ScoreFrozen, Outcome> told(ScoreFrozen frozen, Hearing.Stage stage) {
    AssessmentWords words = desk.words(AssessmentWords.class);
    return new Told<>(
        words.title(frozen.score().unit(), frozen.score().year()),
        words.stateOf(AssessmentSummary.State.of(stage)),
        words.said(),
        words.toAnswer(),
        words.toConclude(),
        "conclusion",
        "outcome",
        List.of(Outcome.values()),
        words::outcomeOf,
        of -> words.frozenFact(of.score().points(), of.answerBy()));
  }

  @Override
  TemplateInstance page(ScoreFrozen frozen) {
    return page.data("score", frozen.score()).data("supervises", supervises());
  }

  @GET
  @RolesAllowed({Roles.SUPERVISOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    return desk.show(list(query, query.year("year", today().getYear() - 1), desk.forms().blank()));
  }

  private Uni<TemplateInstance> list(Query query, int year, FilledForm form) {
    return rows(query, AssessmentLine::of)
        .map(rows -> listPage.data("query", query.form()).data("form", form).data("rows", rows))
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
        done -> {
          UnitScore score = done.state().opened().orElseThrow().score();
          return seen(Assessments.id(score.year(), score.unit()), done.version());
        },
        form -> list(desk.query(), year(form.value("year")), form));
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
    return answer(id, body, AssessmentReply.class, AssessmentReply::answer);
  }

  @POST
  @Path("/{id}/conclusion")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> conclude(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return conclude(id, body, AssessmentEnd.class, AssessmentEnd::outcome, AssessmentEnd::reason);
  }

  /** The year of a form; the last one that is over where it says none. */
  private int year(String asked) {
    return asked.matches("20[0-9]{2}") ? Integer.parseInt(asked) : today().getYear() - 1;
  }
}
