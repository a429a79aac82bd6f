package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.AssessmentRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.assessment.Assessment;
import cn.doublerandom.inspection.assessment.AssessmentCommand;
import cn.doublerandom.inspection.assessment.AssessmentDirectory;
import cn.doublerandom.inspection.assessment.AssessmentEvent;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 年度考核: a supervisor freezes a score, the unit is heard, another supervisor concludes (ADR 82). */
@ApplicationScoped
public class Assessments {
  private static final int UNIT_DIGITS = 12;

  private final CommandHandler<AssessmentCommand, AssessmentEvent, Assessment> assessments;
  private final AssessmentDirectory directory;
  private final UnitScores scores;
  private final EventStore store;

  @Inject
  Assessments(
      CommandHandler<AssessmentCommand, AssessmentEvent, Assessment> assessments,
      AssessmentDirectory directory,
      UnitScores scores,
      EventStore store) {
    this.assessments = assessments;
    this.directory = directory;
    this.scores = scores;
    this.store = store;
  }

  /** The year of a unit has one id, however often it is scored. */
  public static String id(int year, String unit) {
    return "%d-%s"
        .formatted(
            year, Sha256.hex(unit.getBytes(StandardCharsets.UTF_8)).substring(0, UNIT_DIGITS));
  }

  /**
   * A supervisor freezes the score as it is counted now.
   *
   * @param own unit of who does it
   */
  public Uni<Handled<AssessmentEvent, Assessment>> freeze(
      int year, String unit, String own, CommandContext context) {
    LocalDate today = BusinessClock.day(context.at());
    return scores
        .of(year, today)
        .flatMap(found ->
            assessments.handle(
                VisitStreams.ASSESSMENT.of(id(year, unit)),
                new AssessmentCommand.FreezeScore(
                    found.scores().stream().filter(one -> one.unit().equals(unit)).findFirst(),
                    found.hearingDays(),
                    context.actor(),
                    own,
                    today),
                context));
  }

  /** The unit answers. */
  public Uni<Handled<AssessmentEvent, Assessment>> answer(
      String id, String answer, Tickets.Reader reader, CommandContext context) {
    return known(id, reader)
        .flatMap(known ->
            assessments.handle(
                VisitStreams.ASSESSMENT.of(id),
                new AssessmentCommand.AnswerAssessment(answer, context.actor(), reader.unit()),
                context));
  }

  /** Another supervisor concludes. */
  public Uni<Handled<AssessmentEvent, Assessment>> conclude(
      String id, Outcome outcome, String reason, String own, CommandContext context) {
    return assessments.handle(
        VisitStreams.ASSESSMENT.of(id),
        new AssessmentCommand.ConcludeAssessment(
            outcome, reason, context.actor(), own, BusinessClock.day(context.at())),
        context);
  }

  /** One assessment with its version; to another unit it is not there. */
  public Uni<CommandHandler.Loaded<Assessment>> known(String id, Tickets.Reader reader) {
    return assessments
        .load(VisitStreams.ASSESSMENT.of(id))
        .invoke(loaded -> {
          Optional<Assessment.Scored> scored = Assessment.scored(loaded.state());
          if (scored.filter(of -> isFor(of.score().unit(), reader)).isEmpty()) {
            throw new ProblemException(AssessmentRejection.ASSESSMENT_UNKNOWN);
          }
        });
  }

  private static boolean isFor(String unit, Tickets.Reader reader) {
    return reader.supervises()
        || (!SecondPerson.isNobody(reader.unit()) && SecondPerson.isSame(unit, reader.unit()));
  }

  /** Assessments by id: all of them, or those of the reader's unit. */
  public Uni<List<AssessmentSummary>> page(Tickets.Reader reader, String after, int limit) {
    return Uni.createFrom()
        .completionStage(() ->
            reader.supervises()
                ? directory.page(after, limit)
                : directory.of(reader.unit(), after, limit));
  }

  /**
   * One event with its circumstances.
   *
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(AssessmentEvent event, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded of an assessment, newest first. */
  public Uni<List<Happened>> story(String id) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(VisitStreams.ASSESSMENT.of(id))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened(
                      assessments.decode(event),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList()
                .reversed());
  }
}
