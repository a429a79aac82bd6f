package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * What a table asked for, decided or ended as one thing: a page of entries is one transaction, all
 * of it or nothing, and whoever waits no more by now is left out. Of a batch that is larger than
 * one command takes, the next command decides the next part.
 *
 * @param handler of the entries
 * @param stream of an entry
 * @param atOnce entries of one transaction
 * @param most entries of one command, reached with the last transaction
 * @param counted what is told of the events of one entry
 * @param isUnasked whether a refusal only says that the entry waits no more
 * @param nothing what is said where no entry waited
 */
record BatchDecision<C, E, S, R>(
    CommandHandler<C, E, S> handler,
    Function<R, String> stream,
    Function<R, String> id,
    int atOnce,
    int most,
    ToIntFunction<List<E>> counted,
    Predicate<Rejection> isUnasked,
    RegistryRejection nothing) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The entries of a batch that still wait, by id. */
  interface Waiting<R> {
    CompletionStage<List<R>> after(String id, int limit);
  }

  /**
   * What was decided.
   *
   * @param entries what was told of all of them
   * @param more whether others of the batch still wait
   * @param events what was appended for it
   */
  record Decided<E>(int entries, boolean more, List<E> events, LastAppended last) {
    Decided {
      events = List.copyOf(events);
    }

    /** Where it does not matter how many still wait. */
    DecidedBatch batch() {
      return new DecidedBatch(entries, last);
    }
  }

  /**
   * Decides; blocks.
   *
   * @throws ProblemException where none waited, or one was refused
   */
  Decided<E> decide(Waiting<R> waiting, C decision, CommandContext first) {
    // A key is of one transaction; what later ones decide, a repetition finds decided.
    CommandContext context = first;
    int decided = 0;
    int told = 0;
    LastAppended last = null;
    List<E> events = new ArrayList<>();
    List<R> page = page(waiting, "", atOnce);
    while (!page.isEmpty() && decided < most) {
      var outcomes = decide(page, decision, context);
      decided += outcomes.size();
      for (Map.Entry<String, Handled.Done<E, S>> outcome : outcomes.entrySet()) {
        Handled.Done<E, S> done = outcome.getValue();
        told += counted.applyAsInt(done.events());
        events.addAll(done.events());
        last = new LastAppended(outcome.getKey(), done.version());
      }
      context = context.withoutKey();
      page = page(waiting, id.apply(page.getLast()), decided < most ? atOnce : 1);
    }
    if (last == null) {
      throw new ProblemException(nothing);
    }
    return new Decided<>(told, !page.isEmpty(), events, last);
  }

  private static <R> List<R> page(Waiting<R> waiting, String after, int limit) {
    return Reading.await(() -> waiting.after(after, limit));
  }

  /** In the order in which they are appended. */
  private Map<String, Handled.Done<E, S>> decide(List<R> page, C decision, CommandContext context) {
    Map<String, C> commands = new LinkedHashMap<>();
    page.forEach(entry -> commands.put(stream.apply(entry), decision));
    Map<String, Handled<E, S>> outcomes = handle(commands, context);
    List<String> waitNoMore =
        outcomes.entrySet().stream()
            .filter(e -> waitsNoMore(e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!waitNoMore.isEmpty()) {
      commands.keySet().removeAll(waitNoMore);
      outcomes = commands.isEmpty() ? Map.of() : handle(commands, context);
    }
    Map<String, Handled.Done<E, S>> done = new LinkedHashMap<>();
    outcomes.forEach((stream, outcome) -> done.put(stream, Refusals.require(outcome)));
    return done;
  }

  private boolean waitsNoMore(Handled<E, S> outcome) {
    return outcome instanceof Handled.Refused<E, S>(var rejection, var details)
        && isUnasked.test(rejection);
  }

  private Map<String, Handled<E, S>> handle(Map<String, C> commands, CommandContext context) {
    return handler.handleAll(commands, context).await().atMost(PATIENCE);
  }
}
