package cn.doublerandom.draw.view;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.RegisterEvent;
import cn.doublerandom.eventstore.projection.Views;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps what the registry told readable: subjects, inspectors, items. */
@ApplicationScoped
class KnownRows {
  private final RegisterView register;

  @Inject
  KnownRows(RegisterView register) {
    this.register = register;
  }

  List<String> tables() {
    return List.of(register.subjects.table(), register.inspectors.table(), register.items.table());
  }

  static boolean isShown(String stream) {
    return stream.startsWith(DrawStreams.KNOWN_SUBJECT)
        || stream.startsWith(DrawStreams.KNOWN_INSPECTOR)
        || stream.startsWith(DrawStreams.KNOWN_ITEM);
  }

  /** Reads the rows that will be changed and not replaced. */
  Uni<Void> fetch(List<DrawProjection.Read> events, Views views) {
    return register.items.fetch(
        views,
        events.stream()
            .filter(event -> event.register() instanceof RegisterEvent.ItemReleaseNoted)
            .map(event -> event.stream().substring(DrawStreams.KNOWN_ITEM.length()))
            .collect(Collectors.toSet()));
  }

  void apply(String stream, RegisterEvent event, Views views) {
    switch (event) {
      case RegisterEvent.SubjectNoted(var subject) ->
          register.subjects.put(views, subject.id(), subject);
      case RegisterEvent.InspectorNoted(var inspector) ->
          register.inspectors.put(views, inspector.id(), inspector);
      case RegisterEvent.ItemNoted(var item) -> register.items.put(views, item.code(), item);
      case RegisterEvent.ItemReleaseNoted() ->
          register.items.update(
              views,
              stream.substring(DrawStreams.KNOWN_ITEM.length()),
              item -> new KnownItem(item.code(), item.name(), item.field(), false, item.key()));
    }
  }
}
