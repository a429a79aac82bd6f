package cn.doublerandom.registry.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.bureau.BureauCommand;
import cn.doublerandom.registry.bureau.BureauDetails;
import cn.doublerandom.registry.bureau.BureauDirectory;
import cn.doublerandom.registry.bureau.BureauEvent;
import cn.doublerandom.registry.bureau.RegisteredBureau;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/**
 * The register of bureaus. It is of the installation and kept with the bureau that began it, so its
 * streams are asked for as that bureau; no other gets as far as here ({@code OfInstallation}).
 */
@ApplicationScoped
public class Bureaus {
  private final CommandHandler<BureauCommand, BureauEvent, RegisteredBureau> bureaus;
  private final BureauDirectory directory;
  private final EventStore store;

  @Inject
  Bureaus(
      CommandHandler<BureauCommand, BureauEvent, RegisteredBureau> bureaus,
      BureauDirectory directory,
      EventStore store) {
    this.store = store;
    this.bureaus = bureaus.within(Scope.HOME);
    this.directory = directory;
  }

  /** Asks for an entry, new or another one. */
  public Uni<Handled<BureauEvent, RegisteredBureau>> request(
      BureauDetails details, CommandContext context) {
    return handle(
        details.key(), new BureauCommand.RequestBureau(details, context.actor()), context);
  }

  /** Asks for the end of a bureau. */
  public Uni<Handled<BureauEvent, RegisteredBureau>> requestClosing(
      BureauKey key, String reason, CommandContext context) {
    return handle(
        key.text(), new BureauCommand.RequestBureauClosing(reason, context.actor()), context);
  }

  /** Another person agrees. */
  public Uni<Handled<BureauEvent, RegisteredBureau>> approve(
      BureauKey key, CommandContext context) {
    return handle(key.text(), new BureauCommand.ApproveBureau(context.actor()), context);
  }

  /** Another person does not agree, or whoever asked takes it back. */
  public Uni<Handled<BureauEvent, RegisteredBureau>> end(
      BureauKey key, String reason, CommandContext context) {
    return handle(key.text(), new BureauCommand.EndBureauRequest(context.actor(), reason), context);
  }

  private Uni<Handled<BureauEvent, RegisteredBureau>> handle(
      String key, BureauCommand command, CommandContext context) {
    return bureaus.handle(RegistryStreams.BUREAU.of(key), command, context);
  }

  /** An entry as it is known. */
  public Uni<CommandHandler.Loaded<RegisteredBureau>> known(BureauKey key) {
    return bureaus.load(RegistryStreams.BUREAU.of(key.text()));
  }

  /**
   * One event with its circumstances.
   *
   * @param by account, or the installation itself
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(BureauEvent event, String by, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded of a bureau, newest first. */
  public Uni<List<Happened>> story(BureauKey key) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(RegistryStreams.BUREAU.of(key.text()))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened(
                      bureaus.decode(event),
                      known.actor(),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList()
                .reversed());
  }

  /** Entries by key. */
  public Uni<List<BureauDirectory.Entry>> page(String after, int limit) {
    return Uni.createFrom().completionStage(() -> directory.page(after, limit));
  }
}
