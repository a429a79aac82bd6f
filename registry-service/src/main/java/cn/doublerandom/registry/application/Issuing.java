package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.catalogue.Catalogue;
import cn.doublerandom.registry.catalogue.CatalogueCommand;
import cn.doublerandom.registry.catalogue.CatalogueEvent;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version of the list and what it does to the items, stored in one statement or not at all:
 * nothing is issued that takes from an office what it claimed, not even in between.
 */
record Issuing(
    CommandHandler<CatalogueCommand, CatalogueEvent, Catalogue> catalogues,
    CommandHandler<ItemCommand, ItemEvent, InspectionItem> items) {

  /**
   * Issues a version; without effect where all of it is so already.
   *
   * @param commands what it does to the items, by stream
   */
  Uni<Void> issue(
      Catalogue.Issued issued, Map<String, ItemCommand> commands, CommandContext context) {
    String stream = RegistryStreams.CATALOGUE.of(issued.version());
    var imported = new CatalogueCommand.Import(issued);
    return items
        .handleAll(
            commands,
            context,
            List.of(Beside.of(catalogues, stream, changed -> Optional.of(imported))))
        .map(Issuing::isAnyChanged)
        .flatMap(isIssued ->
            isIssued
                ? Uni.createFrom().voidItem()
                : catalogues
                    .handle(stream, imported, context)
                    .invoke(Refusals::require)
                    .replaceWithVoid());
  }

  private static boolean isAnyChanged(Map<String, Handled<ItemEvent, InspectionItem>> outcomes) {
    List<String> claimed =
        outcomes.entrySet().stream()
            .filter(e ->
                e.getValue() instanceof Handled.Refused<ItemEvent, InspectionItem> refused
                    && refused.rejection() == RegistryRejection.ITEM_CLAIMED)
            .map(e -> RegistryStreams.id(e.getKey()))
            .sorted()
            .toList();
    if (!claimed.isEmpty()) {
      throw new ProblemException(
          RegistryRejection.ITEM_CLAIMED, List.of(), Map.of("items", claimed));
    }
    return outcomes.values().stream()
        .map(Refusals::require)
        .anyMatch(done -> !done.events().isEmpty());
  }
}
