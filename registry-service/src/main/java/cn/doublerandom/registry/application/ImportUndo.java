package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoreOverloaded;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.intake.ImportCause;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.subject.ImportTrace;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectCommand.UndoImport;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the entries a table changed and gives each back what it was, or says what that would
 * come to (ADR 59). A page of entries is one transaction; gone through once more, those that have
 * it back are passed over, so that what broke off goes on.
 */
@ApplicationScoped
class ImportUndo {
  /** Entries that were left as they are, of which the first are named. */
  static final int MOST_KEPT = 200;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final EventStore store;
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  private final IntakeDirectory directory;

  @Inject
  ImportUndo(
      EventStore store,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      IntakeDirectory directory) {
    this.store = store;
    this.subjects = subjects;
    this.directory = directory;
  }

  /**
   * By whom and why it is undone.
   *
   * @param context of who agreed, read anew for each page
   */
  record Occasion(
      String importId, String reason, String requestedBy, String approvedBy, Asker context) {}

  /** Is told how many entries were gone through. */
  interface Onlooker {
    void at(int entries);
  }

  /** What it would come to; nothing is stored. Blocks. */
  UndoSum count(String importId, Asker asker, Onlooker onlooker) {
    return pass(
        new Occasion(importId, "", "", "", asker),
        (commands, context) -> subjects.wouldHandleAll(commands).await().atMost(PATIENCE),
        onlooker);
  }

  /** Gives back; blocks. */
  UndoSum giveBack(Occasion occasion, Onlooker onlooker) {
    return pass(occasion, this::store, onlooker);
  }

  /** What is done with the commands of a page, by stream. */
  private interface Doing {
    Map<String, Handled<SubjectEvent, Subject>> with(
        Map<String, SubjectCommand> commands, CommandContext context);
  }

  private UndoSum pass(Occasion occasion, Doing doing, Onlooker onlooker) {
    UndoSum sum = UndoSum.NONE;
    List<IntakeDirectory.Changed> page = page(occasion.importId(), "");
    while (!page.isEmpty()) {
      sum = sum.and(page(page, occasion, doing));
      onlooker.at(sum.counts().all());
      page = page(occasion.importId(), page.getLast().entry());
    }
    return sum;
  }

  private List<IntakeDirectory.Changed> page(String importId, String after) {
    return Reading.await(() -> directory.changed(importId, after, Imports.CHUNK));
  }

  private UndoSum page(List<IntakeDirectory.Changed> page, Occasion occasion, Doing doing) {
    CommandContext context = occasion.context().of(Imports.JUDGED);
    Map<String, SubjectCommand> commands = new LinkedHashMap<>();
    UndoSum sum = UndoSum.NONE;
    Map<String, List<StoredEvent>> stories = stories(page);
    for (IntakeDirectory.Changed one : page) {
      String stream = RegistryStreams.SUBJECT.of(one.entry());
      List<StoredEvent> story = stories.getOrDefault(stream, List.of());
      switch (ImportTrace.of(told(story, occasion.importId()), occasion.importId())) {
        case ImportTrace.Untouched() -> sum = sum.and(UndoSum.UNCHANGED);
        case ImportTrace.TakenBack(boolean entered) -> sum = sum.and(UndoSum.changed(entered));
        case ImportTrace.ChangedSince() -> sum = sum.and(UndoSum.refused(one.entry()));
        case ImportTrace.Stands stands -> commands.put(stream, command(stands, occasion, context));
      }
    }
    return commands.isEmpty() ? sum : sum.and(done(commands, doing.with(commands, context)));
  }

  private static UndoImport command(
      ImportTrace.Stands stands, Occasion occasion, CommandContext context) {
    return new UndoImport(
        occasion.importId(),
        stands.before(),
        stands.taken(),
        stands.batch(),
        occasion.reason(),
        BusinessClock.day(context.at()),
        occasion.requestedBy(),
        occasion.approvedBy());
  }

  private static UndoSum done(
      Map<String, SubjectCommand> commands, Map<String, Handled<SubjectEvent, Subject>> outcomes) {
    UndoSum sum = UndoSum.NONE;
    for (var outcome : outcomes.entrySet()) {
      if (!(outcome.getValue() instanceof Handled.Done<SubjectEvent, Subject> done)) {
        sum = sum.and(UndoSum.refused(RegistryStreams.SUBJECT.id(outcome.getKey())));
      } else if (done.events().isEmpty()) {
        sum = sum.and(UndoSum.UNCHANGED);
      } else {
        sum = sum.and(UndoSum.changed(isEntered(commands.get(outcome.getKey()))));
      }
    }
    return sum;
  }

  private static boolean isEntered(@Nullable SubjectCommand command) {
    return command instanceof UndoImport undo && undo.before() instanceof Subject.Unregistered;
  }

  /** Whoever was changed just now is left out, and the others are given back. */
  private Map<String, Handled<SubjectEvent, Subject>> store(
      Map<String, SubjectCommand> commands, CommandContext context) {
    Map<String, Handled<SubjectEvent, Subject>> all = new LinkedHashMap<>();
    Map<String, SubjectCommand> left = new LinkedHashMap<>(commands);
    while (!left.isEmpty()) {
      Map<String, Handled<SubjectEvent, Subject>> outcomes =
          subjects
              .handleAll(left, context.unconditional())
              .onFailure(StoreOverloaded.class)
              .retry()
              .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
              .expireIn(PATIENCE.toMillis())
              .await()
              .atMost(PATIENCE);
      all.putAll(outcomes);
      boolean isStored = outcomes.values().stream().allMatch(Handled.Done.class::isInstance);
      left.keySet().removeAll(isStored ? List.copyOf(left.keySet()) : outcomes.keySet());
    }
    return all;
  }

  private Map<String, List<StoredEvent>> stories(List<IntakeDirectory.Changed> page) {
    List<String> streams =
        page.stream().map(one -> RegistryStreams.SUBJECT.of(one.entry())).toList();
    return store.asked().flatMap(asked -> asked.load(streams)).await().atMost(PATIENCE).stream()
        .collect(
            Collectors.groupingBy(StoredEvent::stream, LinkedHashMap::new, Collectors.toList()));
  }

  private List<ImportTrace.Told> told(List<StoredEvent> story, String importId) {
    String cause = ImportCause.of(importId);
    Function<StoredEvent, ImportTrace.Told> told =
        event ->
            new ImportTrace.Told(
                subjects.decode(event),
                Metadata.of(event).causationId().equals(cause),
                event.metadata());
    return story.stream().map(told).toList();
  }
}
