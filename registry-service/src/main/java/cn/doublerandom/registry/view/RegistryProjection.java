package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.expert.ExpertDirectory;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsDeclared;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRevised;
import cn.doublerandom.registry.inspector.Leave;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.item.ItemEvent.ItemClaimed;
import cn.doublerandom.registry.item.ItemEvent.ItemListed;
import cn.doublerandom.registry.item.ItemEvent.ItemReleased;
import cn.doublerandom.registry.subject.Period;
import cn.doublerandom.registry.subject.RiskSource;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.Timeline;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the three lists of 一单两库 readable. */
@ApplicationScoped
class RegistryProjection implements Projection {
  private final ItemView items;
  private final SubjectView subjects;
  private final InspectorView inspectors;
  private final ExpertView experts;
  private final EventCodec<ItemEvent> itemCodec;
  private final EventCodec<SubjectEvent> subjectCodec;
  private final EventCodec<InspectorEvent> inspectorCodec;
  private final EventCodec<ExpertEvent> expertCodec;

  @Inject
  RegistryProjection(
      ItemView items,
      SubjectView subjects,
      InspectorView inspectors,
      ExpertView experts,
      EventCodec<ItemEvent> itemCodec,
      EventCodec<SubjectEvent> subjectCodec,
      EventCodec<InspectorEvent> inspectorCodec,
      EventCodec<ExpertEvent> expertCodec) {
    this.items = items;
    this.subjects = subjects;
    this.inspectors = inspectors;
    this.experts = experts;
    this.itemCodec = itemCodec;
    this.subjectCodec = subjectCodec;
    this.inspectorCodec = inspectorCodec;
    this.expertCodec = expertCodec;
  }

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of(
        items.rows.table(),
        subjects.rows.table(),
        subjects.periods.table(),
        inspectors.rows.table(),
        experts.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return items
        .rows
        .fetch(views, ids(entries, RegistryStreams.ITEM))
        .chain(() -> subjects.rows.fetch(views, ids(entries, RegistryStreams.SUBJECT)))
        .chain(() ->
            subjects.periods.fetch(
                views, knownPeriods(ids(entries, RegistryStreams.SUBJECT), views)))
        .chain(() -> inspectors.rows.fetch(views, ids(entries, RegistryStreams.INSPECTOR)))
        .chain(() -> experts.rows.fetch(views, ids(entries, RegistryStreams.EXPERT)))
        .invoke(() -> entries.forEach(entry -> apply(entry, views)));
  }

  private Set<String> knownPeriods(Set<String> ids, Views views) {
    return ids.stream()
        .flatMap(id ->
            subjects.rows.get(views, id).stream()
                .flatMap(entry -> entry.periods().stream().map(from -> periodId(id, from))))
        .collect(Collectors.toSet());
  }

  private static Set<String> ids(List<LedgerEntry> entries, String kind) {
    return entries.stream()
        .map(entry -> entry.event().stream())
        .filter(stream -> stream.startsWith(kind))
        .map(RegistryStreams::id)
        .collect(Collectors.toSet());
  }

  private void apply(LedgerEntry entry, Views views) {
    StoredEvent event = entry.event();
    String id = RegistryStreams.id(event.stream());
    if (event.stream().startsWith(RegistryStreams.ITEM)) {
      item(id, itemCodec.decode(event), views);
    } else if (event.stream().startsWith(RegistryStreams.SUBJECT)) {
      subject(entry, views);
    } else if (event.stream().startsWith(RegistryStreams.INSPECTOR)) {
      inspector(id, inspectorCodec.decode(event), views);
    } else if (event.stream().startsWith(RegistryStreams.EXPERT)) {
      expert(id, expertCodec.decode(event), views);
    }
  }

  private void expert(String id, ExpertEvent event, Views views) {
    switch (event) {
      case ExpertEvent.ExpertRegistered(var details) ->
          experts.rows.put(views, id, new ExpertDirectory.Entry(details, ""));
      case ExpertEvent.ExpertWithdrawn(var reason) ->
          experts.rows.update(views, id, k -> new ExpertDirectory.Entry(k.details(), reason));
    }
  }

  private void item(String code, ItemEvent event, Views views) {
    Optional<ItemDirectory.Entry> known = items.rows.get(views, code);
    Checklist checklist = known.map(ItemDirectory.Entry::checklist).orElse(null);
    items.rows.put(
        views,
        code,
        switch (event) {
          case ItemListed(var details) ->
              new ItemDirectory.Entry(
                  details,
                  known.map(ItemDirectory.Entry::claimedBy).orElse(""),
                  known.map(ItemDirectory.Entry::mandate).orElse(""),
                  "",
                  checklist);
          case ItemClaimed claimed ->
              new ItemDirectory.Entry(
                  known.orElseThrow().details(), claimed.unit(), claimed.mandate(), "", checklist);
          case ItemReleased released ->
              new ItemDirectory.Entry(known.orElseThrow().details(), "", "", "", checklist);
          case ItemEvent.ItemSuperseded(var catalogue) ->
              new ItemDirectory.Entry(known.orElseThrow().details(), "", "", catalogue, checklist);
          case ItemEvent.ChecklistSet(var fresh) ->
              new ItemDirectory.Entry(
                  known.orElseThrow().details(),
                  known.orElseThrow().claimedBy(),
                  known.orElseThrow().mandate(),
                  known.orElseThrow().supersededBy(),
                  fresh);
        });
  }

