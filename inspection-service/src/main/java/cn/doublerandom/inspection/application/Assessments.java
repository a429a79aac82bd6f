package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.AssessmentRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.assessment.AssessmentEvent;
import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.hearing.HearingDirectory;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** 年度考核: a unit is heard about the score of its year (ADR 82). */
@Singleton
public class Assessments
    extends Hearings<ScoreFrozen, Outcome, AssessmentEvent, AssessmentSummary> {
  private final UnitScores scores;

  @Inject
  Assessments(
      CommandHandler<
              HearingCommand<ScoreFrozen, Outcome>, AssessmentEvent, Hearing<ScoreFrozen, Outcome>>
          assessments,
      HearingDirectory<AssessmentSummary> directory,
      UnitScores scores,
      EventStore store) {
    super(
        assessments,
        directory,
        store,
        VisitStreams.ASSESSMENT,
        AssessmentRejection.ASSESSMENT_UNKNOWN);
    this.scores = scores;
  }

  /** The year of a unit has one id, however often it is scored. */
  public static String id(int year, String unit) {
    return "%d-%s".formatted(year, digits(unit));
  }

  /**
   * A supervisor freezes the score as it is counted now.
   *
   * @param own unit of who does it
   */
  public Uni<Handled<AssessmentEvent, Hearing<ScoreFrozen, Outcome>>> freeze(
      int year, String unit, String own, CommandContext context) {
    LocalDate today = BusinessClock.day(context.at());
    return scores
        .of(year, today)
        .map(found ->
            found.scores().stream()
                .filter(one -> one.unit().equals(unit))
                .findFirst()
                .map(one -> ScoreFrozen.on(today, one, found.hearingDays(), context.actor())))
        .flatMap(opening -> open(id(year, unit), opening, own, context));
  }
}
