package cn.doublerandom.registry.intake;

import cn.doublerandom.eventstore.decider.Decider;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A register whose imports can be undone (ADR 59, 63).
 *
 * @param <C> commands of an entry
 * @param <E> its events
 * @param <S> its states
 */
public interface Undoable<C, E, S> {
  /** The rules of an entry. */
  Decider<C, E, S> rules();

  /** Whether the register does not have the entry. */
  boolean isNone(S entry);

  /** Whether the event took back what this table had made. */
  boolean undoes(E event, String importId);

  /** The batch in which a table asks for what takes two people; absent where it asks nothing. */
  @Nullable String askedIn(E event);

  /**
   * Whether somebody decided on what the table had asked for.
   *
   * @param state before the event
   */
  boolean answers(E event, S state, String batch);

  /** Whether what only one entry can have, and this one would have again, is another's by now. */
  default boolean isTaken(String entry) {
    return false;
  }

  /** Asks that an entry be given back what it was. */
  C undo(ImportTrace.Stands<S> stands, Agreed agreed);

  /**
   * An undo two people agreed to.
   *
   * @param on the day of the approval
   */
  record Agreed(
      String importId, String reason, LocalDate on, String requestedBy, String approvedBy) {}
}