  private void subject(LedgerEntry entry, Views views) {
    StoredEvent stored = entry.event();
    String id = RegistryStreams.id(stored.stream());
    SubjectEvent event = subjectCodec.decode(stored);
    Optional<SubjectDirectory.Entry> known = subjects.rows.get(views, id);
    Timeline before =
        new Timeline(
            known.stream()
                .flatMap(e -> e.periods().stream())
                .map(from -> subjects.periods.get(views, periodId(id, from)).orElseThrow())
                .toList());
    Timeline after = before.after(event, day(stored));
    after.periods().stream()
        .filter(period -> !before.periods().contains(period))
        .forEach(period -> subjects.periods.put(views, periodId(id, period.from()), period));
    subjects.rows.put(
        views,
        id,
        entry(event, known, after.periods().stream().map(Period::from).toList(), entry.seq()));
  }

  private static String periodId(String subject, LocalDate from) {
    return subject + " " + from;
  }

  /** The day an event was recorded, by the bureau's clock. */
  private static LocalDate day(StoredEvent event) {
    return BusinessClock.day(Metadata.of(event).at());
  }

  private static SubjectDirectory.Entry entry(
      SubjectEvent event,
      Optional<SubjectDirectory.Entry> known,
      List<LocalDate> periods,
      long seq) {
    return switch (event) {
      case SubjectRegistered(var details) ->
          new SubjectDirectory.Entry(details, "", null, periods, seq);
      case SubjectRevised(var details, var effective) ->
          new SubjectDirectory.Entry(
              details, "", known.map(SubjectDirectory.Entry::risk).orElse(null), periods, seq);
      case SubjectStatusChanged(var status, var reason, var effective) ->
          changed(known, k -> k.details().withStatus(status), periods, seq);
      case SubjectEvent.SubjectReclassified(var riskClass, var source, var on) ->
          new SubjectDirectory.Entry(
              known.orElseThrow().details().withRiskClass(riskClass),
              known.orElseThrow().mergedInto(),
              new RiskSource(source, on),
              periods,
              seq);
      case SubjectEvent.MergeRequested asked ->
          new SubjectDirectory.Entry(
              known.orElseThrow().details(),
              known.orElseThrow().mergedInto(),
              known.orElseThrow().risk(),
              periods,
              seq);
      case SubjectEvent.SubjectMerged merged ->
          new SubjectDirectory.Entry(
              known.orElseThrow().details(),
              merged.into(),
              known.orElseThrow().risk(),
              periods,
              seq);
      case SubjectEvent.SubjectUnmerged unmerged ->
          new SubjectDirectory.Entry(
              known.orElseThrow().details(), "", known.orElseThrow().risk(), periods, seq);
    };
  }

  private static SubjectDirectory.Entry changed(
      Optional<SubjectDirectory.Entry> known,
      Function<SubjectDirectory.Entry, SubjectDetails> change,
      List<LocalDate> periods,
      long seq) {
    SubjectDirectory.Entry before = known.orElseThrow();
    return new SubjectDirectory.Entry(
        change.apply(before), before.mergedInto(), before.risk(), periods, seq);
  }

  private void inspector(String id, InspectorEvent event, Views views) {
    switch (event) {
      case InspectorRegistered(var details) ->
          inspectors.rows.put(
              views, id, new InspectorDirectory.Entry(details, List.of(), List.of()));
      case InspectorRevised(var details) ->
          inspectors.rows.update(
              views, id, k -> new InspectorDirectory.Entry(details, k.recusals(), k.leaves()));
      case InspectorEvent.ErasureRequested asked -> {
        // shown nowhere: the name goes when it is approved
      }
      case InspectorEvent.ErasureApproved approved -> {
        // the key goes; what was sealed with it stays unreadable where it stands
      }
      case ConflictsDeclared(var fresh) ->
          inspectors.rows.update(
              views,
              id,
              k ->
                  new InspectorDirectory.Entry(
                      k.details(), joined(k.recusals(), fresh), k.leaves()));
      case InspectorEvent.LeaveGranted(var leave) ->
          inspectors.rows.update(
              views,
              id,
              k -> {
                List<Leave> all = new ArrayList<>(k.leaves());
                all.add(leave);
                return new InspectorDirectory.Entry(k.details(), k.recusals(), all);
              });
    }
  }

  private static List<Recusal> joined(List<Recusal> known, List<Recusal> fresh) {
    List<Recusal> all = new ArrayList<>(known);
    all.addAll(fresh);
    all.sort(Comparator.comparing(Recusal::subject));
    return all;
  }
}
