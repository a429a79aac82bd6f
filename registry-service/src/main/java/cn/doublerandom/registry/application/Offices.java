package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.office.Office;
import cn.doublerandom.registry.office.OfficeCommand;
import cn.doublerandom.registry.office.OfficeDirectory;
import cn.doublerandom.registry.office.OfficeEvent;
import cn.doublerandom.registry.office.OfficeMandate;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** 三定规定 of the offices. */
@ApplicationScoped
public class Offices {
  /** Offices that are offered; a bureau has some dozen. */
  private static final int MOST_CLAIMERS = 500;

  private final CommandHandler<OfficeCommand, OfficeEvent, Office> offices;
  private final KeptStates<Office> known;
  private final OfficeDirectory directory;
  private final ItemDirectory items;
  private final EventStore store;

  @Inject
  Offices(
      CommandHandler<OfficeCommand, OfficeEvent, Office> offices,
      KeptStates<Office> known,
      OfficeDirectory directory,
      ItemDirectory items,
      EventStore store) {
    this.offices = offices;
    this.known = known;
    this.directory = directory;
    this.items = items;
    this.store = store;
  }

  /**
   * One event with its circumstances.
   *
   * @param by account
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(OfficeEvent event, String by, LocalDate day, LocalDate recorded) {}

  /** Offices of which somebody said what they are there for, by name. */
  public Uni<List<OfficeDirectory.Entry>> page(String after, int limit) {
    return Uni.createFrom().completionStage(() -> directory.page(after, limit));
  }

  /** Offices whose mandate covers an item, by name. */
  public Uni<List<String>> covering(ItemDetails item) {
    return page("", MOST_CLAIMERS)
        .map(all ->
            all.stream()
                .filter(one ->
                    one.mandate() != null && one.mandate().covers(item.level(), item.field()))
                .map(OfficeDirectory.Entry::unit)
                .toList());
  }

  /** What an office claimed, by code. */
  public Uni<List<ItemDirectory.Entry>> claimed(String unit) {
    return Uni.createFrom().completionStage(() -> items.claimedBy(unit));
  }

  /** Everything that was recorded of an office, newest first. */
  public Uni<List<Happened>> story(String unit) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(RegistryStreams.OFFICE.of(unit))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata circumstances = Metadata.of(event);
                  return new Happened(
                      offices.decode(event),
                      circumstances.actor(),
                      BusinessClock.day(circumstances.at()),
                      BusinessClock.day(circumstances.recordedAt()));
                })
                .toList()
                .reversed());
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
  public Uni<Handled<OfficeEvent, Office>> end(String unit, String reason, CommandContext context) {
    return handle(unit, new OfficeCommand.EndMandate(context.actor(), reason), context);
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
