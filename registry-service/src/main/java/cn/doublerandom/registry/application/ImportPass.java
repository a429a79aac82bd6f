package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.StoreOverloaded;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One reading of the file of an import. */
final class ImportPass<T, C, E, S> implements Table.Sink<T> {
  /** What is done with the rows. */
  enum Mode {
    JUDGE,

    /** The same, and what is to be said of good rows is told. */
    DRY_RUN,

    /** The same, and what each row changes is told. */
    COMPARE,
    STORE_AT_ONCE,
    STORE_IN_CHUNKS;

    boolean stores() {
      return this == STORE_AT_ONCE || this == STORE_IN_CHUNKS;
    }
  }

  private final Imports.Target<T, C, E, S> target;
  private final CommandContext context;
  private final Mode mode;
  private final boolean skipBad;
  private final List<RowFault> faults = new ArrayList<>();
  private final Map<Integer, T> waiting = new LinkedHashMap<>();
  private final List<RowFault> notes = new ArrayList<>();

  /** Told before those of rows, of which there may be more than are told. */
  private final List<RowFault> ofWholeFile = new ArrayList<>();

  private final RepeatedNotes repeated = new RepeatedNotes();

  private boolean broken;
  private int faultCount;
  private int badRows;
  private int rows;
  private int changed;
  private final WaitingRows waitingRows = new WaitingRows();
  private final ComparedRows<C, E, S> compared;

  ImportPass(
      Imports.Target<T, C, E, S> target, CommandContext context, Mode mode, boolean skipBad) {
    this.target = target;
    this.compared = new ComparedRows<>(target.handler(), target.batch());
    // Chunks cannot share a key; a repetition is known by the content of its rows.
    this.context = mode == Mode.STORE_IN_CHUNKS ? context.withoutKey() : context;
    this.mode = mode;
    this.skipBad = skipBad;
  }

  static Mode mode(int rows) {
    return rows <= Imports.ATOMIC ? Mode.STORE_AT_ONCE : Mode.STORE_IN_CHUNKS;
  }

  void run(SentTable<T> table) throws IOException {
    table.scan(this);
    flush();
  }

  @Override
  public void row(int number, T value) {
    rows++;
    waiting.put(number, value);
    if (mode != Mode.STORE_AT_ONCE && waiting.size() >= Imports.CHUNK) {
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
    if (repeated.keeps(note)) {
      return;
    }
    List<RowFault> kept = note.row() == 0 ? ofWholeFile : notes;
    if (kept.size() < Table.MAX_TOLD) {
      kept.add(note);
    }
  }

  private void bad(RowFault fault) {
    badRows++;
    note(List.of(fault));
  }

  private void note(List<RowFault> found) {
    faultCount += found.size();
    if (faults.size() < Imports.MOST_MARKED) {
      faults.addAll(found);
    }
  }

  private void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    Imports.Asked<C> asked = target.commands().apply(waiting);
    asked.refused().forEach(this::bad);
    if (mode != Mode.JUDGE) {
      asked.notes().get().forEach(this::said);
    }
    waiting.clear();
    List<RowFault> refused = new ArrayList<>();
    List<RowFault> leftOut = new ArrayList<>();
    Map<String, Handled<E, S>> outcomes = outcomes(asked.byStream());
    outcomes.forEach((stream, outcome) -> {
      switch (outcome) {
        case Handled.Done<E, S> done -> done(done, stream, asked);
        case Handled.Refused<E, S>(var rejection, var details) ->
            asked.rows().getOrDefault(stream, List.of(0)).stream()
                .map(row -> new RowFault(row, "", rejection.code(), text(rejection, details)))
                .forEach(WaitingRows.leavesOut(rejection) ? leftOut::add : refused::add);
        case Handled.VersionMismatch<E, S> mismatch -> Refusals.require(mismatch);
        case Handled.KeyReused<E, S> reused -> Refusals.require(reused);
      }
    });
    if (mode == Mode.COMPARE) {
      target.differences().ifPresent(told -> compared.add(asked, outcomes, told));
    }
    refused.forEach(this::bad);
    leftOut.forEach(row -> said(waitingRows.leaveOut(row)));
    if (mode.stores() && !(refused.isEmpty() && leftOut.isEmpty())) {
      storeTheOthers(asked, outcomes, refused);
    }
  }

