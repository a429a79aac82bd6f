package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.InMemoryEventStore;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.batch.BatchCodec;
import cn.doublerandom.registry.batch.BatchDecider;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCodec;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDecider;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableGlance;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** A batch of more rows than one transaction takes, as it is stored part by part. */
class BatchesTest {
  private static final int ROWS = Imports.ATOMIC + 1;
  private static final String BATCH = "2023-03-15-1a2b3c4d";
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);

  private final InMemoryEventStore store = new InMemoryEventStore();
  private final Batches batches =
      new Batches(new CommandHandler<>(store, new BatchDecider(), BatchCodec.ofEvents()));

  /** Rows of a number each, read once to be judged and once to be stored. */
  private record Rows(int count, IntConsumer whileStored) implements SentTable<Integer> {
    @Override
    public void scan(Table.Sink<Integer> sink) {
      for (int row = 2; row < count + 2; row++) {
        sink.row(row, row);
        whileStored.accept(row);
      }
    }

    @Override
    public Table.Content<Integer> required() {
      throw new UnsupportedOperationException("the table is long");
    }

    @Override
    public TableGlance glance() {
      throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public List<String> written(List<RowFault> faults) {
      throw new UnsupportedOperationException("nobody looks");
    }

    @Override
    public String digest() {
      return "digest";
    }

    @Override
    public byte[] marked(Map<Integer, List<RowFault>> faults, boolean onlyBad) {
      throw new UnsupportedOperationException("nothing is marked");
    }
  }

  private static CommandContext context() {
    Instant now = Instant.parse("2023-03-15T01:00:00Z");
    return new CommandContext(
        "registrar", now, now, "c", "r", Optional.empty(), OptionalLong.empty());
  }

  private CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors(EventStore over) {
    return new CommandHandler<>(over, new InspectorDecider(), InspectorCodec.ofEvents());
  }

  /** A row recuses an inspector of its own from one firm. */
  private static Imports.Asked<InspectorCommand> asked(Map<Integer, Integer> rows) {
    Map<String, InspectorCommand> commands = new LinkedHashMap<>();
    Map<String, List<Integer>> asking = new LinkedHashMap<>();
    rows.forEach((number, row) -> {
      String stream = RegistryStreams.INSPECTOR.of("JC" + row);
      commands.put(
          stream,
          new InspectorCommand.DeclareConflicts(
              List.of(new Recusal("91130534000000011A", "近亲属")), "registrar", BATCH));
      asking.put(stream, List.of(number));
    });
    return new Imports.Asked<>(commands, asking, List.of());
  }

  private Imported take(SentTable<Integer> table, int mostAtOnce) throws IOException {
    return Imports.take(
        table,
        new ImportWish(false, false),
        content -> context(),
        new Imports.Target<>(
            BatchesTest::asked,
            inspectors(store),
            events -> events.isEmpty() ? 0 : 1,
            Optional.of(new Imports.Together(batches, BATCH, mostAtOnce)),
            event ->
                event instanceof InspectorEvent.RecusalsRequested requested
                    ? Optional.of(requested.batch())
                    : Optional.empty(),
            (command, state, place) -> Optional.of("回避")));
  }

  private void register() {
    Map<String, InspectorCommand> commands = new LinkedHashMap<>();
    for (int row = 2; row < ROWS + 2; row++) {
      commands.put(
          RegistryStreams.INSPECTOR.of("JC" + row),
          new InspectorCommand.RegisterInspector(
              inspector("JC" + row), null, TODAY, "registrar", "first", true));
    }
    inspectors(store).handleAll(commands, context()).await().indefinitely();
  }

  private static InspectorDetails inspector(String id) {
    return new InspectorDetails(
        id,
        "",
        "大队",
        id + "-1305",
        LocalDate.of(2099, 12, 31),
        List.of(),
        InspectorStatus.ACTIVE,
        null);
  }

  private boolean isRefused() {
    try {
      batches.requireWhole(BATCH);
      return false;
    } catch (ProblemException refused) {
      assertThat(refused.rejection()).isEqualTo(RegistryRejection.BATCH_INCOMPLETE);
      return true;
    }
  }

  @Test
  void nobody_agrees_to_a_batch_as_long_as_rows_of_it_are_on_their_way() throws IOException {
    register();
    List<Boolean> refused = new ArrayList<>();
    take(
        new Rows(
            ROWS,
            row -> {
              if (row % Imports.ATOMIC == 0 || row == ROWS + 1) {
                refused.add(isRefused());
              }
            }),
        Imports.ATOMIC);
    // Judged, nothing is stored and nothing waits; stored, it is refused to the last row.
    assertThat(refused).containsExactly(false, false, true, true);
    assertThatCode(() -> batches.requireWhole(BATCH)).doesNotThrowAnyException();
  }

  @Test
  void a_batch_whose_import_broke_off_is_never_agreed_to() {
    register();
    int[] readings = {0};
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            take(
                new Rows(
                    ROWS,
                    row -> {
                      if (row == 5_000 && ++readings[0] == 2) {
                        throw new IllegalStateException("the machine dies");
                      }
                    }),
                Imports.ATOMIC));
    assertThat(isRefused()).isTrue();
  }

  @Test
  void a_batch_of_one_transaction_is_agreed_to_at_once() throws IOException {
    register();
    take(new Rows(3, row -> {}), Imports.ATOMIC);
    assertThatCode(() -> batches.requireWhole(BATCH)).doesNotThrowAnyException();
  }

  @Test
  void only_a_batch_that_one_approval_does_not_take_is_said_to_be_approved_in_parts()
      throws IOException {
    register();
    assertThat(take(new Rows(ROWS, row -> {}), RecusalRequests.MOST_AT_ONCE).notes())
        .noneMatch(note -> note.code().equals("batch-approved-in-parts"));
  }
}
