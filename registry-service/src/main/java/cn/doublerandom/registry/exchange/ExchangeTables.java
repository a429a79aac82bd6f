package cn.doublerandom.registry.exchange;

import cn.doublerandom.bureau.key.BureauKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The insert-only tables two databases exchange by (前置库): {@code exchange.subject} holds what we
 * tell, {@code exchange.held} what the platform says it holds, each with the bureau whose it is.
 */
public interface ExchangeTables {
  /**
   * One comparison of both sides.
   *
   * @param here entries we tell, persons apart
   * @param there entries the platform holds
   * @param rootHere SHA-256 over all ids and hashes in the order of the ids; equal on both sides
   *     where nothing differs
   */
  record Compared(
      long number,
      Instant at,
      long here,
      long there,
      long differing,
      String rootHere,
      String rootThere) {}

  /** Compares both sides of whoever asks now and keeps the result. */
  CompletionStage<Compared> compare();

  /** The same of one bureau, whoever asks. */
  CompletionStage<Compared> compare(BureauKey bureau);

  /** The latest comparisons of whoever asks, newest first. */
  CompletionStage<List<Compared>> comparisons(int limit);

  CompletionStage<Optional<Compared>> comparison(long number);

  /** What differed in a comparison, by id. */
  CompletionStage<List<Different>> differences(long number, String after, int limit);
}
