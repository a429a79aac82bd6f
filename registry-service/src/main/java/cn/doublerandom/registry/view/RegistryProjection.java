package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsDeclared;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRevised;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.item.ItemEvent.ItemClaimed;
import cn.doublerandom.registry.item.ItemEvent.ItemListed;
import cn.doublerandom.registry.item.ItemEvent.ItemReleased;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the three lists of 一单两库 readable. */
@ApplicationScoped
class RegistryProjection implements Projection {
  private final ItemView items;
  private final SubjectView subjects;
  private final InspectorView inspectors;
  private final EventCodec<ItemEvent> itemCodec;
  private final EventCodec<SubjectEvent> subjectCodec;
  private final EventCodec<InspectorEvent> inspectorCodec;

  @Inject
  RegistryProjection(
      ItemView items,
      SubjectView subjects,
      InspectorView inspectors,
      EventCodec<ItemEvent> itemCodec,
      EventCodec<SubjectEvent> subjectCodec,
      EventCodec<InspectorEvent> inspectorCodec) {
    this.items = items;
    this.subjects = subjects;
    this.inspectors = inspectors;
    this.itemCodec = itemCodec;
    this.subjectCodec = subjectCodec;
    this.inspectorCodec = inspectorCodec;
  }

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public List<String> tables() {
    return List.of(items.rows.table(), subjects.rows.table(), inspectors.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return items
        .rows
        .fetch(views, ids(entries, RegistryStreams.ITEM))
        .chain(() -> subjects.rows.fetch(views, ids(entries, RegistryStreams.SUBJECT)))
        .chain(() -> inspectors.rows.fetch(views, ids(entries, RegistryStreams.INSPECTOR)))
        .invoke(() -> entries.forEach(entry -> apply(entry.event(), views)));
  }

  private static Set<String> ids(List<LedgerEntry> entries, String kind) {
    return entries.stream()
        .map(entry -> entry.event().stream())
        .filter(stream -> stream.startsWith(kind))
        .map(RegistryStreams::id)
        .collect(Collectors.toSet());
  }

  private void apply(StoredEvent event, Views views) {
    String id = RegistryStreams.id(event.stream());
    if (event.stream().startsWith(RegistryStreams.ITEM)) {
      item(id, itemCodec.decode(event), views);
    } else if (event.stream().startsWith(RegistryStreams.SUBJECT)) {
      subject(id, subjectCodec.decode(event), views);
    } else {
      inspector(id, inspectorCodec.decode(event), views);
    }
  }

  private void item(String code, ItemEvent event, Views views) {
    switch (event) {
      case ItemListed(var details) ->
          items.rows.put(
              views,
              code,
              items
                  .rows
                  .get(views, code)
                  .map(k -> new ItemDirectory.Entry(details, k.claimedBy(), k.mandate()))
                  .orElse(new ItemDirectory.Entry(details, "", "")));
      case ItemClaimed claimed ->
          items.rows.update(
              views,
              code,
              k -> new ItemDirectory.Entry(k.details(), claimed.unit(), claimed.mandate()));
      case ItemReleased released ->
          items.rows.update(views, code, k -> new ItemDirectory.Entry(k.details(), "", ""));
    }
  }

  private void subject(String id, SubjectEvent event, Views views) {
    switch (event) {
      case SubjectRegistered(var details) -> subjects.rows.put(views, id, details);
      case SubjectRevised(var details) -> subjects.rows.put(views, id, details);
      case SubjectStatusChanged changed ->
          subjects.rows.update(views, id, k -> k.withStatus(changed.status()));
    }
  }

  private void inspector(String id, InspectorEvent event, Views views) {
    switch (event) {
      case InspectorRegistered(var details) ->
          inspectors.rows.put(views, id, new InspectorDirectory.Entry(details, List.of()));
      case InspectorRevised(var details) ->
          inspectors.rows.update(
              views, id, k -> new InspectorDirectory.Entry(details, k.recusals()));
      case InspectorEvent.ErasureRequested asked -> {
        // shown nowhere: the name goes when it is approved
      }
      case ConflictsDeclared(var fresh) ->
          inspectors.rows.update(
              views,
              id,
              k -> new InspectorDirectory.Entry(k.details(), joined(k.recusals(), fresh)));
    }
  }

  private static List<Recusal> joined(List<Recusal> known, List<Recusal> fresh) {
    List<Recusal> all = new ArrayList<>(known);
    all.addAll(fresh);
    all.sort(Comparator.comparing(Recusal::subject));
    return all;
  }
}
