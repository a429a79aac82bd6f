package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
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
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.servicekit.view.Projection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
  public Uni<Void> apply(LedgerEntry entry) {
    StoredEvent event = entry.event();
    String id = RegistryStreams.id(event.stream());
    if (event.stream().startsWith(RegistryStreams.ITEM)) {
      return item(id, itemCodec.decode(event));
    } else if (event.stream().startsWith(RegistryStreams.SUBJECT)) {
      return subject(id, subjectCodec.decode(event));
    }
    return inspector(id, inspectorCodec.decode(event));
  }

  private Uni<Void> item(String code, ItemEvent event) {
    return switch (event) {
      case ItemListed(var details) ->
          items
              .rows
              .get(code)
              .flatMap(known ->
                  items.rows.put(
                      code,
                      known
                          .map(k -> new ItemDirectory.Entry(details, k.claimedBy(), k.mandate()))
                          .orElse(new ItemDirectory.Entry(details, "", ""))));
      case ItemClaimed claimed ->
          items.rows.update(
              code, k -> new ItemDirectory.Entry(k.details(), claimed.unit(), claimed.mandate()));
      case ItemReleased released ->
          items.rows.update(code, k -> new ItemDirectory.Entry(k.details(), "", ""));
    };
  }

  private Uni<Void> subject(String id, SubjectEvent event) {
    return switch (event) {
      case SubjectRegistered(var details) -> subjects.rows.put(id, details);
      case SubjectRevised(var details) -> subjects.rows.put(id, details);
      case SubjectStatusChanged changed ->
          subjects.rows.update(id, (SubjectDetails k) -> k.withStatus(changed.status()));
    };
  }

  private Uni<Void> inspector(String id, InspectorEvent event) {
    return switch (event) {
      case InspectorRegistered(var details) ->
          inspectors.rows.put(id, new InspectorDirectory.Entry(details, List.of()));
      case InspectorRevised(var details) ->
          inspectors.rows.update(id, k -> new InspectorDirectory.Entry(details, k.recusals()));
      case ConflictsDeclared(var fresh) ->
          inspectors.rows.update(
              id, k -> new InspectorDirectory.Entry(k.details(), joined(k.recusals(), fresh)));
    };
  }

  private static List<Recusal> joined(List<Recusal> known, List<Recusal> fresh) {
    List<Recusal> all = new ArrayList<>(known);
    all.addAll(fresh);
    all.sort(Comparator.comparing(Recusal::subject));
    return all;
  }
}
