package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.table.Awaited;
import cn.doublerandom.servicekit.table.RowFault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Takes tables into the register: the whole file is read and judged first, then it is read again
 * and stored, so that memory never holds more than {@value #CHUNK} rows of it.
 *
 * <p>Up to {@value #ATOMIC} rows are one transaction. A longer file is stored in transactions of
 * {@value #CHUNK} rows after all of it was judged; where a machine dies in between, handing the
 * same file in again takes up where it stopped, because rows the register has are not stored twice.
 *
 * <p>Judging ends where its client has gone; what is being stored is stored to the end.
 */
final class Imports {
  static final int ATOMIC = 20_000;
  static final int CHUNK = 1_000;
  static final int MOST_MARKED = 200_000;

  /** What nothing is stored of. */
  static final String JUDGED = "judged";

  static final Duration PATIENCE = Duration.ofMinutes(10);

  private Imports() {}

  /**
   * What the rows of one kind of table ask of the register.
   *
   * @param commands the commands of some rows by stream, or rows refused for what the register
   *     knows
   * @param handler decides and stores
   * @param rowsChanged how many of the rows that asked a stream were new or different
   * @param together the batch in which its rows wait for a second person; empty where none does
   * @param batch the batch in which an event waits for a second person; empty where it does not
   * @param waits what waits of a state, in words, beside the row that asked
   * @param differences how what a row changes is told; empty where nobody looks at it before
   */
  record Target<T, C, E, S>(
      Function<Map<Integer, T>, Asked<C>> commands,
      CommandHandler<C, E, S> handler,
      ToIntFunction<List<E>> rowsChanged,
      Optional<Together> together,
      Function<E, Optional<String>> batch,
      WaitingWords<C, S> waits,
      Optional<Differences<S>> differences) {
    /** Nobody looks at what a row changes before. */
    Target(
        Function<Map<Integer, T>, Asked<C>> commands,
        CommandHandler<C, E, S> handler,
        ToIntFunction<List<E>> rowsChanged,
        Optional<Together> together,
        Function<E, Optional<String>> batch,
        WaitingWords<C, S> waits) {
      this(commands, handler, rowsChanged, together, batch, waits, Optional.empty());
    }

    Target<T, C, E, S> telling(Differences<S> told) {
      return new Target<>(
          commands, handler, rowsChanged, together, batch, waits, Optional.of(told));
    }

    /** Nothing waits for a second person. */
    Target(
        Function<Map<Integer, T>, Asked<C>> commands,
        CommandHandler<C, E, S> handler,
        ToIntFunction<List<E>> rowsChanged) {
      this(
          commands,
          handler,
          rowsChanged,
          Optional.empty(),
          event -> Optional.empty(),
          (command, state, place) -> Optional.empty());
    }

    /** One row asks one thing of one stream. */
    Target(Function<Map<Integer, T>, Asked<C>> commands, CommandHandler<C, E, S> handler) {
      this(commands, handler, events -> events.isEmpty() ? 0 : 1);
    }
  }

  /**
   * A batch whose rows wait for a second person.
   *
   * @param mostAtOnce entries one approval takes
   */
  record Together(Batches batches, String name, int mostAtOnce) {}

  /** What of a state waits for a second person. */
  @FunctionalInterface
  interface WaitingWords<C, S> {
    /**
     * Beside one row.
     *
     * @param place of the row among those that asked with this command, from 0
     * @return empty where nothing waits of it
     */
    Optional<String> of(C command, S state, int place);
  }

  /**
   * What rows ask for.
   *
   * @param byStream in the order of the rows
   * @param rows the rows that asked, by stream
   * @param refused rows that cannot be asked for
   * @param notes what is to be said of rows that are taken; asked for before the rows are let go,
   *     and only where somebody is told
   */
  record Asked<C>(
      Map<String, C> byStream,
      Map<String, List<Integer>> rows,
      List<RowFault> refused,
      Supplier<List<RowFault>> notes) {
    /** Nothing is to be said of rows that are taken. */
    Asked(Map<String, C> byStream, Map<String, List<Integer>> rows, List<RowFault> refused) {
      this(byStream, rows, refused, List::of);
    }
  }

  static <T, C, E, S> Imported take(
      SentTable<T> table, ImportWish wish, Asker asker, Target<T, C, E, S> target)
      throws IOException {
    ImportPass<T, C, E, S> judged =
        judged(
            table, asker, target, wish.dryRun() ? ImportPass.Mode.DRY_RUN : ImportPass.Mode.JUDGE);
    if (judged.isRefused(wish.skipBad())) {
      throw judged.refusal();
    }
    if (wish.dryRun()) {
      return judged.report(true);
    }
    var stored =
        new ImportPass<>(
            target, asker.of(table.digest()), ImportPass.mode(judged.rows()), wish.skipBad());
    return Awaited.toTheEnd(() -> {
      store(table, asker.of(JUDGED), stored, judged.rows(), target);
      return stored.report(false);
    });
  }

  /** A table that breaks off leaves a batch that is never whole, and which nobody agrees to. */
  private static <T, C, E, S> void store(
      SentTable<T> table,
      CommandContext context,
      ImportPass<T, C, E, S> pass,
      int rows,
      Target<T, C, E, S> target)
      throws IOException {
    Optional<Together> inParts = target.together().filter(batch -> rows > ATOMIC);
    inParts.ifPresent(batch -> batch.batches().begin(batch.name(), rows, context));
    pass.run(table);
    inParts.ifPresent(batch -> batch.batches().complete(batch.name(), pass.waiting(), context));
  }

  /** The file as xlsx with its faults marked. */
  static <T, C, E, S> byte[] marked(SentTable<T> table, Asker asker, Target<T, C, E, S> target)
      throws IOException {
    ImportPass<T, C, E, S> judged = judged(table, asker, target);
    Map<Integer, List<RowFault>> byRow = new HashMap<>();
    judged.faults().forEach(f -> byRow.computeIfAbsent(f.row(), r -> new ArrayList<>()).add(f));
    return table.marked(byRow, judged.rows() > MOST_MARKED);
  }

  /**
   * What a table would do; nothing is stored.
   *
   * @throws ProblemException where it is no such table at all
   */
  static <T, C, E, S> Preview preview(SentTable<T> table, Asker asker, Target<T, C, E, S> target)
      throws IOException {
    ImportPass<T, C, E, S> judged = judged(table, asker, target, ImportPass.Mode.COMPARE);
    if (judged.isRefused(true)) {
      throw judged.refusal();
    }
    return judged.preview(table);
  }

  private static <T, C, E, S> ImportPass<T, C, E, S> judged(
      SentTable<T> table, Asker asker, Target<T, C, E, S> target) throws IOException {
    return judged(table, asker, target, ImportPass.Mode.JUDGE);
  }

  private static <T, C, E, S> ImportPass<T, C, E, S> judged(
      SentTable<T> table, Asker asker, Target<T, C, E, S> target, ImportPass.Mode mode)
      throws IOException {
    var judged = new ImportPass<>(target, asker.of(JUDGED), mode, true);
    judged.run(table);
    return judged;
  }

  /** Whoever was erased got no key: an import must not bring the name back. */
  static RowFault erased(int row, String column) {
    return new RowFault(
        row,
        column,
        RegistryRejection.PERSON_ERASED.code(),
        RegistryRejection.PERSON_ERASED.text());
  }
}
