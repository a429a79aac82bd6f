package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.DeadlineApproaching;
import cn.doublerandom.contracts.DeadlineBreached;
import cn.doublerandom.contracts.ResultRecorded;
import cn.doublerandom.contracts.TeamChangeRefused;
import cn.doublerandom.contracts.TeamChangeTaken;
import cn.doublerandom.contracts.VisitNotHeld;
import cn.doublerandom.contracts.VisitSettled;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.bulletin.BulletinEvent;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.bulletin.Reach;
import cn.doublerandom.inspection.followup.FollowUpCommand;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUps;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.visit.AmendmentEvent;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.ArrangementEvent;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.AssistanceEvent;
import cn.doublerandom.inspection.visit.ClosingSummary;
import cn.doublerandom.inspection.visit.EndingEvent;
import cn.doublerandom.inspection.visit.SigningEvent;
import cn.doublerandom.inspection.visit.Violation;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.messaging.Integration;
import cn.doublerandom.servicekit.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells the others of results recorded or missing, of visits not held, and of bulletins. */
@ApplicationScoped
class InspectionAnnouncer implements Announcer {
  private static final String TOPIC = "inspection.events.v1";
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;

  private final CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps;

  private final CommandHandler<
          HearingCommand<BulletinDrawnUp, Reach>, BulletinEvent, Hearing<BulletinDrawnUp, Reach>>
      bulletins;

  @Inject
  InspectionAnnouncer(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps,
      CommandHandler<
              HearingCommand<BulletinDrawnUp, Reach>,
              BulletinEvent,
              Hearing<BulletinDrawnUp, Reach>>
          bulletins) {
    this.visits = visits;
    this.followUps = followUps;
    this.bulletins = bulletins;
  }

  @Override
  public Announcer within(EventStore own) {
    return new InspectionAnnouncer(visits.over(own), followUps.over(own), bulletins.over(own));
  }

  @Override
  public List<Announcement> announce(StoredEvent event) {
    if (VisitStreams.FOLLOW_UPS.has(event.stream())) {
      return new FollowUpNews(followUps)
          .of(event).stream()
              .map(news -> Integration.announcement(TOPIC, event.stream(), news))
              .toList();
    } else if (VisitStreams.BULLETIN.has(event.stream())) {
      return new BulletinNews(bulletins)
          .of(event).stream()
              .map(news -> Integration.announcement(TOPIC, event.stream(), news))
              .toList();
    } else if (!VisitStreams.VISIT.has(event.stream())) {
      return List.of();
    }
    return switch (visits.decode(event)) {
      case VisitEvent.ResultRecorded recorded -> recorded.settles() ? result(event) : List.of();
      case VisitEvent.ResultReviewed reviewed -> result(event);
      case VisitEvent.DeadlineApproached said ->
          List.of(Integration.announcement(TOPIC, event.stream(), near(event, said.workingDays())));
      case VisitEvent.DeadlineBreached breached ->
          List.of(Integration.announcement(TOPIC, event.stream(), missing(event)));
      case VisitEvent.VisitNotHeld notHeld ->
          List.of(Integration.announcement(TOPIC, event.stream(), notHeld(event, notHeld)));
      case VisitEvent.VisitCancelled(var reason, var late) -> settled(event, late, "CANCELLED");
      case VisitEvent.InspectionFinished finished -> settled(event, finished.late(), "FINISHED");
      case VisitEvent.ChangeRefused refused ->
          List.of(Integration.announcement(TOPIC, event.stream(), refused(event, refused)));
      case VisitEvent.ChangeTaken taken ->
          List.of(Integration.announcement(TOPIC, event.stream(), taken(event)));
      case VisitEvent.VisitAssigned e -> List.of();
      case VisitEvent.ChecklistsFrozen e -> List.of();
      case VisitEvent.PresenceConfirmed e -> List.of();
      case VisitEvent.InspectionStarted e -> List.of();
      case VisitEvent.TeamReassigned e -> List.of();
      case VisitEvent.MemberRecused e -> List.of();
      case VisitEvent.MemberKept e -> List.of();
      case AssistanceEvent e -> List.of();
      case SigningEvent e -> List.of();
      case EndingEvent e -> List.of();
      case AmendmentEvent e -> List.of();
      case VisitEvent.ItemChecked e -> List.of();
      case VisitEvent.EvidenceAdded e -> List.of();
      case VisitEvent.EvidenceWithdrawn e -> List.of();
      case VisitEvent.DeadlineMoved e -> List.of();
      case VisitEvent.StatementTaken e -> List.of();
      case VisitEvent.SubjectSigned e -> List.of();
      case VisitEvent.OfficerSigned e -> List.of();
      case VisitEvent.SignaturesVoided e -> List.of();
      case VisitEvent.ReviewGiven e -> List.of();
      case VisitEvent.ResultHeld e -> List.of();
      case VisitEvent.HoldLifted e -> List.of();
      case VisitEvent.ResultReturned e -> List.of();
      case ArrangementEvent arranged -> arranged(event, arranged);
    };
  }

