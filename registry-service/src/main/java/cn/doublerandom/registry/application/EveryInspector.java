package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.InspectorTurn;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everybody on the register of inspectors, opened, and whose turn it is to change who holds what.
 */
@ApplicationScoped
class EveryInspector {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int MOST_ATTEMPTS = 1_200;
  private static final int CHUNK = 1_000;
  private static final long LAST = Long.MAX_VALUE;

  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final PersonKeys keys;
  private final InspectorTurn turn;

  @Inject
  EveryInspector(
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      PersonKeys keys,
      InspectorTurn turn) {
    this.inspectors = inspectors;
    this.keys = keys;
    this.turn = turn;
  }

  /** What is done in the turn. */
  interface Work<T, X extends Exception> {
    T done() throws X;
  }

  /** Does something in the turn; blocks. */
  <T, X extends Exception> T inTurn(Work<T, X> work) throws X {
    InspectorTurn.Taken taken = turn();
    try {
      return work.done();
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

  /**
   * Everybody on the register as he is and as he is asked to be, opened; who was erased holds
   * nothing any more. Blocks.
   */
  List<InspectorDetails> registered() {
    List<String> ids = await(turn.everybody());
    List<InspectorDetails> registered = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += CHUNK) {
      registered.addAll(registered(ids.subList(from, Math.min(ids.size(), from + CHUNK))));
    }
    return registered;
  }

  private List<InspectorDetails> registered(List<String> ids) {
    Map<String, Long> latest =
        ids.stream().collect(Collectors.toMap(id -> RegistryStreams.INSPECTOR.of(id), id -> LAST));
    List<InspectorDetails> known = new ArrayList<>();
    List<InspectorDetails> waiting = new ArrayList<>();
    inspectors
        .statesAt(latest)
        .await()
        .atMost(PATIENCE)
        .values()
        .forEach(state -> {
          if (state instanceof Inspector.Registered registered) {
            known.add(registered.details());
            registered
                .absenceAsked()
                .map(Inspector.AbsenceAsked::revision)
                .ifPresent(revision -> waiting.add(revision.told()));
          }
        });
    return Stream.of(known, waiting)
        .flatMap(entries -> opened(entries).values().stream())
        .map(InspectorPerson::details)
        .toList();
  }

  /** Entries of as many inspectors with names and numbers, by inspector; blocks. */
  Map<String, InspectorPerson> opened(Collection<InspectorDetails> entries) {
    Map<Person, String> sealed = new HashMap<>();
    entries.forEach(details -> sealed.put(People.inspector(details.id()), details.sealedName()));
    Map<Person, String> texts = keys.open(sealed).await().atMost(PATIENCE);
    return entries.stream()
        .collect(
            Collectors.toMap(
                InspectorDetails::id,
                details ->
                    InspectorPerson.opened(
                        details,
                        texts.getOrDefault(People.inspector(details.id()), PersonKeys.ERASED))));
  }

  /** Texts sealed with the keys of their inspectors, by inspector; blocks. */
  Map<String, String> sealed(Map<String, String> texts) {
    Map<Person, String> all = new HashMap<>();
    texts.forEach((id, text) -> all.put(People.inspector(id), text));
    Map<Person, String> sealed = keys.seal(all).await().atMost(PATIENCE);
    return texts.keySet().stream()
        .filter(id -> sealed.containsKey(People.inspector(id)))
        .collect(Collectors.toMap(id -> id, id -> sealed.get(People.inspector(id))));
  }

  private static <T> T await(CompletionStage<T> stage) {
    return Uni.createFrom().completionStage(stage).await().atMost(PATIENCE);
  }
}
