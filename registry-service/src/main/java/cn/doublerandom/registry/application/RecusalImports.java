package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.registry.inspector.RecusalAsked;
import cn.doublerandom.registry.inspector.Recusals;
import cn.doublerandom.registry.subject.CreditCodeWords;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables of recusals. Each names an inspector and a subject the register knows: one of another
 * spelling would stand in the list and be honoured by no draw.
 */
@ApplicationScoped
public class RecusalImports {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final RegisterTables tables;
  private final Batches batches;

  @Inject
  RecusalImports(
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      RegisterTables tables,
      Batches batches) {
    this.inspectors = inspectors;
    this.subjects = subjects;
    this.tables = tables;
    this.batches = batches;
  }

  /** Takes a table, which another person must agree to; blocks. */
  public Imported take(Path file, ImportWish wish, Asker asker) throws IOException {
    CommandContext context = asker.of(Imports.JUDGED);
    String batch = Batches.named(BusinessClock.day(context.at()));
    Map<String, Set<Integer>> rowsOf = new HashMap<>();
    return Imports.take(
        tables.recusals(file),
        wish,
        asker,
        new Imports.Target<>(
            rows -> asked(rows, context.actor(), batch, rowsOf),
            inspectors,
            RecusalImports::rowsChanged,
            Optional.of(new Imports.Together(batches, batch, RecusalRequests.MOST_AT_ONCE)),
            RecusalImports::batch,
            RecusalImports::waits));
  }

  private static Optional<String> batch(InspectorEvent event) {
    return event instanceof InspectorEvent.RecusalsRequested asked
        ? Optional.of(asked.batch())
        : Optional.empty();
  }

  /** What waits of the pair a row names. */
  private static Optional<String> waits(InspectorCommand rows, Inspector inspector, int place) {
    if (!(rows instanceof InspectorCommand.DeclareConflicts told)
        || !(inspector instanceof Inspector.Registered known)) {
      return Optional.empty();
    }
    String subject = told.recusals().get(place).subject();
    String words =
        known.recusalsAsked().stream()
            .filter(asked -> asked.recusal().subject().equals(subject))
            .map(RecusalAsked::inWords)
            .collect(Collectors.joining("；"));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  /** A row is one recusal; those of one inspector are stored together. */
  private static int rowsChanged(List<InspectorEvent> events) {
    return events.stream()
        .mapToInt(event ->
            switch (event) {
              case InspectorEvent.RecusalsRequested asked -> asked.recusals().size();
              case InspectorEvent.RecusalRequestsEnded ended -> 0;
              case InspectorEvent.ConflictsDeclared declared -> 0;
              case InspectorEvent.ConflictsRevoked revoked -> 0;
              case InspectorEvent.InspectorRegistered registered -> 0;
              case InspectorEvent.InspectorRevised revised -> 0;
              case InspectorEvent.ErasureRequested requested -> 0;
              case InspectorEvent.ErasureRequestEnded ended -> 0;
              case InspectorEvent.ErasureApproved approved -> 0;
              case InspectorEvent.LeaveGranted granted -> 0;
              case InspectorEvent.AbsenceRequested requested -> 0;
              case InspectorEvent.AbsenceRequestEnded ended -> 0;
              case InspectorEvent.InspectorImportUndone undone -> 0;
            })
        .sum();
  }

  private Imports.Asked<InspectorCommand> asked(
      Map<Integer, ToldRecusal> rows, String by, String batch, Map<String, Set<Integer>> rowsOf) {
    Map<String, Boolean> known = known(rows);
    Map<String, List<Recusal>> byInspector = new LinkedHashMap<>();
    Map<String, List<Integer>> asking = new LinkedHashMap<>();
    List<RowFault> refused = new ArrayList<>();
    rows.forEach((number, row) -> {
      String subject = row.recusal().subject();
      if (!known.getOrDefault(subject, false)) {
        refused.add(unknown(number, subject));
        return;
      }
      Set<Integer> ofInspector = rowsOf.computeIfAbsent(row.inspector(), i -> new HashSet<>());
      ofInspector.add(number);
      if (ofInspector.size() > Recusals.MOST) {
        refused.add(tooMany(number));
        return;
      }
      byInspector.computeIfAbsent(row.inspector(), i -> new ArrayList<>()).add(row.recusal());
      asking
          .computeIfAbsent(RegistryStreams.INSPECTOR.of(row.inspector()), i -> new ArrayList<>())
          .add(number);
    });
    Map<String, InspectorCommand> commands = new LinkedHashMap<>();
    byInspector.forEach((id, recusals) ->
        commands.put(
            RegistryStreams.INSPECTOR.of(id),
            new InspectorCommand.DeclareConflicts(recusals, by, batch)));
    return new Imports.Asked<>(commands, asking, refused);
  }

  /** Whether the register knows the subjects, by their streams: a view may lag behind. */
  private Map<String, Boolean> known(Map<Integer, ToldRecusal> rows) {
    Map<String, Boolean> known = new HashMap<>();
    for (String id :
        rows.values().stream().map(r -> r.recusal().subject()).collect(Collectors.toSet())) {
      Subject subject =
          subjects.load(RegistryStreams.SUBJECT.of(id)).await().atMost(PATIENCE).state();
      known.put(
          id,
          switch (subject) {
            case Subject.Registered registered -> true;
            case Subject.Merged merged -> true;
            case Subject.Unregistered() -> false;
          });
    }
    return known;
  }

  /** Known before anything is stored: a long file is stored part by part. */
  private static RowFault tooMany(int row) {
    return new RowFault(
        row,
        ToldRecusal.INSPECTOR,
        RegistryRejection.RECUSALS_TOO_MANY.code(),
        RegistryRejection.RECUSALS_TOO_MANY.text());
  }

  /** Why a code cannot be one, or that the register does not know it. */
  private static RowFault unknown(int row, String id) {
    return CreditCodeWords.fault(id)
        .map(fault ->
            new RowFault(
                row,
                ToldRecusal.SUBJECT,
                "credit-code-" + fault.position(),
                CreditCodeWords.told(fault, id)))
        .orElseGet(() ->
            new RowFault(row, ToldRecusal.SUBJECT, "subject-unknown", "名录库中没有这个检查对象：" + id + "。"));
  }
}