  private Visit stateAfter(StoredEvent event) {
    return visits.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT);
  }

  /** Of a result everybody has agreed to whom the packs ask. */
  private List<Announcement> result(StoredEvent event) {
    if (!(stateAfter(event) instanceof Visit.Recorded recorded)) {
      throw new IllegalStateException("a recorded result is not recorded");
    }
    return List.of(Integration.announcement(TOPIC, event.stream(), told(recorded)));
  }

  private Visit.Finished lacking(StoredEvent event) {
    return stateAfter(event)
        .owing()
        .orElseThrow(() -> new IllegalStateException("only a finished visit lacks its result"));
  }

  private DeadlineApproaching near(StoredEvent event, int workingDays) {
    Visit.Finished finished = lacking(event);
    Assignment a = finished.assignment();
    return new DeadlineApproaching(
        a.visitId(),
        a.drawId(),
        a.planId(),
        a.taskId(),
        a.subjectId(),
        a.inspectors(),
        finished.finishedOn(),
        finished.dueOn(),
        finished.provisional(),
        workingDays);
  }

  private DeadlineBreached missing(StoredEvent event) {
    Visit.Finished finished = lacking(event);
    Assignment a = finished.assignment();
    return new DeadlineBreached(
        a.visitId(),
        a.drawId(),
        a.planId(),
        a.taskId(),
        a.subjectId(),
        a.inspectors(),
        finished.finishedOn(),
        finished.dueOn(),
        finished.provisional());
  }

  private VisitNotHeld notHeld(StoredEvent event, VisitEvent.VisitNotHeld notHeld) {
    Assignment a = assignmentAfter(event);
    return new VisitNotHeld(
        a.visitId(),
        a.drawId(),
        a.planId(),
        a.taskId(),
        a.subjectId(),
        a.inspectors(),
        notHeld.windowTo(),
        notHeld.begun());
  }

  /** Only of a visit that was told of as not held. */
  private List<Announcement> settled(StoredEvent event, @Nullable Boolean late, String outcome) {
    if (!Boolean.TRUE.equals(late)) {
      return List.of();
    }
    Assignment a = assignmentAfter(event);
    return List.of(
        Integration.announcement(
            TOPIC,
            event.stream(),
            new VisitSettled(
                a.visitId(),
                a.drawId(),
                a.subjectId(),
                outcome,
                BusinessClock.day(Metadata.of(event).at()))));
  }

  private List<Announcement> arranged(StoredEvent event, ArrangementEvent arranged) {
    return ArrangementNews.of(arranged, assignmentAfter(event)).stream()
        .map(news -> Integration.announcement(TOPIC, event.stream(), news))
        .toList();
  }

  private Assignment assignmentAfter(StoredEvent event) {
    return switch (stateAfter(event)) {
      case Visit.InProgress started -> started.assignment();
      case Visit.Finished finished -> finished.assignment();
      case Visit.InReview reviewed -> reviewed.finished().assignment();
      case Visit.Recorded recorded -> recorded.finished().assignment();
      case Visit.Assigned assigned -> assigned.assignment();
      case Visit.Cancelled cancelled -> cancelled.assignment();
      case Visit.Unassigned unassigned -> throw new IllegalStateException("nobody was assigned");
    };
  }

  private TeamChangeTaken taken(StoredEvent event) {
    Assignment assignment = assignmentAfter(event);
    return new TeamChangeTaken(
        assignment.drawId(), assignment.subjectId(), BusinessClock.day(Metadata.of(event).at()));
  }

  private TeamChangeRefused refused(StoredEvent event, VisitEvent.ChangeRefused refused) {
    Assignment kept = assignmentAfter(event);
    return new TeamChangeRefused(
        kept.drawId(),
        kept.subjectId(),
        kept.inspectors(),
        refused.alternate(),
        refused.why(),
        BusinessClock.day(Metadata.of(event).at()));
  }

  private static ResultRecorded.@Nullable Violation violation(@Nullable Violation said) {
    return said == null
        ? null
        : new ResultRecorded.Violation(
            said.severity().name(), said.clause(), said.measure().name());
  }

  private static ResultRecorded told(Visit.Recorded recorded) {
    Visit.Finished finished = recorded.finished();
    Assignment a = finished.assignment();
    List<ResultRecorded.Finding> findings = new ArrayList<>();
    for (Assignment.Item item : a.items()) {
      Answer answer = Objects.requireNonNull(finished.answers().get(item.code()));
      findings.add(
          new ResultRecorded.Finding(
              item.code(),
              item.name(),
              answer.codes(),
              answer.note(),
              violation(answer.violation())));
    }
    return new ResultRecorded(
        a.visitId(),
        a.drawId(),
        a.planId(),
        a.taskId(),
        a.subjectId(),
        a.inspectors(),
        recorded.unit(),
        finished.finishedOn(),
        finished.dueOn(),
        finished.provisional(),
        recorded.codes(),
        findings,
        a.units(),
        recorded.by(),
        missing(recorded));
  }

  /** Whose signature its record lacks; absent where nobody's is. */
  private static @Nullable List<String> missing(Visit.Recorded recorded) {
    List<String> missing = ClosingSummary.of(recorded).missing();
    return missing.isEmpty() ? null : missing;
  }
}
