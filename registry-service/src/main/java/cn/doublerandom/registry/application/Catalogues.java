package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.catalogue.Catalogue;
import cn.doublerandom.registry.catalogue.CatalogueCommand;
import cn.doublerandom.registry.catalogue.CatalogueEvent;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** 随机抽查事项清单 by version: issued by the province, taken whole, compared with what is claimed. */
@ApplicationScoped
public class Catalogues {
  private static final int MAX_ITEMS = 5_000;
  private static final int PAGE = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Issuing issuing;
  private final ItemDirectory directory;
  private final KeptStates<Catalogue> known;
  private final RegisterTables tables;

  @Inject
  Catalogues(
      CommandHandler<CatalogueCommand, CatalogueEvent, Catalogue> catalogues,
      CommandHandler<ItemCommand, ItemEvent, InspectionItem> items,
      ItemDirectory directory,
      KeptStates<Catalogue> known,
      RegisterTables tables) {
    this.issuing = new Issuing(catalogues, items);
    this.directory = directory;
    this.known = known;
    this.tables = tables;
  }

  /**
   * What stands above a list of items.
   *
   * @param issuer the office that issued it
   */
  public record Title(String version, String issuer, LocalDate issuedOn) {}

  /**
   * What a version did to the list.
   *
   * @param superseded codes it no longer lists
   * @param notes what of the table was taken otherwise than it stands, or left out
   * @param renamed codes of claimed items whose other name waits for a second person
   * @param batch by which he agrees to all of them
   */
  public record Taken(
      String version,
      int items,
      List<String> superseded,
      List<Problem.FieldError> notes,
      List<String> renamed,
      String batch) {}

  /** Takes a version; blocks. Repeating it changes nothing. */
  public Taken take(Path file, Title title, CommandContext context) throws IOException {
    Table.Content<ItemDetails> content = tables.items(file).required();
    List<ItemDetails> listed =
        content.rows().values().stream().sorted(Comparator.comparing(ItemDetails::code)).toList();
    if (listed.size() > MAX_ITEMS) {
      throw Table.refusal(
          List.of(new RowFault(0, "", "too-many-rows", "一版清单最多 " + MAX_ITEMS + " 项。")), 1);
    }
    var issued = new Catalogue.Issued(title.version(), title.issuer(), title.issuedOn(), listed);
    String batch = Batches.named(BusinessClock.day(context.at()));
    // Asked before it is written: afterwards the list may know of it already.
    List<String> superseded = superseded(issued);
    List<String> renamed =
        issuing
            .issue(issued, commands(issued, superseded, context.actor(), batch), context)
            .await()
            .atMost(PATIENCE);
    return new Taken(
        issued.version(),
        issued.items().size(),
        superseded,
        content.notes().stream().limit(Table.MAX_TOLD).map(RowFault::asError).toList(),
        renamed,
        batch);
  }

  private static Map<String, ItemCommand> commands(
      Catalogue.Issued issued, List<String> superseded, String by, String batch) {
    Map<String, ItemCommand> commands = new LinkedHashMap<>();
    issued
        .items()
        .forEach(item ->
            commands.put(
                RegistryStreams.ITEM.of(item.code()), new ItemCommand.ListItem(item, by, batch)));
    superseded.forEach(code ->
        commands.put(
            RegistryStreams.ITEM.of(code), new ItemCommand.SupersedeItem(issued.version())));
    return commands;
  }

  /** Codes the register has and the version does not list, ascending. */
  private List<String> superseded(Catalogue.Issued issued) {
    Set<String> codes = issued.items().stream().map(ItemDetails::code).collect(Collectors.toSet());
    return everything().stream()
        .filter(listed -> listed.supersededBy().isEmpty())
        .map(listed -> listed.details().code())
        .filter(code -> !codes.contains(code))
        .sorted()
        .toList();
  }

  private List<ItemDirectory.Entry> everything() {
    List<ItemDirectory.Entry> all = new ArrayList<>();
    String after = "";
    while (true) {
      String last = after;
      List<ItemDirectory.Entry> page = Reading.await(() -> directory.page(last, PAGE));
      if (page.isEmpty()) {
        return all;
      }
      all.addAll(page);
      after = page.getLast().details().code();
    }
  }

  /** A version as it was issued. */
  public Uni<Catalogue.Issued> issued(String version) {
    return known
        .of(RegistryStreams.CATALOGUE.of(version))
        .map(loaded ->
            switch (loaded.state()) {
              case Catalogue.Issued issued -> issued;
              case Catalogue.Unknown() ->
                  throw new ProblemException(RegistryRejection.CATALOGUE_UNKNOWN);
            });
  }

  /**
   * A version beside what offices claimed.
   *
   * @param unclaimed codes nobody claimed
   * @param notListed claimed codes the version does not list
   */
  public record Claims(List<String> unclaimed, List<String> notListed) {}

  /** A version beside what was claimed; blocks. */
  public Claims claims(String version) {
    Catalogue.Issued issued = issued(version).await().atMost(PATIENCE);
    Set<String> claimed =
        everything().stream()
            .filter(e -> !e.claimedBy().isEmpty())
            .map(e -> e.details().code())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        issued.items().stream()
            .map(ItemDetails::code)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Claims(
        listed.stream().filter(code -> !claimed.contains(code)).toList(),
        claimed.stream().filter(code -> !listed.contains(code)).toList());
  }
}
