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
import java.util.TreeMap;

/**
 * A version of the list and what it does to the items, stored in one statement or not at all:
 * nothing is issued that takes from an office what it claimed, not even in between. What it calls a
 * claimed item otherwise waits for a second person.
 */
record Issuing(
    CommandHandler<CatalogueCommand, CatalogueEvent, Catalogue> catalogues,
    CommandHandler<ItemCommand, ItemEvent, InspectionItem> items) {

  /**
   * Issues a version; without effect where all of it is so already.
   *
   * @param commands what it does to the items, by stream
   * @return codes of claimed items whose other name waits for a second person from now on
   */
  Uni<List<String>> issue(
      Catalogue.Issued issued, Map<String, ItemCommand> commands, CommandContext context) {
    String stream = RegistryStreams.CATALOGUE.of(issued.version());
    var imported = new CatalogueCommand.Import(issued);
    return items
        .handleAll(
            commands,
            context,
            List.of(Beside.of(catalogues, stream, changed -> Optional.of(imported))))
        .map(Issuing::changed)
        .flatMap(changed ->
            changed.isEmpty()
                ? catalogues
                    .handle(stream, imported, context)
                    .invoke(Refusals::require)
                    .replaceWith(List.of())
                : Uni.createFrom().item(renamed(changed)));
  }

  /** What happened to the items, by stream. */
  private static Map<String, List<ItemEvent>> changed(
      Map<String, Handled<ItemEvent, InspectionItem>> outcomes) {
    for (RegistryRejection refusal :
        List.of(RegistryRejection.ITEM_CLAIMED, RegistryRejection.RENAMING_WAITS)) {
      List<String> refused =
          outcomes.entrySet().stream()
              .filter(e ->
                  e.getValue() instanceof Handled.Refused<ItemEvent, InspectionItem> other
                      && other.rejection() == refusal)
              .map(e -> RegistryStreams.id(e.getKey()))
              .sorted()
              .toList();
      if (!refused.isEmpty()) {
        throw new ProblemException(refusal, List.of(), Map.of("items", refused));
      }
    }
    Map<String, List<ItemEvent>> changed = new TreeMap<>();
    outcomes.forEach((item, outcome) -> {
      List<ItemEvent> events = Refusals.require(outcome).events();
      if (!events.isEmpty()) {
        changed.put(item, events);
      }
    });
    return changed;
  }

  private static List<String> renamed(Map<String, List<ItemEvent>> changed) {
    return changed.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(ItemEvent.RenamingAsked.class::isInstance))
        .map(e -> RegistryStreams.id(e.getKey()))
        .toList();
  }
}
