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
import cn.doublerandom.registry.person.PersonText;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.time.BusinessClock;
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
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tables of inspectors: names and numbers are sealed, and no certificate is two people's. */
@ApplicationScoped
public class InspectorImports {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final PersonKeys keys;
  private final EveryInspector everybody;
  private final RegisterTables tables;
  private final Batches batches;

  @Inject
  InspectorImports(
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      PersonKeys keys,
      EveryInspector everybody,
      RegisterTables tables,
      Batches batches) {
    this.inspectors = inspectors;
    this.keys = keys;
    this.everybody = everybody;
    this.tables = tables;
    this.batches = batches;
  }

  /** Takes a table in its turn: who looks at the certificates sees all that were taken before. */
  public Imported take(Path file, ImportWish wish, Asker asker) throws IOException {
    return everybody.inTurn(
        () -> Imports.take(tables.inspectors(file), wish, asker, target(asker)));
  }

  /** The file as xlsx with its faults marked; nothing is stored, and no turn is taken. */
  public byte[] marked(Path file, Asker asker) throws IOException {
    return Imports.marked(tables.inspectors(file), asker, target(asker));
  }

  /** What a table would do; nothing is stored, and no turn is taken. */
  Preview preview(Path file, Asker asker) throws IOException {
    Map<String, String> names = new HashMap<>();
    boolean isFirst = everybody.registered().isEmpty();
    return Imports.preview(
            tables.inspectors(file),
            asker,
            target(asker, row -> names.put(row.details().id(), PersonText.masked(row.name())))
                .telling(new InspectorDifferences(names)))
        .opening(isFirst);
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
    List<InspectorDetails> known = everybody.registered();
    var holders = new CertificateHolders(known);
    var numbers = new InspectorNumbers(known.stream().map(InspectorDetails::id).toList());
    LocalDate today = BusinessClock.day(context.at());
    var table = new OfTable(context.actor(), today, Batches.named(context), known.isEmpty());
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
}
