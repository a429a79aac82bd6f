package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What happened to an item of 抽查事项清单: who did what, and when. */
@ApplicationScoped
public class ItemStory {
  private final EventStore store;
  private final CommandHandler<ItemCommand, ItemEvent, InspectionItem> items;

  @Inject
  ItemStory(EventStore store, CommandHandler<ItemCommand, ItemEvent, InspectionItem> items) {
    this.store = store;
    this.items = items;
  }

  /**
   * One event with its circumstances.
   *
   * @param by account, or the source it came from
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(ItemEvent event, String by, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded, newest first. */
  public Uni<List<Happened>> of(String code) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(RegistryStreams.ITEM.of(code))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened(
                      items.decode(event),
                      known.actor(),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList()
                .reversed());
  }
}
