package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleKey;
import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.AnswerFaults;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.DoorClauses;
import cn.doublerandom.inspection.visit.Ending;
import cn.doublerandom.inspection.visit.OfficerDirectory;
import cn.doublerandom.inspection.visit.Place;
import cn.doublerandom.inspection.visit.ResultRule;
import cn.doublerandom.inspection.visit.ReviewRule;
import cn.doublerandom.inspection.visit.ReviewStep;
import cn.doublerandom.inspection.visit.SubjectsYear;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarStream;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** 检查: what officers do on a visit, by the rules and the calendar of the day. */
@ApplicationScoped
public class Visits {
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar;
  private final RuleBook rules;
  private final VisitDirectory directory;
  private final OfficerDirectory officers;
  private final Preparations preparations;
  private final Checklists checklists;

  @Inject
  Visits(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar,
      RuleBook rules,
      VisitDirectory directory,
      OfficerDirectory officers,
      Preparations preparations,
      Checklists checklists) {
    this.checklists = checklists;
    this.preparations = preparations;
    this.visits = visits;
    this.calendar = calendar;
    this.rules = rules;
    this.directory = directory;
    this.officers = officers;
  }

  /** Those that are asked for; of an inspector who names nobody his own. */
  public Uni<List<VisitSummary>> found(VisitDirectory.Query query, int limit) {
    return Uni.createFrom().completionStage(() -> directory.found(query.ownFirst(), limit));
  }

  /** One visit as far as it has come, for whoever may read it. */
  public Uni<CommandHandler.Loaded<VisitSummary>> one(String visitId, Officer reader) {
    return whole(visitId, reader)
        .map(loaded -> new CommandHandler.Loaded<>(summary(loaded.state()), loaded.version()));
  }

  /** The same with all it keeps. */
  Uni<CommandHandler.Loaded<Visit>> whole(String visitId, Officer reader) {
    return visits
        .load(VisitStreams.VISIT.of(visitId))
        .invoke(loaded -> {
          VisitSummary visit = summary(loaded.state());
          if (!reader.reads(visit.inspectors(), visit.ofUnits())) {
            throw new ProblemException(InspectionRejection.NOT_YOUR_VISIT);
          }
        });
  }

  /** The visit as it is now, for what goes on by itself. */
  Uni<Visit> state(String visitId) {
    return visits.load(VisitStreams.VISIT.of(visitId)).map(CommandHandler.Loaded::state);
  }

  /**
   * Says that the team is on site.
   *
   * @param inspectors all of it
   * @param place of the phone; absent where its officer did not allow it
   */
  public Uni<Handled<VisitEvent, Visit>> start(
      String visitId, List<String> inspectors, @Nullable Place place, CommandContext context) {
    LocalDate today = day(context);
    return Uni.combine()
        .all()
        .unis(
            Uni.createFrom().completionStage(() -> officers.obstacles(inspectors, today)),
            preparations.readiness(visitId),
            checklists.of(visitId),
            year(visitId, today))
        .usingConcurrencyOf(1)
        .with((obstacles, done, lists, year) ->
            new VisitCommand.StartInspection(
                inspectors,
                context.actor(),
                today,
                rules.teamSize(today),
                rules.inForce(today),
                obstacles,
                done,
                lists,
                new DoorClauses(
                    rules.basis(today, RuleKey.TEAM_SIZE),
                    rules.basis(today, RuleKey.RECUSAL_RIGHT, RuleKey.COOLING_YEARS)),
                place,
                year))
        .flatMap(start -> handle(visitId, start, context));
  }

  /**
   * How often the subject was visited this year, where a pack in force says how often it may be.
   */
  private Uni<SubjectsYear> year(String visitId, LocalDate today) {
    Optional<Integer> most = rules.annualCap(today);
    return most.isEmpty()
        ? Uni.createFrom().item(SubjectsYear.UNBOUND)
        : state(visitId)
            .flatMap(visit ->
                Uni.createFrom()
                    .completionStage(() ->
                        directory.ofSubject(visit.task().map(Assignment::subjectId).orElse(""))))
            .map(visits ->
                SubjectsYear.of(
                    visits, visitId, today, most.get(), rules.basis(today, RuleKey.ANNUAL_CAP)));
  }

