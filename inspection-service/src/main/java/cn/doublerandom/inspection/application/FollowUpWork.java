package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.FollowUpRejection;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.followup.FollowUp;
import cn.doublerandom.inspection.followup.FollowUpCommand;
import cn.doublerandom.inspection.followup.FollowUpDirectory;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUpKind;
import cn.doublerandom.inspection.followup.FollowUpSummary;
import cn.doublerandom.inspection.followup.FollowUps;
import cn.doublerandom.inspection.followup.FollowedVisit;
import cn.doublerandom.inspection.followup.OfVisit;
import cn.doublerandom.inspection.followup.RecheckVisit;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Findings;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
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
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 后续处置: what follows the findings of a visit, by the packs and the calendar of the day (ADR 62).
 */
@ApplicationScoped
public class FollowUpWork {
  private final CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps;
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar;
  private final RuleBook rules;
  private final FollowUpDirectory directory;
  private final OpenFollowUps open;

  @Inject
  FollowUpWork(
      CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps,
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar,
      RuleBook rules,
      FollowUpDirectory directory,
      OpenFollowUps open) {
    this.followUps = followUps;
    this.visits = visits;
    this.calendar = calendar;
    this.rules = rules;
    this.directory = directory;
    this.open = open;
  }

  /**
   * What is to be opened.
   *
   * @param receiver absent of an order to correct
   * @param workingDays to correct, or to say that it was received; absent for what the packs say
   */
  public record Opening(
      FollowUpKind kind,
      String item,
      String document,
      @Nullable String receiver,
      @Nullable Integer workingDays) {}

  /**
   * What follows the findings of a visit.
   *
   * @param unfollowed items whose finding waits for a follow-up nobody has opened
   * @param problemClosed whether nothing of what was found is left to be done
   * @param rechecks visits that were planned to look again, in their order
   * @param version of the follow-ups
   */
  public record OfFindings(
      String visitId,
      String subjectId,
      List<FollowUp> followUps,
      List<String> unfollowed,
      boolean problemClosed,
      List<RecheckVisit> rechecks,
      long version) {}

  /** What follows the findings of a visit, for whoever may read it. */
  public Uni<OfFindings> of(String visitId, Officer reader) {
    return visits
        .load(VisitStreams.VISIT.of(visitId))
        .map(loaded -> followed(loaded.state()))
        .invoke(visit -> {
          if (!reader.reads(visit.of().inspectors(), visit.of().units())) {
            throw new ProblemException(InspectionRejection.NOT_YOUR_VISIT);
          }
        })
        .flatMap(visit -> followUps.load(stream(visitId)).map(known -> shown(visit, known)));
  }

  /** The same; who may read it was asked before. */
  Uni<OfFindings> found(String visitId) {
    return visits
        .load(VisitStreams.VISIT.of(visitId))
        .map(loaded -> followed(loaded.state()))
        .flatMap(visit -> followUps.load(stream(visitId)).map(known -> shown(visit, known)));
  }

  private static OfFindings shown(FollowedVisit visit, CommandHandler.Loaded<FollowUps> known) {
    FollowUps all = known.state();
    List<String> unfollowed =
        visit.waiting().stream().filter(item -> all.of(item).isEmpty()).sorted().toList();
    return new OfFindings(
        visit.of().visitId(),
        visit.of().subjectId(),
        all.all(),
        unfollowed,
        visit.recorded() && unfollowed.isEmpty() && all.all().stream().noneMatch(FollowUp::open),
        all.rechecks(),
        known.version());
  }

  /**
   * Visits of which something is open, the most urgent first, of what somebody may read.
   *
   * @param after see {@link FollowUpDirectory#place}; empty at the beginning
   */
  public Uni<List<FollowUpSummary>> open(Officer reader, String after, int limit) {
    return open.after(after, limit, one -> reader.reads(one.of().inspectors(), one.of().units()));
  }

  /** All of them by the id of their visit, of what somebody may read. */
  public Uni<List<FollowUpSummary>> all(Officer reader, String after, int limit) {
    return Uni.createFrom()
        .completionStage(() -> directory.all(after, limit))
        .map(found -> readable(found, reader));
  }

