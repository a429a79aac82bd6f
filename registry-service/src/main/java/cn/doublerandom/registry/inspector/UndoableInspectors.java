package cn.doublerandom.registry.inspector;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.registry.inspector.Inspector.Registered;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequestEnded;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorImportUndone;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRevised;
import cn.doublerandom.registry.intake.ImportTrace;
import cn.doublerandom.registry.intake.Undoable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tables made of inspectors is undone (ADR 63). */
public final class UndoableInspectors
    implements Undoable<InspectorCommand, InspectorEvent, Inspector> {
  private final InspectorDecider rules = new InspectorDecider();
  private final Map<String, String> numberless;
  private final Set<String> taken;

  /**
   * @param numberless sealed names of whom the table had entered, without the numbers of their
   *     certificates, by inspector
   * @param taken inspectors of whom a certificate they would have again is somebody else's by now
   */
  public UndoableInspectors(Map<String, String> numberless, Set<String> taken) {
    this.numberless = Map.copyOf(numberless);
    this.taken = Set.copyOf(taken);
  }

  @Override
  public Decider<InspectorCommand, InspectorEvent, Inspector> rules() {
    return rules;
  }

  @Override
  public boolean isNone(Inspector entry) {
    return entry instanceof Inspector.Unregistered;
  }

  @Override
  public boolean undoes(InspectorEvent event, String importId) {
    return event instanceof InspectorImportUndone undone && undone.importId().equals(importId);
  }

  @Override
  public @Nullable String askedIn(InspectorEvent event) {
    return event instanceof AbsenceRequested asked ? asked.batch() : null;
  }

  @Override
  public boolean answers(InspectorEvent event, Inspector state, String batch) {
    return state instanceof Registered known
        && known.absenceAsked().filter(asked -> batch.equals(asked.batch())).isPresent()
        && (event instanceof AbsenceRequestEnded
            || (event instanceof InspectorRevised revised && revised.approvedBy() != null));
  }

  @Override
  public boolean isTaken(String entry) {
    return taken.contains(entry);
  }

  @Override
  public InspectorCommand undo(ImportTrace.Stands<Inspector> stands, Agreed agreed) {
    String entry = stands.taken() instanceof Registered known ? known.details().id() : "";
    return new InspectorCommand.UndoInspectorImport(
        stands.before(), stands.taken(), stands.batch(), numberless.get(entry), agreed);
  }
}
