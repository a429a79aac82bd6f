package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.UndoableInspectors;
import cn.doublerandom.registry.intake.ImportTrace;
import cn.doublerandom.registry.intake.IntakeDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables of inspectors are undone in the turn of the register (ADR 63): a certificate that would be
 * given back may be another's by then, and who it belongs to only the keys of the people tell.
 */
@ApplicationScoped
class InspectorUndo {
  private final EventStore store;
  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  private final UndoPass.Pages changed;
  private final EveryInspector everybody;

  @Inject
  InspectorUndo(
      EventStore store,
      CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors,
      IntakeDirectory directory,
      EveryInspector everybody) {
    this.store = store;
    this.inspectors = inspectors;
    this.changed = (id, after, limit) -> Reading.await(() -> directory.changed(id, after, limit));
    this.everybody = everybody;
  }

  /** What it would come to; nothing is stored, and no turn is taken. Blocks. */
  UndoSum count(ImportUndo.Occasion occasion, ImportUndo.Onlooker onlooker) {
    return pass(occasion.importId()).count(occasion, onlooker);
  }

  /** Gives back; blocks. */
  UndoSum giveBack(ImportUndo.Occasion occasion, ImportUndo.Onlooker onlooker) {
    return everybody.inTurn(() -> pass(occasion.importId()).giveBack(occasion, onlooker));
  }

  private UndoPass<InspectorCommand, InspectorEvent, Inspector> pass(
      Map<String, String> numberless, Set<String> taken) {
    return new UndoPass<>(
        store,
        inspectors,
        changed,
        RegistryStreams.INSPECTOR,
        new UndoableInspectors(numberless, taken));
  }

  private UndoPass<InspectorCommand, InspectorEvent, Inspector> pass(String importId) {
    Map<String, ImportTrace.Stands<Inspector>> standing =
        pass(Map.of(), Set.of()).standing(importId);
    Map<String, InspectorDetails> before = new HashMap<>();
    Map<String, InspectorDetails> entered = new HashMap<>();
    standing.forEach((id, stands) -> {
      switch (stands.before()) {
        case Inspector.Registered was -> before.put(id, was.details());
        case Inspector.Unregistered() -> {
          if (stands.taken() instanceof Inspector.Registered known) {
            entered.put(id, known.details());
          }
        }
      }
    });
    return pass(numberless(entered), taken(everybody.opened(before.values()), entered.keySet()));
  }

  /** Whose name cannot be opened any more has none to seal: it stays as it was sealed. */
  private Map<String, String> numberless(Map<String, InspectorDetails> entered) {
    Map<String, String> texts = new HashMap<>();
    everybody
        .opened(entered.values())
        .forEach((id, person) -> {
          if (!PersonKeys.isGone(person.name())) {
            texts.put(id, InspectorPerson.text(person.details().withoutOwn(), person.name()));
          }
        });
    return everybody.sealed(texts);
  }

  /** Who would have a certificate again that somebody has by now who keeps it. */
  private Set<String> taken(Map<String, InspectorPerson> before, Set<String> entered) {
    List<InspectorDetails> registered = everybody.registered();
    return CertificateHolders.taken(
        before.values().stream()
            .map(InspectorPerson::details)
            .collect(Collectors.toMap(InspectorDetails::id, details -> details)),
        registered.stream().filter(details -> !entered.contains(details.id())).toList());
  }
}