  private static List<FollowUpSummary> readable(List<FollowUpSummary> found, Officer reader) {
    return found.stream()
        .filter(one -> reader.reads(one.of().inspectors(), one.of().units()))
        .toList();
  }

  /**
   * Opens a follow-up.
   *
   * @param asked read once visit and calendar are known
   */
  public Uni<Handled<FollowUpEvent, FollowUps>> open(
      String visitId, Opening opening, Officer by, Supplier<CommandContext> asked) {
    return calendar
        .load(CalendarStream.NAME)
        .map(loaded -> loaded.state().calendar())
        .flatMap(days ->
            with(visitId, asked, (visit, today) -> opened(visit, opening, by, today, days)));
  }

  private FollowUpCommand opened(
      FollowedVisit visit, Opening opening, Officer by, LocalDate today, WorkdayCalendar days) {
    RuleValue.FollowUpTerms terms = rules.followUpTerms(today).orElse(RuleValue.FollowUpTerms.NONE);
    int usual = opening.kind().goesOut() ? terms.receiptDays() : terms.correctionDays();
    int given = opening.workingDays() == null ? usual : opening.workingDays();
    if (given < 1) {
      throw new ProblemException(
          FollowUpRejection.FOLLOW_UP_UNFIT, List.of(), Map.of("field", "workingDays"));
    }
    WorkdayCalendar.Deadline due = days.after(today, given);
    return new FollowUpCommand.OpenFollowUp(
        visit,
        opening.kind(),
        opening.item(),
        opening.document(),
        opening.receiver(),
        due.due(),
        due.provisional(),
        AlarmDays.of(terms, due.due(), today, days),
        by,
        today);
  }

  /** An officer looked again. */
  public Uni<Handled<FollowUpEvent, FollowUps>> state(
      String visitId,
      int number,
      boolean corrected,
      String note,
      Officer by,
      Supplier<CommandContext> asked) {
    return with(
        visitId,
        asked,
        (visit, today) ->
            new FollowUpCommand.StateRecheck(visit, number, corrected, note, by, today));
  }

  /** Another officer says that he was there. */
  public Uni<Handled<FollowUpEvent, FollowUps>> confirm(
      String visitId, int number, Officer by, Supplier<CommandContext> asked) {
    return with(
        visitId,
        asked,
        (visit, today) -> new FollowUpCommand.ConfirmRecheck(visit, number, by, today));
  }

  /** An officer enters the receiver's paper. */
  public Uni<Handled<FollowUpEvent, FollowUps>> enter(
      String visitId,
      int number,
      String receivedAs,
      String reference,
      Officer by,
      Supplier<CommandContext> asked) {
    return with(
        visitId,
        asked,
        (visit, today) ->
            new FollowUpCommand.EnterReceipt(visit, number, receivedAs, reference, by, today));
  }

  /** What is asked, once the visit is known. */
  interface Decided {
    FollowUpCommand of(FollowedVisit visit, LocalDate today);
  }

  Uni<Handled<FollowUpEvent, FollowUps>> with(
      String visitId, Supplier<CommandContext> asked, Decided decided) {
    return visits
        .load(VisitStreams.VISIT.of(visitId))
        .map(loaded -> followed(loaded.state()))
        .flatMap(visit -> {
          CommandContext context = asked.get();
          return followUps.handle(
              stream(visitId), decided.of(visit, BusinessClock.day(context.at())), context);
        });
  }

  static String stream(String visitId) {
    return VisitStreams.FOLLOW_UPS.of(visitId);
  }

  static FollowedVisit followed(Visit visit) {
    Assignment task =
        visit.task().orElseThrow(() -> new ProblemException(InspectionRejection.VISIT_UNKNOWN));
    var of =
        new OfVisit(
            task.visitId(), task.drawId(), task.subjectId(), task.inspectors(), task.ofUnits());
    boolean told = visit instanceof Visit.Recorded;
    boolean recorded = told || visit instanceof Visit.InReview;
    boolean held = visit instanceof Visit.InReview reviewed && reviewed.hold() != null;
    Findings findings = Findings.of(visit);
    return new FollowedVisit(of, recorded, held, told, findings.found(), findings.waiting());
  }
}
