package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.Assessments;
import cn.doublerandom.inspection.application.Hearings;
import cn.doublerandom.inspection.application.UnitScores;
import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.inspection.assessment.UnitScore;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
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

/** 年度考核: the year of a unit, scored, heard and concluded (ADR 82). */
@Path("/api/v1/supervision")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supervision", description = "督导")
public class AssessmentResource {
  private static final int FIRST_YEAR = 2015;
  private static final int LAST_YEAR = 9999;

  @Inject Assessments assessments;
  @Inject UnitScores scores;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /** Whose year is frozen. */
  public record ScoreRequest(
      @NotNull @Min(FIRST_YEAR) @Max(LAST_YEAR) @Schema(examples = "2025") Integer year,
      @NotBlank @Size(max = 64) @Schema(examples = "道路运输股") String unit) {}

  /** What the unit says. */
  public record AssessmentReply(
      @NotBlank @Size(max = 2000) @Schema(examples = "其中两户因停电补录，附停电通知") String answer) {}

  /** What another supervisor concludes, and why. */
  public record AssessmentEnd(
      @NotNull @Schema(examples = "CONFIRMED") Outcome outcome,
      @NotBlank @Size(max = 1000) @Schema(examples = "各项证据属实") String reason) {}

  /**
   * The assessment of a unit's year.
   *
   * @param score as it was frozen, each point with its rows
   * @param answer what the unit said; absent until it did
   * @param outcome absent until it is concluded, as are reason and concludedBy
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record YearlyAssessment(
      String id,
      AssessmentSummary.State state,
      UnitScore score,
      LocalDate answerBy,
      String frozenBy,
      @Nullable String answer,
      @Nullable String answeredBy,
      @Nullable Outcome outcome,
      @Nullable String reason,
      @Nullable String concludedBy) {
    static YearlyAssessment of(String id, Hearing<ScoreFrozen, Outcome> assessment) {
      ScoreFrozen scored = assessment.opened().orElseThrow();
      Optional<Hearing.Answer> answer = assessment.heard().stream().findFirst();
      Optional<Hearing.Over<ScoreFrozen, Outcome>> end = assessment.ended();
      return new YearlyAssessment(
          id,
          AssessmentSummary.of(id, assessment).state(),
          scored.score(),
          scored.answerBy(),
          scored.by(),
          answer.map(Hearing.Answer::text).orElse(null),
          answer.map(Hearing.Answer::by).orElse(null),
          end.map(Hearing.Over::conclusion).orElse(null),
          end.map(Hearing.Over::why).orElse(null),
          end.map(Hearing.Over::by).orElse(null));
    }
  }

  private Hearings.Reader reader() {
    return new Hearings.Reader(requests.unit(), identity.hasRole(Roles.SUPERVISOR));
  }

  @GET
  @Path("/scores/{year}")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary = "What the year of each unit scores as it is counted now",
      description =
          "By the packs in force on the last day of the year; every point has its rows. None where no pack scores.")
  public Uni<UnitScores.OfYear> scores(
      @PathParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
    return scores.of(year, BusinessClock.day(requests.now()));
  }

  @GET
  @Path("/assessments")
  @RolesAllowed({Roles.SUPERVISOR, Roles.UNIT_LEAD})
  @Operation(summary = "The assessments by id: all to supervisors, to who leads a unit its own")
  public Uni<Page<AssessmentSummary>> list(@BeanParam @Valid Paging paging) {
    return assessments
        .page(reader(), paging.afterKey(), paging.limit() + 1)
        .map(rows -> Page.of(rows, paging.limit(), AssessmentSummary::id));
  }

  @POST
  @Path("/assessments")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary =
          "Freeze the score of a unit's year, once the year is over; nobody assesses his own unit")
  public Uni<RestResponse<YearlyAssessment>> freeze(@NotNull @Valid ScoreRequest asked) {
    return assessments
        .freeze(asked.year(), asked.unit(), requests.unit(), requests.context(asked))
        .map(handled ->
            Answers.ok(
                handled,
                state -> YearlyAssessment.of(Assessments.id(asked.year(), asked.unit()), state)));
  }

  @GET
  @Path("/assessments/{id}")
  @Versioned
  @RolesAllowed({Roles.SUPERVISOR, Roles.UNIT_LEAD})
  @Operation(summary = "An assessment with its frozen score, the answer and the outcome")
  public Uni<RestResponse<YearlyAssessment>> one(@PathParam("id") @Size(max = 64) String id) {
    return assessments
        .known(id, reader())
        .map(
            loaded -> Answers.versioned(YearlyAssessment.of(id, loaded.state()), loaded.version()));
  }

  @POST
  @Path("/assessments/{id}/answer")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.UNIT_LEAD)
  @Operation(summary = "Who leads the unit answers for it, once")
  public Uni<RestResponse<YearlyAssessment>> answer(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid AssessmentReply reply) {
    return assessments
        .answer(id, reply.answer(), reader(), requests.context(reply))
        .map(handled -> Answers.ok(handled, state -> YearlyAssessment.of(id, state)));
  }

  @POST
  @Path("/assessments/{id}/conclusion")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary =
          "Another supervisor than who froze it, and not of the unit, concludes; when the unit was"
              + " heard or its day is over. A lifted one may be frozen anew")
  public Uni<RestResponse<YearlyAssessment>> conclude(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid AssessmentEnd end) {
    return assessments
        .conclude(id, end.outcome(), end.reason(), requests.unit(), requests.context(end))
        .map(handled -> Answers.ok(handled, state -> YearlyAssessment.of(id, state)));
  }
}
