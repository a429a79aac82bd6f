package cn.doublerandom.draw.view;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.RegisterEvent;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.servicekit.view.Documents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the registry told as long as each entry became an event here: old ledgers show it again when
 * they are replayed. What is known now stands in the replicas ({@link RegisterView}).
 */
@ApplicationScoped
class KnownRows {
  private final Documents<KnownSubjectRow, KnownSubject> subjects =
      new Documents<>(KnownSubjectRow.class, "known_subject_view", KnownSubject.class);
  private final Documents<KnownInspectorRow, KnownInspector> inspectors =
      new Documents<>(KnownInspectorRow.class, "known_inspector_view", KnownInspector.class);
  private final Documents<KnownItemRow, KnownItem> items =
      new Documents<>(KnownItemRow.class, "known_item_view", KnownItem.class);

  List<String> tables() {
    return List.of(subjects.table(), inspectors.table(), items.table());
  }

  static boolean isShown(String stream) {
    return DrawStreams.KNOWN_SUBJECT.has(stream)
        || DrawStreams.KNOWN_INSPECTOR.has(stream)
        || DrawStreams.KNOWN_ITEM.has(stream);
  }

  /** Reads the rows that will be changed and not replaced. */
  Uni<Void> fetch(List<DrawProjection.Read> events, Views views) {
    return items.fetch(
        views,
        events.stream()
            .filter(event -> event.register() instanceof RegisterEvent.ItemReleaseNoted)
            .map(event -> DrawStreams.KNOWN_ITEM.id(event.stream()))
            .collect(Collectors.toSet()));
  }

  void apply(String stream, RegisterEvent event, Views views) {
    switch (event) {
      case RegisterEvent.SubjectNoted(var subject) -> subjects.put(views, subject.id(), subject);
      case RegisterEvent.InspectorNoted(var inspector) ->
          inspectors.put(views, inspector.id(), inspector);
      case RegisterEvent.ItemNoted(var item) -> items.put(views, item.code(), item);
      case RegisterEvent.ItemReleaseNoted() ->
          items.update(views, DrawStreams.KNOWN_ITEM.id(stream), KnownItem::released);
    }
  }
}
