package cn.doublerandom.registry.application;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.deputy.Deputy;
import cn.doublerandom.registry.deputy.DeputyCommand;
import cn.doublerandom.registry.deputy.DeputyDirectory;
import cn.doublerandom.registry.deputy.DeputyEvent;
import cn.doublerandom.registry.deputy.DeputyRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** 代理: who may act for whom (ADR 56). */
@ApplicationScoped
public class Deputies {
  private final CommandHandler<DeputyCommand, DeputyEvent, Deputy> deputies;
  private final DeputyDirectory directory;
  private final EventStore store;

  @Inject
  Deputies(
      CommandHandler<DeputyCommand, DeputyEvent, Deputy> deputies,
      DeputyDirectory directory,
      EventStore store) {
    this.deputies = deputies;
    this.directory = directory;
    this.store = store;
  }

  /** One is proposed; it waits for a second person. */
  public Uni<Handled<DeputyEvent, Deputy>> propose(
      Deputyship entry, String reason, CommandContext context) {
    if (!Deputyship.isAccount(entry.deputy()) || !Deputyship.isAccount(entry.principal())) {
      // What is no account names no stream.
      throw new ProblemException(DeputyRejection.DEPUTY_ACCOUNT_UNFIT);
    }
    return handle(
        entry.deputy(),
        entry.principal(),
        new DeputyCommand.ProposeDeputy(entry, reason, context.actor(), today(context)),
        context);
  }

  /** Another person agrees. */
  public Uni<Handled<DeputyEvent, Deputy>> approve(
      String deputy, String principal, CommandContext context) {
    return handle(
        deputy,
        principal,
        new DeputyCommand.ApproveDeputy(context.actor(), today(context)),
        context);
  }

  /** Another person does not agree, or whoever proposed it takes it back. */
  public Uni<Handled<DeputyEvent, Deputy>> decline(
      String deputy, String principal, String reason, CommandContext context) {
    return handle(
        deputy, principal, new DeputyCommand.DeclineDeputy(context.actor(), reason), context);
  }

  /** One of the four ends it. */
  public Uni<Handled<DeputyEvent, Deputy>> end(
      String deputy, String principal, String reason, CommandContext context) {
    return handle(
        deputy,
        principal,
        new DeputyCommand.EndDeputy(context.actor(), reason, today(context)),
        context);
  }

  private static LocalDate today(CommandContext context) {
    return BusinessClock.day(context.at());
  }

  private Uni<Handled<DeputyEvent, Deputy>> handle(
      String deputy, String principal, DeputyCommand command, CommandContext context) {
    return deputies.handle(stream(deputy, principal), command, context);
  }

  private static String stream(String deputy, String principal) {
    if (!Deputyship.isAccount(deputy) || !Deputyship.isAccount(principal)) {
      throw new ProblemException(DeputyRejection.DEPUTY_UNKNOWN);
    }
    return RegistryStreams.DEPUTY.of(Deputyship.id(deputy, principal));
  }

  /** An entry as it is known. */
  public Uni<CommandHandler.Loaded<Deputy>> known(String deputy, String principal) {
    return deputies
        .load(stream(deputy, principal))
        .invoke(loaded -> {
          if (loaded.state().isNothing()) {
            throw new ProblemException(DeputyRejection.DEPUTY_UNKNOWN);
          }
        });
  }

  /**
   * One event with its circumstances.
   *
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(DeputyEvent event, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded of an entry, newest first. */
  public Uni<List<Happened>> story(String deputy, String principal) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(stream(deputy, principal))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened(
                      deputies.decode(event),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList()
                .reversed());
  }

  /** Entries by id, those that wait too. */
  public Uni<List<DeputyDirectory.Entry>> page(String after, int limit) {
    return Uni.createFrom().completionStage(() -> directory.page(after, limit));
  }
}
