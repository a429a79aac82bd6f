package cn.doublerandom.registry.kafka;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.time.HolidayNotice;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.contracts.BureauChanged;
import cn.doublerandom.contracts.HolidayNoticeIssued;
import cn.doublerandom.contracts.InspectorChanged;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.ItemReleased;
import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.bureau.BureauCommand;
import cn.doublerandom.registry.bureau.BureauEvent;
import cn.doublerandom.registry.bureau.RegisteredBureau;
import cn.doublerandom.registry.deputy.Deputy;
import cn.doublerandom.registry.deputy.DeputyCommand;
import cn.doublerandom.registry.deputy.DeputyEvent;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertCommand;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.inspector.Eligibility;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.messaging.Integration;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarStream;
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
  private static final String BUREAUS = "registry.bureaus.v1";
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final CommandHandler<ItemCommand, ItemEvent, InspectionItem> items;
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final CommandHandler<ExpertCommand, ExpertEvent, Expert> experts;
  private final CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar;
  private final CommandHandler<BureauCommand, BureauEvent, RegisteredBureau> bureaus;
  private final CommandHandler<DeputyCommand, DeputyEvent, Deputy> deputies;
  private final RuleBook rules;
  private final EventStore store;

  @Inject
  RegistryAnnouncer(
      CommandHandler<ItemCommand, ItemEvent, InspectionItem> items,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      CommandHandler<ExpertCommand, ExpertEvent, Expert> experts,
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar,
      CommandHandler<BureauCommand, BureauEvent, RegisteredBureau> bureaus,
      CommandHandler<DeputyCommand, DeputyEvent, Deputy> deputies,
      RuleBook rules,
      EventStore store) {
    this.items = items;
    this.subjects = subjects;
    this.inspectors = inspectors;
    this.experts = experts;
    this.calendar = calendar;
    this.bureaus = bureaus;
    this.deputies = deputies;
    this.rules = rules;
    this.store = store;
  }

  @Override
  public Announcer within(EventStore own) {
    return new RegistryAnnouncer(
        items.over(own),
        subjects.over(own),
        inspectors.over(own),
        experts.over(own),
        calendar.over(own),
        bureaus.over(own),
        deputies.over(own),
        rules,
        own);
  }

  @Override
  public List<Announcement> announce(StoredEvent event) {
    return integrationEvent(event).map(e -> told(event.stream(), e)).orElse(List.of());
  }

  /** What happened, and for the directories the state after it, by the entry's own id. */
  private static List<Announcement> told(String stream, IntegrationEvent event) {
    Announcement happened = Integration.announcement(TOPIC, stream, event);
    return switch (event) {
      case SubjectChanged e -> List.of(happened, happened.on(SUBJECTS, e.subjectId()));
      case InspectorChanged e -> List.of(happened, happened.on(INSPECTORS, e.inspectorId()));
      case BureauChanged e -> List.of(happened, happened.on(BUREAUS, e.bureau()));
      case IntegrationEvent other -> List.of(happened);
    };
  }

  private Optional<IntegrationEvent> integrationEvent(StoredEvent event) {
    String stream = event.stream();
    if (RegistryStreams.ITEM.has(stream)) {
      return item(event);
    } else if (RegistryStreams.SUBJECT.has(stream)) {
      return subject(event);
    } else if (RegistryStreams.INSPECTOR.has(stream)) {
      return inspector(
          inspectors.stateAt(stream, event.version()).await().atMost(SQL_TIMEOUT), day(event));
    } else if (RegistryStreams.EXPERT.has(stream)) {
      return ExpertTelling.told(
          RegistryStreams.id(stream),
          experts.decode(event),
          experts.stateAt(stream, event.version()).await().atMost(SQL_TIMEOUT));
    } else if (RegistryStreams.BUREAU.has(stream)) {
      return BureauTelling.told(
          bureaus.decode(event),
          bureaus.stateAt(stream, event.version()).await().atMost(SQL_TIMEOUT));
    } else if (RegistryStreams.DEPUTY.has(stream)) {
      return DeputyTelling.told(
          deputies.decode(event),
          deputies.stateAt(stream, event.version()).await().atMost(SQL_TIMEOUT));
    } else if (stream.equals(CalendarStream.NAME)) {
      return notice(calendar.decode(event));
    }
    return Optional.empty();
  }

  private static Optional<IntegrationEvent> notice(CalendarEvent event) {
    return switch (event) {
      case CalendarEvent.HolidayNoticeIssued issued -> Optional.of(told(issued.notice()));
      case CalendarEvent.NoticeRequested asked -> Optional.empty();
      case CalendarEvent.NoticeRequestEnded ended -> Optional.empty();
    };
  }

  private static IntegrationEvent told(HolidayNotice notice) {
    return new HolidayNoticeIssued(
        notice.number(), notice.issuedOn(), notice.year(), notice.off(), notice.worked());
  }

  private Optional<IntegrationEvent> item(StoredEvent event) {
    return switch (items.decode(event)) {
      case ItemEvent.ItemListed listed when listed.approvedBy() != null ->
          claimed(event, day(event));
      case ItemEvent.ItemListed listed -> Optional.empty();
      case ItemEvent.ItemSuperseded superseded -> Optional.empty();
      case ItemEvent.ItemImportUndone undone -> claimed(event, day(event));
      case ItemEvent.ChecklistSet(var checklist) ->
          Optional.of(ItemTelling.told(RegistryStreams.id(event.stream()), checklist));
      case ItemEvent.ReleaseAsked asked -> Optional.empty();
      case ItemEvent.ReleaseEnded ended -> Optional.empty();
      case ItemEvent.RenamingAsked asked -> Optional.empty();
      case ItemEvent.RenamingEnded ended -> Optional.empty();
      case ItemEvent.ItemReleased(var unit, var reason) ->
          Optional.of(new ItemReleased(RegistryStreams.id(event.stream()), unit, reason));
      case ItemEvent.ItemClaimed claimed -> claimed(event, null);
    };
  }

  /** What is claimed, under the name it has by then. */
  private Optional<IntegrationEvent> claimed(StoredEvent event, @Nullable LocalDate renamedOn) {
    return switch (items.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT)) {
      case InspectionItem.Claimed claimed -> Optional.of(ItemTelling.told(claimed, renamedOn));
      case InspectionItem.Unlisted unlisted -> Optional.empty();
      case InspectionItem.Unclaimed unclaimed -> Optional.empty();
      case InspectionItem.Superseded superseded -> Optional.empty();
    };
  }

  /** Who is new needs no look at the stream: a first import is told at full speed. */
  private Optional<IntegrationEvent> subject(StoredEvent event) {
    return switch (subjects.decode(event)) {
      case SubjectEvent.SubjectRegistered(var details) ->
          Optional.of(SubjectTelling.first(details));
      case SubjectEvent.MergeRequested asked -> Optional.empty();
      case SubjectEvent.MergeRequestEnded ended -> Optional.empty();
      case SubjectEvent.DuplicateTaken taken -> Optional.empty();
      case SubjectEvent.StatusRequested asked -> Optional.empty();
      case SubjectEvent.StatusRequestEnded ended -> Optional.empty();
      case SubjectEvent.SubjectRevised changed -> Optional.of(told(event));
      case SubjectEvent.SubjectStatusChanged changed -> Optional.of(told(event));
      case SubjectEvent.SubjectReclassified changed -> Optional.of(told(event));
      case SubjectEvent.ImportUndone undone -> Optional.of(told(event));
      case SubjectEvent.SubjectMerged changed -> Optional.of(told(event));
      case SubjectEvent.SubjectUnmerged changed -> Optional.of(told(event));
    };
  }

  private IntegrationEvent told(StoredEvent event) {
    SubjectTelling.Known known = null;
    for (StoredEvent one : store.load(List.of(event.stream())).await().atMost(SQL_TIMEOUT)) {
      if (one.version() <= event.version()) {
        known = SubjectTelling.after(known, subjects.decode(one), day(one));
      }
    }
    if (known == null) {
      throw new IllegalStateException(event.stream() + " has no event");
    }
    return SubjectTelling.told(known, day(event));
  }

  /** The day an event was recorded, by the bureau's clock; what is told holds on it. */
  private static LocalDate day(StoredEvent event) {
    return BusinessClock.day(Metadata.of(event).at());
  }

  private Optional<IntegrationEvent> inspector(Inspector inspector, LocalDate today) {
    return switch (inspector) {
      case Inspector.Unregistered() -> Optional.empty();
      case Inspector.Registered known -> Optional.of(told(known, today));
    };
  }

  private InspectorChanged told(Inspector.Registered known, LocalDate today) {
    InspectorDetails d = known.details();
    return new InspectorChanged(
        d.id(),
        d.unit(),
        d.tags(),
        d.certifiedUntil(),
        known.statuses().asOf(today).name(),
        Eligibility.conflicts(d, known.recusals(), rules::coolingYears).stream()
            .map(r ->
                new InspectorChanged.Recusal(
                    r.subject(), r.reason(), r.from(), r.until(), known.decidedBy(r)))
            .toList(),
        absentWhereEmpty(
            known.leaves().stream()
                .map(l -> new InspectorChanged.Absence(l.from(), l.until()))
                .toList()),
        absentWhereEmpty(
            known.statuses().after(today).stream()
                .map(turn -> new InspectorChanged.Later(turn.from(), turn.value().name()))
                .toList()),
        absentWhereEmpty(
            known.recusalsAsked().stream()
                .map(asked -> asked.recusal().subject())
                .distinct()
                .sorted()
                .toList()));
  }

  private static <T> @Nullable List<T> absentWhereEmpty(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
