package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.InspectorTurn;
import cn.doublerandom.registry.person.PersonText;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of inspectors: names and numbers are sealed, and no certificate is two people's. */
@ApplicationScoped
public class InspectorImports {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int MOST_ATTEMPTS = 1_200;
  private static final int CHUNK = 1_000;
  private static final long LAST = Long.MAX_VALUE;

  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final PersonKeys keys;
  private final InspectorTurn turn;
  private final RegisterTables tables;
  private final Batches batches;

  @Inject
  InspectorImports(
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      PersonKeys keys,
      InspectorTurn turn,
      RegisterTables tables,
      Batches batches) {
    this.inspectors = inspectors;
    this.keys = keys;
    this.turn = turn;
    this.tables = tables;
    this.batches = batches;
  }

  /** Takes a table in its turn: who looks at the certificates sees all that were taken before. */
  public Imported take(Path file, ImportWish wish, Asker asker) throws IOException {
    InspectorTurn.Taken taken = turn();
    try {
      return Imports.take(tables.inspectors(file), wish, asker, target(asker));
    } finally {
      await(taken.end());
    }
  }

  /** Waits for the turn, as for a place in the queue of files. */
  private InspectorTurn.Taken turn() {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<InspectorTurn.Taken> taken = await(turn.take());
      if (taken.isPresent()) {
        return taken.get();
      }
      Uni.createFrom().voidItem().onItem().delayIt().by(STEP).await().indefinitely();
    }
    throw new ProblemException(EdgeRejection.IMPORTS_FULL);
  }

  /** The file as xlsx with its faults marked; nothing is stored, and no turn is taken. */
  public byte[] marked(Path file, Asker asker) throws IOException {
    return Imports.marked(tables.inspectors(file), asker, target(asker));
  }

  /** What a table would do; nothing is stored, and no turn is taken. */
  Preview preview(Path file, Asker asker) throws IOException {
    Map<String, String> names = new HashMap<>();
    return Imports.preview(
        tables.inspectors(file),
        asker,
        target(asker, row -> names.put(row.details().id(), PersonText.masked(row.name())))
            .telling(new InspectorDifferences(names)));
  }

  private Imports.Target<ToldInspector, InspectorCommand, InspectorEvent, Inspector> target(
      Asker asker) {
    return target(asker, row -> {});
  }

  /**
   * @param read is told each row once it is read
   */
  private Imports.Target<ToldInspector, InspectorCommand, InspectorEvent, Inspector> target(
      Asker asker, Consumer<ToldInspector> read) {
    CommandContext context = asker.of(Imports.JUDGED);
    List<InspectorDetails> known = registered();
    var holders = new CertificateHolders(known);
    var numbers = new InspectorNumbers(known.stream().map(InspectorDetails::id).toList());
    LocalDate today = BusinessClock.day(context.at());
    var table = new OfTable(context.actor(), today, Batches.named(today), known.isEmpty());
    return new Imports.Target<>(
        rows -> {
          rows.values().forEach(read);
          return asked(rows, holders, numbers, table);
        },
        inspectors,
        events -> events.isEmpty() ? 0 : 1,
        Optional.of(new Imports.Together(batches, table.batch(), AbsenceRequests.MOST_AT_ONCE)),
        event ->
            event instanceof InspectorEvent.AbsenceRequested requested
                ? Optional.ofNullable(requested.batch())
                : Optional.empty(),
        InspectorImports::waits);
  }

  /**
   * What the rows of one table have in common.
   *
   * @param opensRegister whether nobody stood in the register before it
   */
  private record OfTable(String by, LocalDate today, String batch, boolean opensRegister) {}

  private static Optional<String> waits(InspectorCommand row, Inspector inspector, int place) {
    return inspector instanceof Inspector.Registered known
        ? known.absenceAsked().map(Inspector.AbsenceAsked::inWords)
        : Optional.empty();
  }

  /**
   * Everybody on the register as he is and as he is asked to be, opened; who was erased holds
   * nothing any more.
   */
  private List<InspectorDetails> registered() {
    List<String> ids = await(turn.everybody());
    List<InspectorDetails> registered = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += CHUNK) {
      registered.addAll(opened(ids.subList(from, Math.min(ids.size(), from + CHUNK))));
    }
    return registered;
  }

  private List<InspectorDetails> opened(List<String> ids) {
    Map<String, Long> latest =
        ids.stream().collect(Collectors.toMap(id -> RegistryStreams.INSPECTOR.of(id), id -> LAST));
    Map<Person, InspectorDetails> known = new HashMap<>();
    Map<Person, InspectorDetails> waiting = new HashMap<>();
    inspectors
        .statesAt(latest)
        .await()
        .atMost(PATIENCE)
        .values()
        .forEach(state -> {
          if (state instanceof Inspector.Registered registered) {
            Person person = People.inspector(registered.details().id());
            known.put(person, registered.details());
            registered
                .absenceAsked()
                .map(Inspector.AbsenceAsked::revision)
                .ifPresent(revision -> waiting.put(person, revision.told()));
          }
        });
    return Stream.of(known, waiting).flatMap(entries -> opened(entries).stream()).toList();
  }

  private List<InspectorDetails> opened(Map<Person, InspectorDetails> entries) {
    Map<Person, String> sealed = new HashMap<>();
    entries.forEach((person, details) -> sealed.put(person, details.sealedName()));
    Map<Person, String> texts = keys.open(sealed).await().atMost(PATIENCE);
    return entries.entrySet().stream()
        .map(e ->
            InspectorPerson.opened(e.getValue(), texts.getOrDefault(e.getKey(), PersonKeys.ERASED))
                .details())
        .toList();
  }

  private Imports.Asked<InspectorCommand> asked(
      Map<Integer, ToldInspector> rows,
      CertificateHolders holders,
      InspectorNumbers numbers,
      OfTable table) {
    Map<Person, String> texts =
        rows.values().stream()
            .collect(
                Collectors.toMap(
                    r -> People.inspector(r.details().id()),
                    r -> InspectorPerson.text(r.details(), r.name())));
    Map<Person, String> sealed = keys.seal(texts).await().atMost(PATIENCE);
    holders.toldAnew(rows.values().stream().map(r -> r.details().id()).collect(Collectors.toSet()));
    Map<String, InspectorCommand> commands = new LinkedHashMap<>();
    Map<String, List<Integer>> asking = new LinkedHashMap<>();
    List<RowFault> refused = new ArrayList<>();
    rows.forEach((number, row) -> {
      InspectorDetails details = row.details();
      String name = sealed.get(People.inspector(details.id()));
      if (name == null) {
        refused.add(Imports.erased(number, "编号"));
        return;
      }
      numbers
          .refuse(number, details.id())
          .or(() -> holders.refuse(number, details))
          .ifPresentOrElse(
              refused::add,
              () -> {
                String stream = RegistryStreams.INSPECTOR.of(details.id());
                commands.put(
                    stream,
                    new InspectorCommand.RegisterInspector(
                        details.withoutOwn().withSealedName(name),
                        row.statusFrom(),
                        table.today(),
                        table.by(),
                        table.batch(),
                        table.opensRegister()));
                asking.put(stream, List.of(number));
              });
    });
    return new Imports.Asked<>(commands, asking, refused);
  }

  private static <T> T await(CompletionStage<T> stage) {
    return Uni.createFrom().completionStage(stage).await().atMost(PATIENCE);
  }
}
