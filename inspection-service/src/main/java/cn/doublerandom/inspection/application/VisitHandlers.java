package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.timer.TimedProcess;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.archive.CaseFile;
import cn.doublerandom.inspection.archive.CaseFileCommand;
import cn.doublerandom.inspection.archive.CaseFileDecider;
import cn.doublerandom.inspection.archive.CaseFileEvent;
import cn.doublerandom.inspection.assessment.AssessmentDecider;
import cn.doublerandom.inspection.assessment.AssessmentEvent;
import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.inspection.bulletin.BulletinDecider;
import cn.doublerandom.inspection.bulletin.BulletinEvent;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.bulletin.Reach;
import cn.doublerandom.inspection.departure.Departure;
import cn.doublerandom.inspection.departure.DepartureCommand;
import cn.doublerandom.inspection.departure.DepartureDecider;
import cn.doublerandom.inspection.departure.DepartureEvent;
import cn.doublerandom.inspection.followup.FollowUpCommand;
import cn.doublerandom.inspection.followup.FollowUpDecider;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUpWatch;
import cn.doublerandom.inspection.followup.FollowUps;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.phone.PhoneCommand;
import cn.doublerandom.inspection.phone.PhoneDecider;
import cn.doublerandom.inspection.phone.PhoneEvent;
import cn.doublerandom.inspection.phone.Phones;
import cn.doublerandom.inspection.preparation.Preparation;
import cn.doublerandom.inspection.preparation.PreparationCommand;
import cn.doublerandom.inspection.preparation.PreparationDecider;
import cn.doublerandom.inspection.preparation.PreparationEvent;
import cn.doublerandom.inspection.rating.RatingCommand;
import cn.doublerandom.inspection.rating.RatingDecider;
import cn.doublerandom.inspection.rating.RatingEvent;
import cn.doublerandom.inspection.rating.Ratings;
import cn.doublerandom.inspection.revisit.RevisitCodec;
import cn.doublerandom.inspection.revisit.RevisitCommand;
import cn.doublerandom.inspection.revisit.RevisitDecider;
import cn.doublerandom.inspection.revisit.RevisitEvent;
import cn.doublerandom.inspection.revisit.TaskRevisits;
import cn.doublerandom.inspection.signing.Signer;
import cn.doublerandom.inspection.signing.SignerCommand;
import cn.doublerandom.inspection.signing.SignerDecider;
import cn.doublerandom.inspection.signing.SignerEvent;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.TicketDecider;
import cn.doublerandom.inspection.ticket.TicketEvent;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
import cn.doublerandom.inspection.visit.DeadlineWatch;
import cn.doublerandom.inspection.visit.ReminderWatch;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitDecider;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.inspection.visit.WindowWatch;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarStream;
import cn.doublerandom.servicekit.time.DeadlineReview;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** The deciders of the inspection-service over its event store. */
final class VisitHandlers {
  private static final int MOST_KEPT = 1_000;

  /** The streams of this service, told apart by bureau. */
  @Produces
  @Singleton
  StreamNames streams() {
    return new StreamNames(VisitStreams.KINDS, List.of(CalendarStream.NAME));
  }

  @Produces
  @Singleton
  CommandHandler<VisitCommand, VisitEvent, Visit> visits(
      EventStore store, EventCodec<VisitEvent> codec) {
    return new CommandHandler<>(store, new VisitDecider(), codec);
  }

  /** For whoever comes by a code, as often as he likes. */
  @Produces
  @Singleton
  KeptStates<Visit> keptVisits(CommandHandler<VisitCommand, VisitEvent, Visit> visits) {
    return visits.kept(MOST_KEPT);
  }

  @Produces
  @Singleton
  TimedProcess<VisitCommand, VisitEvent, Visit> deadlines(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits) {
    return new TimedProcess<>(new DeadlineWatch(), visits);
  }

  @Produces
  @Singleton
  TimedProcess<VisitCommand, VisitEvent, Visit> windows(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits) {
    return new TimedProcess<>(new WindowWatch(), visits);
  }

  @Produces
  @Singleton
  TimedProcess<VisitCommand, VisitEvent, Visit> reminders(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits) {
    return new TimedProcess<>(new ReminderWatch(), visits);
  }

