package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.expert.ExpertDirectory;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.item.ItemEvent.ItemClaimed;
import cn.doublerandom.registry.item.ItemEvent.ItemListed;
import cn.doublerandom.registry.item.ItemEvent.ItemReleased;
import cn.doublerandom.registry.subject.Period;
import cn.doublerandom.registry.subject.RiskSource;
import cn.doublerandom.registry.subject.StatusRequests;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectUnmerged;
import cn.doublerandom.registry.subject.Timeline;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    return 6;
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
    // Who is entered with this batch has no row: an import of a province asks for none.
    subjects.rows.absent(
        views,
        ids(entries.stream().filter(RegistryProjection::begins).toList(), RegistryStreams.SUBJECT));
    return items
        .rows
        .fetch(views, ids(entries, RegistryStreams.ITEM))
        .chain(() -> subjects.rows.fetch(views, ids(entries, RegistryStreams.SUBJECT)))
        .chain(() -> inspectors.rows.fetch(views, ids(entries, RegistryStreams.INSPECTOR)))
        .chain(() -> experts.rows.fetch(views, ids(entries, RegistryStreams.EXPERT)))
        .invoke(() -> entries.forEach(entry -> apply(entry, views)));
  }

  private static Set<String> ids(List<LedgerEntry> entries, StreamKind kind) {
    return entries.stream()
        .map(entry -> entry.event().stream())
        .filter(kind::has)
        .map(kind::id)
        .collect(Collectors.toSet());
  }

  private static boolean begins(LedgerEntry entry) {
    return entry.event().version() == 1;
  }

  private void apply(LedgerEntry entry, Views views) {
    StoredEvent event = entry.event();
    String id = RegistryStreams.id(event.stream());
    if (RegistryStreams.ITEM.has(event.stream())) {
      item(id, itemCodec.decode(event), views);
    } else if (RegistryStreams.SUBJECT.has(event.stream())) {
      subject(entry, views);
    } else if (RegistryStreams.INSPECTOR.has(event.stream())) {
      InspectorRows.apply(inspectors, id, inspectorCodec.decode(event), views);
    } else if (RegistryStreams.EXPERT.has(event.stream())) {
      expert(id, expertCodec.decode(event), views);
    }
  }

  private void expert(String id, ExpertEvent event, Views views) {
    switch (event) {
      case ExpertEvent.ExpertRegistered(var details, var told) ->
          experts.rows.put(views, id, new ExpertDirectory.Entry(details, "", null, told));
      case ExpertEvent.ExpertWithdrawn(var reason, var effective) ->
          experts.rows.update(
              views, id, k -> new ExpertDirectory.Entry(k.details(), reason, effective, k.told()));
      case ExpertEvent.ExpertTold told ->
          experts.rows.update(
              views,
              id,
              k -> new ExpertDirectory.Entry(k.details(), k.withdrawn(), k.withdrawnFrom(), true));
    }
  }

  private void item(String code, ItemEvent event, Views views) {
    Optional<ItemDirectory.Entry> known = items.rows.get(views, code);
    Checklist checklist = known.map(ItemDirectory.Entry::checklist).orElse(null);
    items.rows.put(
        views,
        code,
        switch (event) {
          case ItemListed(var details, var asker, var approver) ->
              new ItemDirectory.Entry(
                  details,
                  known.map(ItemDirectory.Entry::claimedBy).orElse(""),
                  known.map(ItemDirectory.Entry::mandate).orElse(""),
                  "",
                  checklist,
                  known.map(ItemDirectory.Entry::releaseWaits).orElse(null),
                  null);
          case ItemClaimed claimed ->
              new ItemDirectory.Entry(
                  known.orElseThrow().details(),
                  claimed.unit(),
                  claimed.mandate(),
                  "",
                  checklist,
                  null,
                  null);
          case ItemReleased released ->
              new ItemDirectory.Entry(
                  known.orElseThrow().details(), "", "", "", checklist, null, null);
          case ItemEvent.ItemSuperseded(var catalogue) ->
              new ItemDirectory.Entry(
                  known.orElseThrow().details(), "", "", catalogue, checklist, null, null);
          case ItemEvent.ItemImportUndone undone ->
              new ItemDirectory.Entry(
                  undone.details(),
                  known.orElseThrow().claimedBy(),
                  known.orElseThrow().mandate(),
                  Objects.requireNonNullElse(undone.supersededBy(), ""),
                  checklist,
                  known.orElseThrow().releaseWaits(),
                  null);
          case ItemEvent.ChecklistSet(var fresh) ->
              new ItemDirectory.Entry(
                  known.orElseThrow().details(),
                  known.orElseThrow().claimedBy(),
                  known.orElseThrow().mandate(),
                  known.orElseThrow().supersededBy(),
                  fresh,
                  known.orElseThrow().releaseWaits(),
                  known.orElseThrow().renaming());
          case ItemEvent.ReleaseAsked asked -> known.orElseThrow().waiting(asked.reason());
          case ItemEvent.ReleaseEnded ended -> known.orElseThrow().waiting(null);
          case ItemEvent.RenamingAsked(var becomes, var by, var batch) ->
              known.orElseThrow().renamed(new ItemDirectory.Renamed(becomes.name(), batch));
          case ItemEvent.RenamingEnded ended -> known.orElseThrow().renamed(null);
        });
  }

  private void subject(LedgerEntry entry, Views views) {
    StoredEvent stored = entry.event();
    String id = RegistryStreams.id(stored.stream());
    SubjectEvent event = subjectCodec.decode(stored);
    Optional<SubjectDirectory.Entry> known = subjects.rows.get(views, id);
    LocalDate day = day(stored);
    Timeline before = known.map(SubjectDirectory.Entry::timeline).orElse(null);
    Timeline after = before == null ? Timeline.of(registered(event)) : before.after(event, day);
    List<Period> told = before == null ? List.of() : before.periods(id);
    List<Period> now = after.periods(id);
    now.stream()
        .filter(period -> !told.contains(period))
        .forEach(period -> subjects.periods.put(views, periodId(id, period.from()), period));
    Set<LocalDate> kept = now.stream().map(Period::from).collect(Collectors.toSet());
    told.stream()
        .filter(period -> !kept.contains(period.from()))
        .forEach(gone -> subjects.periods.put(views, periodId(id, gone.from()), gone.without()));
    subjects.rows.put(views, id, entry(event, known, after, day, entry.seq()));
  }

  private static SubjectDetails registered(SubjectEvent event) {
    if (event instanceof SubjectRegistered(var details)) {
      return details;
    }
    throw new IllegalStateException("an unknown subject has a history");
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
      Timeline timeline,
      LocalDate day,
      long seq) {
    SubjectDetails told =
        switch (event) {
          case SubjectRegistered(var details) -> details;
          case SubjectRevised revised -> revised.details();
          case SubjectStatusChanged changed -> known.orElseThrow().details();
          case SubjectReclassified changed -> known.orElseThrow().details();
          case SubjectEvent.ImportUndone undone -> undone.details();
          case MergeRequested asked -> known.orElseThrow().details();
          case SubjectEvent.MergeRequestEnded ended -> known.orElseThrow().details();
          case SubjectEvent.DuplicateTaken taken -> known.orElseThrow().details();
          case SubjectEvent.StatusRequested asked -> known.orElseThrow().details();
          case SubjectEvent.StatusRequestEnded ended -> known.orElseThrow().details();
          case SubjectMerged merged -> known.orElseThrow().details();
          case SubjectUnmerged unmerged -> known.orElseThrow().details();
        };
    RiskSource risk = risk(event, known);
    String mergedInto = timeline.mergedInto().turns().getLast().value();
    Optional<Subject.StatusAsked> asked = known.flatMap(k -> Optional.ofNullable(k.statusAsked()));
    return new SubjectDirectory.Entry(
        timeline.asOf(told, day),
        mergedInto,
        risk,
        timeline,
        day,
        seq,
        StatusRequests.after(asked, event).orElse(null));
  }

  private static @Nullable RiskSource risk(
      SubjectEvent event, Optional<SubjectDirectory.Entry> known) {
    if (event instanceof SubjectEvent.ImportUndone undone) {
      return undone.risk();
    }
    return event instanceof SubjectReclassified changed
        ? new RiskSource(changed.source(), changed.on())
        : known.map(SubjectDirectory.Entry::risk).orElse(null);
  }
}
