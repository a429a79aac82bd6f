package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.office.OfficeCommand;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.registry.office.OfficeMandate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** 三定规定 of the offices. */
@ApplicationScoped
public class Offices {
  private final CommandHandler<OfficeCommand, OfficeEvent, Office> offices;
  private final KeptStates<Office> known;
  private final ItemDirectory items;

  @Inject
  Offices(
      CommandHandler<OfficeCommand, OfficeEvent, Office> offices,
      KeptStates<Office> known,
      ItemDirectory items) {
    this.offices = offices;
    this.known = known;
    this.items = items;
  }

  /** Asks for a mandate. */
  public Uni<Handled<OfficeEvent, Office>> register(OfficeMandate mandate, CommandContext context) {
    return handle(
        mandate.unit(), new OfficeCommand.RegisterMandate(mandate, context.actor()), context);
  }

  /** Another person agrees. */
  public Uni<Handled<OfficeEvent, Office>> approve(String unit, CommandContext context) {
    return handle(unit, new OfficeCommand.ApproveMandate(context.actor()), context);
  }

  /** Another person does not agree, or whoever asked takes it back. */
  public Uni<Handled<OfficeEvent, Office>> end(String unit, CommandContext context) {
    return handle(unit, new OfficeCommand.EndMandate(context.actor()), context);
  }

  private Uni<Handled<OfficeEvent, Office>> handle(
      String unit, OfficeCommand command, CommandContext context) {
    return offices.handle(RegistryStreams.OFFICE.of(unit), command, context);
  }

  /** An office as it is known. */
  public Uni<CommandHandler.Loaded<Office>> known(String unit) {
    return known.of(RegistryStreams.OFFICE.of(unit));
  }

  /** Codes of the items an office claimed that the mandate it waits for would not cover. */
  public Uni<List<String>> uncovered(Office office) {
    return office
        .asked()
        .map(Office.MandateAsked::mandate)
        .map(mandate ->
            Uni.createFrom()
                .completionStage(() -> items.claimedBy(mandate.unit()))
                .map(claimed ->
                    claimed.stream()
                        .map(ItemDirectory.Entry::details)
                        .filter(item -> !mandate.covers(item.level(), item.field()))
                        .map(item -> item.code())
                        .toList()))
        .orElseGet(() -> Uni.createFrom().item(List.of()));
  }
}
