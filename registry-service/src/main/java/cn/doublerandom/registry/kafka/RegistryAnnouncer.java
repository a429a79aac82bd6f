package cn.doublerandom.registry.kafka;

import cn.doublerandom.contracts.InspectorChanged;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.ItemClaimed;
import cn.doublerandom.contracts.ItemReleased;
import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tells the whole entry whenever it changes. The entry is the stream replayed up to the event told,
 * so the same event always gives the same record.
 */
@ApplicationScoped
class RegistryAnnouncer implements Announcer {
  private static final String TOPIC = "registry.events.v1";
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final CommandHandler<ItemCommand, ItemEvent, InspectionItem> items;
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;

  @Inject
  RegistryAnnouncer(
      CommandHandler<ItemCommand, ItemEvent, InspectionItem> items,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors) {
    this.items = items;
    this.subjects = subjects;
    this.inspectors = inspectors;
  }

  @Override
  public List<Announcement> announce(StoredEvent event) {
    return integrationEvent(event)
        .map(e -> List.of(Integration.announcement(TOPIC, event.stream(), e)))
        .orElse(List.of());
  }

  private Optional<IntegrationEvent> integrationEvent(StoredEvent event) {
    String stream = event.stream();
    if (stream.startsWith(RegistryStreams.ITEM)) {
      return item(event);
    } else if (stream.startsWith(RegistryStreams.SUBJECT)) {
      return subject(subjects.stateAt(stream, event.version()).await().atMost(SQL_TIMEOUT));
    }
    return inspector(inspectors.stateAt(stream, event.version()).await().atMost(SQL_TIMEOUT));
  }

  private Optional<IntegrationEvent> item(StoredEvent event) {
    return switch (items.decode(event)) {
      case ItemEvent.ItemListed listed -> Optional.empty();
      case ItemEvent.ItemReleased(var unit, var reason) ->
          Optional.of(new ItemReleased(RegistryStreams.id(event.stream()), unit, reason));
      case ItemEvent.ItemClaimed claimed ->
          switch (items.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT)) {
            case InspectionItem.Claimed(var details, var unit, var mandate) ->
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
          };
    };
  }

  private static Optional<IntegrationEvent> subject(Subject subject) {
    return switch (subject) {
      case Subject.Unregistered() -> Optional.empty();
      case Subject.Registered(SubjectDetails d) ->
          Optional.of(
              new SubjectChanged(
                  d.id(),
                  d.name(),
                  d.kind().name(),
                  d.labels(),
                  d.creditRiskClass().name(),
                  d.status().name(),
                  d.registrar(),
                  d.since()));
    };
  }

  private static Optional<IntegrationEvent> inspector(Inspector inspector) {
    return switch (inspector) {
      case Inspector.Unregistered() -> Optional.empty();
      case Inspector.Registered(InspectorDetails d, var recusals, var erasure) ->
          Optional.of(
              new InspectorChanged(
                  d.id(),
                  d.unit(),
                  d.tags(),
                  d.certificateValidUntil(),
                  d.status().name(),
                  recusals.stream()
                      .map(r -> new InspectorChanged.Recusal(r.subject(), r.reason()))
                      .toList()));
    };
  }
}