  @Produces
  @Singleton
  DeadlineReview<VisitCommand, VisitEvent, Visit> review(
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar,
      RuleBook rules,
      VisitDirectory directory,
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      Clock clock) {
    return new DeadlineReview<>(
        calendar,
        rules,
        (after, limit) -> directory.open(after, limit).thenApply(VisitHandlers::deadlines),
        visits,
        VisitCommand.MoveDeadline::new,
        clock);
  }

  private static List<DeadlineReview.Open> deadlines(List<VisitSummary> open) {
    return open.stream()
        .map(visit ->
            new DeadlineReview.Open(
                visit.visitId(),
                VisitStreams.VISIT.of(visit.visitId()),
                Objects.requireNonNull(visit.finishedOn()),
                Objects.requireNonNull(visit.dueOn()),
                Boolean.TRUE.equals(visit.provisional())))
        .toList();
  }

  @Produces
  @Singleton
  CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles(EventStore store) {
    return new CommandHandler<>(
        store, new CaseFileDecider(), new EventCodec<>(CaseFileEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<PreparationCommand, PreparationEvent, Preparation> preparations(EventStore store) {
    return new CommandHandler<>(
        store, new PreparationDecider(), new EventCodec<>(PreparationEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<DepartureCommand, DepartureEvent, Departure> departures(EventStore store) {
    return new CommandHandler<>(
        store, new DepartureDecider(), new EventCodec<>(DepartureEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<SignerCommand, SignerEvent, Signer> signers(EventStore store) {
    return new CommandHandler<>(store, new SignerDecider(), new EventCodec<>(SignerEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<PhoneCommand, PhoneEvent, Phones> phones(EventStore store) {
    return new CommandHandler<>(store, new PhoneDecider(), new EventCodec<>(PhoneEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps(EventStore store) {
    return new CommandHandler<>(
        store, new FollowUpDecider(), new EventCodec<>(FollowUpEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<RevisitCommand, RevisitEvent, TaskRevisits> revisits(EventStore store) {
    return new CommandHandler<>(store, new RevisitDecider(), RevisitCodec.ofEvents());
  }

  @Produces
  @Singleton
  CommandHandler<
          HearingCommand<TicketOpened, Conclusion>, TicketEvent, Hearing<TicketOpened, Conclusion>>
      tickets(EventStore store) {
    return new CommandHandler<>(store, new TicketDecider(), new EventCodec<>(TicketEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<
          HearingCommand<ScoreFrozen, Outcome>, AssessmentEvent, Hearing<ScoreFrozen, Outcome>>
      assessments(EventStore store) {
    return new CommandHandler<>(
        store, new AssessmentDecider(), new EventCodec<>(AssessmentEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<
          HearingCommand<BulletinDrawnUp, Reach>, BulletinEvent, Hearing<BulletinDrawnUp, Reach>>
      bulletins(EventStore store) {
    return new CommandHandler<>(
        store, new BulletinDecider(), new EventCodec<>(BulletinEvent.class));
  }

  @Produces
  @Singleton
  CommandHandler<RatingCommand, RatingEvent, Ratings> ratings(EventStore store) {
    return new CommandHandler<>(store, new RatingDecider(), new EventCodec<>(RatingEvent.class));
  }

  /** For whoever comes by a code, as often as he likes. */
  @Produces
  @Singleton
  KeptStates<Ratings> keptRatings(CommandHandler<RatingCommand, RatingEvent, Ratings> ratings) {
    return ratings.kept(MOST_KEPT);
  }

  /** For whoever types a code, as often as he likes. */
  @Produces
  @Singleton
  KeptStates<Preparation> keptPreparations(
      CommandHandler<PreparationCommand, PreparationEvent, Preparation> preparations) {
    return preparations.kept(MOST_KEPT);
  }

  /** For whoever comes by a link, as often as he likes. */
  @Produces
  @Singleton
  KeptStates<FollowUps> keptFollowUps(
      CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps) {
    return followUps.kept(MOST_KEPT);
  }

  @Produces
  @Singleton
  TimedProcess<FollowUpCommand, FollowUpEvent, FollowUps> alarms(
      CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps) {
    return new TimedProcess<>(new FollowUpWatch(), followUps);
  }

  @Produces
  @Singleton
  EventCodec<VisitEvent> codec() {
    return new EventCodec<>(VisitEvent.class);
  }
}
