package cn.doublerandom.registry.kafka;

import cn.doublerandom.contracts.HolidayNoticeIssued;
import cn.doublerandom.contracts.InspectorChanged;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.ItemClaimed;
import cn.doublerandom.contracts.ItemReleased;
import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Eligibility;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.subject.Particulars;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.messaging.Integration;
import cn.doublerandom.servicekit.rules.RuleBook;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarStream;
import cn.doublerandom.servicekit.time.IssuedNotices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the whole entry whenever it changes. The entry is the stream replayed up to the event told,
 * so the same event always gives the same record.
 */
@ApplicationScoped
class RegistryAnnouncer implements Announcer {
  private static final String TOPIC = "registry.events.v1";
  private static final String SUBJECTS = "registry.subjects.v1";
  private static final String INSPECTORS = "registry.inspectors.v1";
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final CommandHandler<ItemCommand, ItemEvent, InspectionItem> items;
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar;
  private final RuleBook rules;

  @Inject
  RegistryAnnouncer(
      CommandHandler<ItemCommand, ItemEvent, InspectionItem> items,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar,
      RuleBook rules) {
    this.items = items;
    this.subjects = subjects;
    this.inspectors = inspectors;
    this.calendar = calendar;
    this.rules = rules;
  }

  @Override
  public List<Announcement> announce(StoredEvent event) {
    return integrationEvent(event).map(e -> told(event.stream(), e)).orElse(List.of());
  }

  /** What happened, and for the directories the state after it, by the entry's own id. */
  private static List<Announcement> told(String stream, IntegrationEvent event) {
    Announcement happened = Integration.announcement(TOPIC, stream, event);
    return switch (event) {
      case SubjectChanged changed ->
          List.of(happened, Integration.announcement(SUBJECTS, changed.subjectId(), changed));
      case InspectorChanged changed ->
          List.of(happened, Integration.announcement(INSPECTORS, changed.inspectorId(), changed));
      default -> List.of(happened);
    };
  }

  private Optional<IntegrationEvent> integrationEvent(StoredEvent event) {
    String stream = event.stream();
    if (stream.startsWith(RegistryStreams.ITEM)) {
      return item(event);
    } else if (stream.startsWith(RegistryStreams.SUBJECT)) {
      return subject(event);
    } else if (stream.startsWith(RegistryStreams.INSPECTOR)) {
      return inspector(inspectors.stateAt(stream, event.version()).await().atMost(SQL_TIMEOUT));
    } else if (stream.equals(CalendarStream.NAME)) {
      return Optional.of(notice(calendar.decode(event)));
    }
    return Optional.empty();
  }

  private static IntegrationEvent notice(CalendarEvent event) {
    return switch (event) {
      case CalendarEvent.HolidayNoticeIssued(var notice, var lacking) ->
          new HolidayNoticeIssued(
              notice.number(), notice.issuedOn(), notice.year(), notice.off(), notice.worked());
    };
  }

  private Optional<IntegrationEvent> item(StoredEvent event) {
    return switch (items.decode(event)) {
      case ItemEvent.ItemListed listed -> Optional.empty();
      case ItemEvent.ItemSuperseded superseded -> Optional.empty();
      case ItemEvent.ChecklistSet set -> Optional.empty();
      case ItemEvent.ItemReleased(var unit, var reason) ->
          Optional.of(new ItemReleased(RegistryStreams.id(event.stream()), unit, reason));
      case ItemEvent.ItemClaimed claimed ->
          switch (items.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT)) {
            case InspectionItem.Claimed(var details, var checklist, var unit, var mandate) ->
                Optional.of(
                    new ItemClaimed(
                        details.code(),
                        details.name(),
                        details.legalBasis(),
                        details.category().name(),
                        details.field(),
                        details.method(),
                        unit,
                        mandate,
                        claimed.claimedOn()));
            case InspectionItem.Unlisted unlisted -> Optional.empty();
            case InspectionItem.Unclaimed unclaimed -> Optional.empty();
            case InspectionItem.Superseded superseded -> Optional.empty();
          };
    };
  }

  /** Who carries the whole entry needs no look at the stream: an import is told at full speed. */
  private Optional<IntegrationEvent> subject(StoredEvent event) {
    return switch (subjects.decode(event)) {
      case SubjectEvent.SubjectRegistered(var details) -> Optional.of(told(details, "", null));
      case SubjectEvent.SubjectRevised(var details, var effective) ->
          Optional.of(told(details, "", effective == null ? recorded(event) : effective));
      case SubjectEvent.SubjectStatusChanged changed -> replayed(event, changed.effective());
      case SubjectEvent.SubjectReclassified changed -> replayed(event, changed.on());
      case SubjectEvent.MergeRequested asked -> Optional.empty();
      case SubjectEvent.SubjectMerged changed -> replayed(event, changed.effective());
      case SubjectEvent.SubjectUnmerged changed -> replayed(event, changed.effective());
    };
  }

  /** The day an event was recorded, by the bureau's clock: from it holds what names no day. */
  private static LocalDate recorded(StoredEvent event) {
    return BusinessClock.day(Metadata.of(event).at());
  }

  private Optional<IntegrationEvent> replayed(StoredEvent event, LocalDate effective) {
    return switch (subjects.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT)) {
      case Subject.Unregistered() -> Optional.empty();
      case Subject.Registered(var details, var risk, var asked) ->
          Optional.of(told(details, "", effective));
      case Subject.Merged(var details, var risk, var into, var asked) ->
          Optional.of(told(details, into, effective));
    };
  }

  private static SubjectChanged told(
      SubjectDetails d, String mergedInto, @Nullable LocalDate effective) {
    Particulars more = d.more();
    return new SubjectChanged(
        d.id(),
        d.name(),
        d.kind().name(),
        d.labels(),
        d.creditRiskClass().name(),
        // A duplicate is not drawn: for the others it is as good as gone.
        mergedInto.isEmpty() ? d.status().name() : SubjectStatus.CANCELLED.name(),
        d.registrar(),
        d.since(),
        mergedInto.isEmpty() ? null : mergedInto,
        absent(more.region()),
        absent(more.industry()),
        absent(more.keyField()),
        effective);
  }

  private static @Nullable String absent(String text) {
    return text.isEmpty() ? null : text;
  }

  private Optional<IntegrationEvent> inspector(Inspector inspector) {
    return switch (inspector) {
      case Inspector.Unregistered() -> Optional.empty();
      case Inspector.Registered(InspectorDetails d, var recusals, var leaves, var erasure) ->
          Optional.of(
              new InspectorChanged(
                  d.id(),
                  d.unit(),
                  d.tags(),
                  d.certifiedUntil(),
                  d.status().name(),
                  Eligibility.conflicts(d, recusals, rules::coolingYears).stream()
                      .map(r ->
                          new InspectorChanged.Recusal(
                              r.subject(), r.reason(), r.from(), r.until()))
                      .toList(),
                  leaves.isEmpty()
                      ? null
                      : leaves.stream()
                          .map(l -> new InspectorChanged.Absence(l.from(), l.until()))
                          .toList()));
    };
  }
}
