package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.StoreOverloaded;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.table.MarkedWorkbook;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Takes tables into the register: the whole file is read and judged first, then it is read again
 * and stored, so that memory never holds more than {@value #CHUNK} rows of it.
 *
 * <p>Up to {@value #ATOMIC} rows are one transaction. A longer file is stored in transactions of
 * {@value #CHUNK} rows after all of it was judged; where a machine dies in between, handing the
 * same file in again takes up where it stopped, because rows the register has are not stored twice.
 */
@RequestScoped
class Imports {
  static final int ATOMIC = 20_000;
  private static final int CHUNK = 1_000;
  private static final int MOST_MARKED = 200_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Requests requests;

  @Inject
  Imports(Requests requests) {
    this.requests = requests;
  }

  /**
   * One kind of table and what its rows ask of the register.
   *
   * @param commands the commands of some rows by stream, or rows refused for what the register
   *     knows
   * @param handler decides and stores
   * @param rowsChanged how many of the rows that asked a stream were new or different
   * @param batch the batch in which an event waits for a second person; empty where it does not
   */
  record Target<T, C, E, S>(
      Table<T> table,
      Function<Map<Integer, T>, Asked<C>> commands,
      CommandHandler<C, E, S> handler,
      ToIntFunction<List<E>> rowsChanged,
      Function<E, Optional<String>> batch) {
    /** Nothing waits for a second person. */
    Target(
        Table<T> table,
        Function<Map<Integer, T>, Asked<C>> commands,
        CommandHandler<C, E, S> handler,
        ToIntFunction<List<E>> rowsChanged) {
      this(table, commands, handler, rowsChanged, event -> Optional.empty());
    }

    /** One row asks one thing of one stream. */
    Target(
        Table<T> table,
        Function<Map<Integer, T>, Asked<C>> commands,
        CommandHandler<C, E, S> handler) {
      this(table, commands, handler, events -> events.isEmpty() ? 0 : 1);
    }
  }

  /**
   * What rows ask for.
   *
   * @param byStream in the order of the rows
   * @param rows the rows that asked, by stream
   * @param refused rows that cannot be asked for
   */
  record Asked<C>(
      Map<String, C> byStream, Map<String, List<Integer>> rows, List<RowFault> refused) {}

  <T, C, E, S> ImportReport take(File body, ImportOptions options, Target<T, C, E, S> target)
      throws IOException {
    Path file = requests.file(body);
    var judged = new Pass<>(target, requests.context("judged"), Pass.Mode.JUDGE, true);
    judged.run(file);
    boolean isRefused = judged.broken || (!judged.faults.isEmpty() && !options.skipBad);
    if (isRefused && !options.dryRun) {
      throw Table.refusal(judged.inOrder(), judged.faultCount);
    }
    if (options.dryRun) {
      return judged.report(true);
    }
    var stored =
        new Pass<>(target, requests.context(digest(file)), Pass.mode(judged.rows), options.skipBad);
    stored.run(file);
    return stored.report(false);
  }

  /** The file as xlsx with its faults marked. */
  <T, C, E, S> byte[] marked(File body, Target<T, C, E, S> target) throws IOException {
    Path file = requests.file(body);
    var judged = new Pass<>(target, requests.context("judged"), Pass.Mode.JUDGE, true);
    judged.run(file);
    Map<Integer, List<RowFault>> byRow = new HashMap<>();
    judged.faults.forEach(f -> byRow.computeIfAbsent(f.row(), r -> new ArrayList<>()).add(f));
    var out = new ByteArrayOutputStream();
    MarkedWorkbook.write(target.table(), file, byRow, judged.rows > MOST_MARKED, out);
    return out.toByteArray();
  }

  /** Whoever was erased got no key: an import must not bring the name back. */
  static RowFault erased(int row, String column) {
    return new RowFault(
        row,
        column,
        RegistryRejection.PERSON_ERASED.code(),
        RegistryRejection.PERSON_ERASED.text());
  }

  private static String digest(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  /** One reading of the file. */
  private static final class Pass<T, C, E, S> implements Table.Sink<T> {
    /** What is done with the rows. */
    enum Mode {
      JUDGE,
      STORE_AT_ONCE,
      STORE_IN_CHUNKS
    }

    private final Target<T, C, E, S> target;
    private final CommandContext context;
    private final Mode mode;
    private final boolean skipBad;
    private final List<RowFault> faults = new ArrayList<>();
    private final Map<Integer, T> waiting = new LinkedHashMap<>();
    private final List<RowFault> notes = new ArrayList<>();
    private boolean broken;
    private int faultCount;
    private int badRows;
    private int rows;
    private int changed;
    private final WaitingRows waitingRows = new WaitingRows();

    Pass(Target<T, C, E, S> target, CommandContext context, Mode mode, boolean skipBad) {
      this.target = target;
      // Chunks cannot share a key; a repetition is known by the content of its rows.
      this.context = mode == Mode.STORE_IN_CHUNKS ? context.withoutKey() : context;
      this.mode = mode;
      this.skipBad = skipBad;
    }

    static Mode mode(int rows) {
      return rows <= ATOMIC ? Mode.STORE_AT_ONCE : Mode.STORE_IN_CHUNKS;
    }

    void run(Path file) throws IOException {
      target.table().scan(file, this);
      flush();
    }

    @Override
    public void row(int number, T value) {
      rows++;
      waiting.put(number, value);
      if (mode != Mode.STORE_AT_ONCE && waiting.size() >= CHUNK) {
        flush();
      }
    }

    @Override
    public void faults(int number, List<RowFault> found) {
      rows++;
      badRows++;
      note(found);
    }

    @Override
    public void broken(RowFault fault) {
      broken = true;
      note(List.of(fault));
    }

    @Override
    public void said(RowFault note) {
      if (notes.size() < Table.MAX_TOLD) {
        notes.add(note);
      }
    }

    private void bad(RowFault fault) {
      badRows++;
      note(List.of(fault));
    }

    private void note(List<RowFault> found) {
      faultCount += found.size();
      if (faults.size() < MOST_MARKED) {
        faults.addAll(found);
      }
    }

    private void flush() {
      if (waiting.isEmpty()) {
        return;
      }
      Asked<C> asked = target.commands().apply(waiting);
      waiting.clear();
      asked.refused().forEach(this::bad);
      List<RowFault> refused = new ArrayList<>();
      Map<String, Handled<E, S>> outcomes = outcomes(asked.byStream());
      outcomes.forEach((stream, outcome) -> {
        switch (outcome) {
          case Handled.Done<E, S> done ->
              done(done.events(), asked.rows().getOrDefault(stream, List.of()));
          case Handled.Refused<E, S>(var rejection, var details) ->
              asked.rows().getOrDefault(stream, List.of(0)).stream()
                  .map(row -> new RowFault(row, "", rejection.code(), rejection.text()))
                  .forEach(refused::add);
          case Handled.VersionMismatch<E, S> mismatch -> Answers.require(mismatch);
          case Handled.KeyReused<E, S> reused -> Answers.require(reused);
        }
      });
      refused.forEach(this::bad);
      if (mode != Mode.JUDGE && !refused.isEmpty()) {
        storeTheOthers(asked, outcomes, refused);
      }
    }

    /** One refusal refuses a whole chunk: the others are asked again without it, where wanted. */
    private void storeTheOthers(
        Asked<C> asked, Map<String, Handled<E, S>> refusals, List<RowFault> refused) {
      if (!skipBad) {
        throw Table.refusal(refused, refused.size());
      }
      Map<String, C> rest = new LinkedHashMap<>(asked.byStream());
      rest.keySet().removeAll(refusals.keySet());
      outcomes(rest)
          .forEach((stream, outcome) ->
              done(
                  Answers.require(outcome).events(), asked.rows().getOrDefault(stream, List.of())));
    }

    private void done(List<E> events, List<Integer> asking) {
      changed += target.rowsChanged().applyAsInt(events);
      events.stream()
          .flatMap(event -> target.batch().apply(event).stream())
          .forEach(batch -> asking.forEach(row -> said(waitingRows.add(batch, row))));
    }

    private Map<String, Handled<E, S>> outcomes(Map<String, C> commands) {
      return (mode == Mode.JUDGE
              ? target.handler().wouldHandleAll(commands)
              : target.handler().handleAll(commands, context))
          // Who imports a province waits for the others to be told, and nothing is given up.
          .onFailure(StoreOverloaded.class)
          .retry()
          .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
          .expireIn(PATIENCE.toMillis())
          .await()
          .atMost(PATIENCE);
    }

    /** By row: what the register refuses is known after what the reading refused. */
    List<RowFault> inOrder() {
      return faults.stream().sorted(Comparator.comparingInt(RowFault::row)).toList();
    }

    ImportReport report(boolean dryRun) {
      List<Problem.FieldError> told =
          inOrder().stream().limit(Table.MAX_TOLD).map(RowFault::asError).toList();
      return new ImportReport(
          rows,
          changed,
          rows - badRows - changed,
          badRows,
          dryRun,
          told,
          notes.stream().map(RowFault::asError).toList(),
          waitingRows.report());
    }
  }
}
