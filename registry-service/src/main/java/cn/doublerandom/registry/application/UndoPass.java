package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoreOverloaded;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.registry.intake.ImportCause;
import cn.doublerandom.registry.intake.ImportTrace;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.Undoable;
import cn.doublerandom.servicekit.time.BusinessClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes through the entries of one register a table changed, page by page.
 *
 * @param <C> commands of an entry
 * @param <E> its events
 * @param <S> its states
 */
final class UndoPass<C, E, S> {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final EventStore store;
  private final CommandHandler<C, E, S> entries;
  private final Pages pages;
  private final StreamKind kind;
  private final Undoable<C, E, S> register;

  /** The entries a table changed, ascending; blocks. */
  interface Pages {
    List<IntakeDirectory.Changed> of(String importId, String after, int limit);
  }

  UndoPass(
      EventStore store,
      CommandHandler<C, E, S> entries,
      Pages pages,
      StreamKind kind,
      Undoable<C, E, S> register) {
    this.store = store;
    this.entries = entries;
    this.pages = pages;
    this.kind = kind;
    this.register = register;
  }

  /** What it would come to; nothing is stored. Blocks. */
  UndoSum count(ImportUndo.Occasion occasion, ImportUndo.Onlooker onlooker) {
    return pass(
        occasion,
        (commands, context) -> entries.wouldHandleAll(commands).await().atMost(PATIENCE),
        onlooker);
  }

  /** Gives back; blocks. */
  UndoSum giveBack(ImportUndo.Occasion occasion, ImportUndo.Onlooker onlooker) {
    return pass(occasion, this::store, onlooker);
  }

  /** What is done with the commands of a page, by stream. */
  private interface Doing<C, E, S> {
    Map<String, Handled<E, S>> with(Map<String, C> commands, CommandContext context);
  }

  private UndoSum pass(
      ImportUndo.Occasion occasion, Doing<C, E, S> doing, ImportUndo.Onlooker onlooker) {
    UndoSum sum = UndoSum.NONE;
    List<IntakeDirectory.Changed> page = page(occasion.importId(), "");
    while (!page.isEmpty()) {
      sum = sum.and(page(page, occasion, doing));
      onlooker.at(sum.counts().all());
      page = page(occasion.importId(), page.getLast().entry());
    }
    return sum;
  }

  /** The entries of which what the table did stands, by entry; blocks. */
  Map<String, ImportTrace.Stands<S>> standing(String importId) {
    Map<String, ImportTrace.Stands<S>> all = new LinkedHashMap<>();
    List<IntakeDirectory.Changed> page = page(importId, "");
    while (!page.isEmpty()) {
      Map<String, List<StoredEvent>> stories = stories(page);
      for (IntakeDirectory.Changed one : page) {
        List<StoredEvent> story = stories.getOrDefault(kind.of(one.entry()), List.of());
        if (ImportTrace.of(told(story, importId), importId, register)
            instanceof ImportTrace.Stands<S> stands) {
          all.put(one.entry(), stands);
        }
      }
      page = page(importId, page.getLast().entry());
    }
    return all;
  }

  private List<IntakeDirectory.Changed> page(String importId, String after) {
    return pages.of(importId, after, Imports.CHUNK);
  }

  private UndoSum page(
      List<IntakeDirectory.Changed> page, ImportUndo.Occasion occasion, Doing<C, E, S> doing) {
    CommandContext context = occasion.context().of(Imports.JUDGED);
    var agreed =
        new Undoable.Agreed(
            occasion.importId(),
            occasion.reason(),
            BusinessClock.day(context.at()),
            occasion.requestedBy(),
            occasion.approvedBy());
    Map<String, C> commands = new LinkedHashMap<>();
    Set<String> entered = new HashSet<>();
    UndoSum sum = UndoSum.NONE;
    Map<String, List<StoredEvent>> stories = stories(page);
    for (IntakeDirectory.Changed one : page) {
      String stream = kind.of(one.entry());
      List<StoredEvent> story = stories.getOrDefault(stream, List.of());
      switch (ImportTrace.of(told(story, occasion.importId()), occasion.importId(), register)) {
        case ImportTrace.Untouched<S>() -> sum = sum.and(UndoSum.UNCHANGED);
        case ImportTrace.TakenBack<S>(boolean made) -> sum = sum.and(UndoSum.changed(made));
        case ImportTrace.ChangedSince<S>() -> sum = sum.and(UndoSum.refused(one.entry()));
        case ImportTrace.Stands<S> stands when register.isTaken(one.entry()) ->
            sum = sum.and(UndoSum.refused(one.entry()));
        case ImportTrace.Stands<S> stands -> {
          commands.put(stream, register.undo(stands, agreed));
          if (register.isNone(stands.before())) {
            entered.add(stream);
          }
        }
      }
    }
    return commands.isEmpty() ? sum : sum.and(done(entered, doing.with(commands, context)));
  }

  private UndoSum done(Set<String> entered, Map<String, Handled<E, S>> outcomes) {
    UndoSum sum = UndoSum.NONE;
    for (var outcome : outcomes.entrySet()) {
      if (!(outcome.getValue() instanceof Handled.Done<E, S> done)) {
        sum = sum.and(UndoSum.refused(kind.id(outcome.getKey())));
      } else if (done.events().isEmpty()) {
        sum = sum.and(UndoSum.UNCHANGED);
      } else {
        sum = sum.and(UndoSum.changed(entered.contains(outcome.getKey())));
      }
    }
    return sum;
  }

  /** Whoever was changed just now is left out, and the others are given back. */
  private Map<String, Handled<E, S>> store(Map<String, C> commands, CommandContext context) {
    Map<String, Handled<E, S>> all = new LinkedHashMap<>();
    Map<String, C> left = new LinkedHashMap<>(commands);
    while (!left.isEmpty()) {
      Map<String, Handled<E, S>> outcomes =
          entries
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
    List<String> streams = page.stream().map(one -> kind.of(one.entry())).toList();
    return store.asked().flatMap(asked -> asked.load(streams)).await().atMost(PATIENCE).stream()
        .collect(
            Collectors.groupingBy(StoredEvent::stream, LinkedHashMap::new, Collectors.toList()));
  }

  private List<ImportTrace.Told<E>> told(List<StoredEvent> story, String importId) {
    String cause = ImportCause.of(importId);
    return story.stream()
        .map(event ->
            new ImportTrace.Told<>(
                entries.decode(event),
                Metadata.of(event).causationId().equals(cause),
                event.metadata()))
        .toList();
  }
}