  /** Answers one item. */
  public Uni<Handled<VisitEvent, Visit>> check(
      String visitId, Answer answer, CommandContext context) {
    LocalDate today = day(context);
    return handle(
        visitId,
        new VisitCommand.CheckItem(answer, context.actor(), resultRule(today), today),
        context);
  }

  /** All that is wrong in an answer, each as it would be refused alone. */
  public Uni<List<Decision.Rejected<VisitEvent>>> faults(
      String visitId, Answer answer, String by, LocalDate today) {
    return state(visitId)
        .map(visit ->
            AnswerFaults.of(
                new VisitCommand.CheckItem(answer, by, resultRule(today), today), visit));
  }

  /**
   * One of the team asks that a visit ends, or agrees; then the days for its result begin with the
   * day on which it was asked for.
   *
   * @param asked read once the calendar is known
   */
  public Uni<Handled<VisitEvent, Visit>> finish(String visitId, Supplier<CommandContext> asked) {
    return ending(
        visitId,
        asked,
        (context, end) -> new VisitCommand.FinishInspection(context.actor(), day(context), end));
  }

  /** Who is not of the team agrees that a visit ends, because no other member can. */
  public Uni<Handled<VisitEvent, Visit>> agreeEnd(
      String visitId, Officer by, String reason, Supplier<CommandContext> asked) {
    return ending(
        visitId, asked, (context, end) -> new VisitCommand.AgreeEnd(by, reason, day(context), end));
  }

  private Uni<Handled<VisitEvent, Visit>> ending(
      String visitId,
      Supplier<CommandContext> asked,
      BiFunction<CommandContext, VisitCommand.End, VisitCommand> how) {
    return state(visitId)
        .flatMap(visit ->
            calendar
                .load(CalendarStream.NAME)
                .flatMap(loaded -> {
                  CommandContext context = asked.get();
                  LocalDate on = Ending.day(visit, context.actor(), day(context));
                  var end =
                      new VisitCommand.End(
                          on,
                          Due.publication(on, rules, loaded.state().calendar()),
                          clause(rules.recordSignatures(on)));
                  return handle(visitId, how.apply(context, end), context);
                }));
  }

  /**
   * Records the result.
   *
   * @param unit of the account that records
   */
  public Uni<Handled<VisitEvent, Visit>> record(
      String visitId, String unit, CommandContext context) {
    LocalDate today = day(context);
    return handle(
        visitId,
        new VisitCommand.RecordResult(context.actor(), unit, today, reviewRule(today)),
        context);
  }

  private ReviewRule reviewRule(LocalDate today) {
    return new ReviewRule(
        rules.resultReview(today).stream()
            .map(asked ->
                new ReviewRule.Asked(
                    new ReviewStep(ReviewStep.By.valueOf(asked.name()), asked.basis()),
                    asked.measures(),
                    asked.severities()))
            .toList());
  }

  private static @Nullable String clause(String document) {
    return document.isEmpty() ? null : document;
  }

  /** A visit as it is shown; there is none where nobody was assigned. */
  public static VisitSummary summary(Visit visit) {
    return VisitSummary.of(visit)
        .orElseThrow(() -> new ProblemException(InspectionRejection.VISIT_UNKNOWN));
  }

  private Uni<Handled<VisitEvent, Visit>> handle(
      String visitId, VisitCommand command, CommandContext context) {
    return visits.handle(VisitStreams.VISIT.of(visitId), command, context);
  }

  private ResultRule resultRule(LocalDate today) {
    RuleValue.ResultCombinations said = rules.resultCombinations(today);
    return new ResultRule(said.oneOf(), said.oneOfSubject(), said.under(), rules.inForce(today));
  }

  private static LocalDate day(CommandContext context) {
    return BusinessClock.day(context.at());
  }
}
