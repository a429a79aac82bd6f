package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.batch.Batch;
import cn.doublerandom.registry.batch.BatchCommand;
import cn.doublerandom.registry.batch.BatchEvent;
import cn.doublerandom.registry.intake.ImportCause;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is asked for at once and decided at once: its name, and whether all of it can be read. Only
 * a table of more than one transaction is ever read in parts; it says when it begins and when all
 * of it is stored.
 */
@ApplicationScoped
class Batches {
  private static final int DIGITS = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CommandHandler<BatchCommand, BatchEvent, Batch> batches;

  @Inject
  Batches(CommandHandler<BatchCommand, BatchEvent, Batch> batches) {
    this.batches = batches;
  }

  /**
   * The batch of a table: of one that is looked at before it is taken it is the same both times, so
   * that what was read of it names it.
   */
  static String named(CommandContext context) {
    LocalDate day = BusinessClock.day(context.at());
    return ImportCause.importOf(context.causationId())
        .filter(id -> id.length() >= DIGITS)
        .map(id -> day + "-" + id.substring(0, DIGITS))
        .orElseGet(() -> named(day));
  }

  /** The day, and what tells it from the others of that day. */
  static String named(LocalDate day) {
    return day + "-" + UUID.randomUUID().toString().substring(0, DIGITS);
  }

  /** Its first part is about to be stored; blocks. */
  void begin(String name, int rows, CommandContext context) {
    handle(name, new BatchCommand.BeginBatch(rows, context.actor()), context);
  }

  /** All of it is stored; blocks. */
  void complete(String name, int waiting, CommandContext context) {
    handle(name, new BatchCommand.CompleteBatch(waiting), context);
  }

  private void handle(String name, BatchCommand command, CommandContext context) {
    Refusals.require(
        batches
            .handle(RegistryStreams.BATCH.of(name), command, context.withoutKey())
            .await()
            .atMost(PATIENCE));
  }

  /**
   * Nobody agrees to what he cannot have read; blocks. What is whole once stays so, so that nothing
   * can come between this and the approval.
   *
   * @throws ProblemException as long as part of it is not stored
   */
  void requireWhole(String name) {
    Batch batch = batches.load(RegistryStreams.BATCH.of(name)).await().atMost(PATIENCE).state();
    if (!batch.holdsAllItWill()) {
      throw new ProblemException(RegistryRejection.BATCH_INCOMPLETE);
    }
  }
}