  /** One refusal refuses a whole chunk: the others are asked again without it, where wanted. */
  private void storeTheOthers(
      Imports.Asked<C> asked, Map<String, Handled<E, S>> refusals, List<RowFault> refused) {
    if (!refused.isEmpty() && !skipBad) {
      throw Table.refusal(refused, refused.size());
    }
    Map<String, C> rest = new LinkedHashMap<>(asked.byStream());
    rest.keySet().removeAll(refusals.keySet());
    outcomes(rest).forEach((stream, outcome) -> done(Refusals.require(outcome), stream, asked));
  }

  /** What waits already is named: whoever reads the row must know which. */
  private static String text(Rejection rejection, Map<String, Object> details) {
    Object waits = details.get("waits");
    return waits == null ? rejection.text() : rejection.text() + "待批准的是：" + waits + "。";
  }

  private void done(Handled.Done<E, S> done, String stream, Imports.Asked<C> asked) {
    List<Integer> asking = asked.rows().getOrDefault(stream, List.of());
    changed += target.rowsChanged().applyAsInt(done.events());
    List<String> batches =
        done.events().stream().flatMap(event -> target.batch().apply(event).stream()).toList();
    C command = Objects.requireNonNull(asked.byStream().get(stream));
    for (int place = 0; place < asking.size(); place++) {
      int row = asking.get(place);
      target
          .waits()
          .of(command, done.state(), place)
          .ifPresent(words -> {
            batches.forEach(batch -> said(waitingRows.add(batch, words, row)));
            if (batches.isEmpty()) {
              said(waitingRows.still(words, row));
            }
          });
    }
  }

  private Map<String, Handled<E, S>> outcomes(Map<String, C> commands) {
    return (mode.stores()
            ? target.handler().handleAll(commands, context)
            : target.handler().wouldHandleAll(commands))
        // Who imports a province waits for the others to be told, and nothing is given up.
        .onFailure(StoreOverloaded.class)
        .retry()
        .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
        .expireIn(Imports.PATIENCE.toMillis())
        .await()
        .atMost(Imports.PATIENCE);
  }

  /** By row: what the register refuses is known after what the reading refused. */
  private List<RowFault> inOrder() {
    return faults.stream().sorted(Comparator.comparingInt(RowFault::row)).toList();
  }

  List<RowFault> faults() {
    return faults;
  }

  int rows() {
    return rows;
  }

  /** Rows that wait for a second person from now on. */
  int waiting() {
    return waitingRows.rows();
  }

  /** Whether the file is refused. */
  boolean isRefused(boolean takesGoodRows) {
    return broken || (!faults.isEmpty() && !takesGoodRows);
  }

  /** What a refused file is answered with. */
  ProblemException refusal() {
    return Table.refusal(inOrder(), faultCount);
  }

  Preview preview(SentTable<T> table) throws IOException {
    Imported would = report(true);
    List<RowFault> first = inOrder().stream().limit(Preview.MOST_FAULTS).toList();
    List<String> written = first.isEmpty() ? List.of() : table.written(first);
    return new Preview(
        table.glance(),
        rows,
        compared.fresh(),
        changed,
        would.unchanged(),
        badRows,
        waitingRows.rows(),
        waitingRows.leftOut(),
        faultCount,
        IntStream.range(0, first.size())
            .mapToObj(i -> new Preview.Fault(first.get(i), written.get(i)))
            .toList(),
        would.notes(),
        compared.rows(),
        false);
  }

  Imported report(boolean dryRun) {
    List<Problem.FieldError> told =
        inOrder().stream().limit(Table.MAX_TOLD).map(RowFault::asError).toList();
    List<RowFault> last = repeated.told();
    return new Imported(
        rows,
        changed,
        rows - badRows - changed - waitingRows.leftOut(),
        badRows,
        dryRun,
        told,
        Stream.concat(
                Stream.concat(
                        target.together().stream()
                            .flatMap(batch -> waitingRows.inParts(batch.mostAtOnce()).stream()),
                        Stream.concat(ofWholeFile.stream(), notes.stream()))
                    .limit(Table.MAX_TOLD - last.size()),
                last.stream())
            .map(RowFault::asError)
            .toList(),
        waitingRows.report(dryRun),
        waitingRows.still(),
        waitingRows.leftOut());
  }
}
