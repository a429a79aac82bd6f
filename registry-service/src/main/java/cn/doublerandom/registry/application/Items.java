package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.office.OfficeCommand;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** 抽查事项: listed by tables, claimed within a mandate, released by two people. */
@ApplicationScoped
public class Items {
  /** One command decides on all of a batch. */
  static final int MOST_AT_ONCE = Integer.MAX_VALUE;

  private static final int PAGE = 500;

  private final CommandHandler<ItemCommand, ItemEvent, InspectionItem> items;
  private final CommandHandler<OfficeCommand, OfficeEvent, Office> offices;
  private final ItemDirectory directory;
  private final RegisterTables tables;
  private final Batches batches;

  @Inject
  Items(
      CommandHandler<ItemCommand, ItemEvent, InspectionItem> items,
      CommandHandler<OfficeCommand, OfficeEvent, Office> offices,
      ItemDirectory directory,
      RegisterTables tables,
      Batches batches) {
    this.items = items;
    this.offices = offices;
    this.directory = directory;
    this.tables = tables;
    this.batches = batches;
  }

  /** What an agreed renaming changes, column by column: it waits with all its row says. */
  public static List<Preview.Difference> changes(ItemDetails before, ItemDetails becomes) {
    return ItemDifferences.between(before, becomes);
  }

  /** Takes a table; blocks. */
  public Imported take(Path file, ImportWish wish, Asker asker) throws IOException {
    return Imports.take(tables.items(file), wish, asker, target(asker));
  }

  /** What a table would do; nothing is stored. Blocks. */
  Preview preview(Path file, Asker asker) throws IOException {
    return Imports.preview(tables.items(file), asker, target(asker).telling(new ItemDifferences()));
  }

  /** The file as xlsx with its faults marked; nothing is stored. Blocks. */
  byte[] marked(Path file, Asker asker) throws IOException {
    return Imports.marked(tables.items(file), asker, target(asker));
  }

  private Imports.Target<ItemDetails, ItemCommand, ItemEvent, InspectionItem> target(Asker asker) {
    CommandContext context = asker.of(Imports.JUDGED);
    String batch = Batches.named(context);
    return new Imports.Target<>(
        rows -> asked(rows, context.actor(), batch),
        items,
        events -> events.isEmpty() ? 0 : 1,
        Optional.of(new Imports.Together(batches, batch, MOST_AT_ONCE)),
        event ->
            event instanceof ItemEvent.RenamingAsked asked
                ? Optional.of(asked.batch())
                : Optional.empty(),
        Items::waits);
  }

  private static Optional<String> waits(ItemCommand row, InspectionItem item, int place) {
    return item instanceof InspectionItem.Claimed claimed
        ? claimed.renamingInWords()
        : Optional.empty();
  }

  private static Imports.Asked<ItemCommand> asked(
      Map<Integer, ItemDetails> rows, String by, String batch) {
    Map<String, ItemCommand> commands = new LinkedHashMap<>();
    Map<String, List<Integer>> asking = new LinkedHashMap<>();
    rows.forEach((number, details) -> {
      commands.put(
          RegistryStreams.ITEM.of(details.code()), new ItemCommand.ListItem(details, by, batch));
      asking.put(RegistryStreams.ITEM.of(details.code()), List.of(number));
    });
    return new Imports.Asked<>(commands, asking, List.of());
  }

  /** Claims an item for an office, by the mandate it has now. */
  public Uni<Handled<ItemEvent, InspectionItem>> claim(
      String code, String unit, CommandContext context) {
    return offices
        .load(RegistryStreams.OFFICE.of(unit))
        .flatMap(office ->
            handle(
                code,
                new ItemCommand.ClaimItem(
                    unit, office.state().mandate(), BusinessClock.day(context.at())),
                context));
  }

  /** Lays down what is asked on site. */
  public Uni<Handled<ItemEvent, InspectionItem>> ask(
      String code, Checklist checklist, CommandContext context) {
    return handle(code, new ItemCommand.SetChecklist(checklist), context);
  }

