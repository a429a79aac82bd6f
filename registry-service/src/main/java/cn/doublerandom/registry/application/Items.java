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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 抽查事项: listed by tables, claimed within a mandate, released by two people. */
@ApplicationScoped
public class Items {
  private final CommandHandler<ItemCommand, ItemEvent, InspectionItem> items;
  private final CommandHandler<OfficeCommand, OfficeEvent, Office> offices;
  private final RegisterTables tables;

  @Inject
  Items(
      CommandHandler<ItemCommand, ItemEvent, InspectionItem> items,
      CommandHandler<OfficeCommand, OfficeEvent, Office> offices,
      RegisterTables tables) {
    this.items = items;
    this.offices = offices;
    this.tables = tables;
  }

  /** Takes a table; blocks. */
  public Imported take(Path file, ImportWish wish, Asker asker) throws IOException {
    return Imports.take(tables.items(file), wish, asker, new Imports.Target<>(Items::asked, items));
  }

  private static Imports.Asked<ItemCommand> asked(Map<Integer, ItemDetails> rows) {
    Map<String, ItemCommand> commands = new LinkedHashMap<>();
    Map<String, List<Integer>> asking = new LinkedHashMap<>();
    rows.forEach((number, details) -> {
      commands.put(RegistryStreams.ITEM.of(details.code()), new ItemCommand.ListItem(details));
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

  /** Another person agrees. */
  public Uni<Handled<ItemEvent, InspectionItem>> approveRelease(
      String code, CommandContext context) {
    return handle(code, new ItemCommand.ApproveRelease(context.actor()), context);
  }

  /** Another person does not agree, or whoever asked takes it back. */
  public Uni<Handled<ItemEvent, InspectionItem>> endRelease(String code, CommandContext context) {
    return handle(code, new ItemCommand.EndRelease(context.actor()), context);
  }

  private Uni<Handled<ItemEvent, InspectionItem>> handle(
      String code, ItemCommand command, CommandContext context) {
    return items.handle(RegistryStreams.ITEM.of(code), command, context);
  }
}