  /** Asks that a claimed item be given back. */
  public Uni<Handled<ItemEvent, InspectionItem>> release(
      String code, String reason, CommandContext context) {
    return handle(code, new ItemCommand.ReleaseItem(reason, context.actor()), context);
  }

  /** An item as it stands, at the version an approval names. */
  public Uni<CommandHandler.Loaded<InspectionItem>> one(String code) {
    return items
        .load(RegistryStreams.ITEM.of(code))
        .invoke(loaded -> {
          if (loaded.state() instanceof InspectionItem.Unlisted) {
            throw new ProblemException(RegistryRejection.ITEM_UNKNOWN);
          }
        });
  }

  /** All items there are, by code; the catalogue of the ministry has some hundred. */
  public Uni<List<ItemDirectory.Entry>> everything() {
    return everything("", new ArrayList<>());
  }

  private Uni<List<ItemDirectory.Entry>> everything(String after, List<ItemDirectory.Entry> all) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(after, PAGE))
        .flatMap(page -> {
          all.addAll(page);
          return page.size() < PAGE
              ? Uni.createFrom().item(all)
              : everything(page.getLast().details().code(), all);
        });
  }

  /** An item with who claimed it, as it is read. */
  public Uni<Optional<ItemDirectory.Entry>> listed(String code) {
    return Uni.createFrom().completionStage(() -> directory.find(code));
  }

  /** Another person agrees. */
  public Uni<Handled<ItemEvent, InspectionItem>> approveRelease(
      String code, CommandContext context) {
    return handle(code, new ItemCommand.ApproveRelease(context.actor()), context);
  }

  /** Another person does not agree, or whoever asked takes it back. */
  public Uni<Handled<ItemEvent, InspectionItem>> endRelease(
      String code, String reason, CommandContext context) {
    return handle(code, new ItemCommand.EndRelease(context.actor(), reason), context);
  }

  /**
   * Other names that wait for a second person, ascending by code.
   *
   * @param batch of all of them where empty
   */
  public Uni<List<ItemDirectory.Entry>> renamings(String batch, String after, int limit) {
    return Uni.createFrom().completionStage(() -> directory.renamingAsked(batch, after, limit));
  }

  /** Another person agrees to the name that waits. */
  public Uni<Handled<ItemEvent, InspectionItem>> approveRenaming(
      String code, CommandContext context) {
    return handle(code, new ItemCommand.ApproveRenaming(context.actor(), null), context);
  }

  /** Another person does not agree, or whoever asked takes it back. */
  public Uni<Handled<ItemEvent, InspectionItem>> endRenaming(
      String code, String reason, CommandContext context) {
    return handle(code, new ItemCommand.EndRenaming(context.actor(), null, reason), context);
  }

  /**
   * Another person agrees to all names that a table asked for; blocks.
   *
   * @return with the items that have their name now
   */
  public DecidedBatch approveRenamings(String batch, CommandContext context) {
    batches.requireWhole(batch);
    return decide(batch, new ItemCommand.ApproveRenaming(context.actor(), batch), context);
  }

  /** Another person agrees to none of it, or whoever asked takes it back; blocks. */
  public DecidedBatch endRenamings(String batch, String reason, CommandContext context) {
    return decide(batch, new ItemCommand.EndRenaming(context.actor(), batch, reason), context);
  }

  private DecidedBatch decide(String batch, ItemCommand decision, CommandContext context) {
    return new BatchDecision<ItemCommand, ItemEvent, InspectionItem, ItemDirectory.Entry>(
            items,
            entry -> RegistryStreams.ITEM.of(entry.details().code()),
            entry -> entry.details().code(),
            Imports.CHUNK,
            MOST_AT_ONCE,
            events -> 1,
            Predicate.isEqual(RegistryRejection.RENAMING_NOT_REQUESTED),
            RegistryRejection.RENAMING_NOT_REQUESTED)
        .decide((after, limit) -> directory.renamingAsked(batch, after, limit), decision, context)
        .batch();
  }

  private Uni<Handled<ItemEvent, InspectionItem>> handle(
      String code, ItemCommand command, CommandContext context) {
    return items.handle(RegistryStreams.ITEM.of(code), command, context);
  }
}
