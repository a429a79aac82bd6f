package cn.doublerandom.registry.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one table made of an entry, read off its story. What another person agreed to, or did not,
 * because the table had asked for it is part of what the table did; whatever else came later is
 * not, and then nobody can say what the entry would be without the table.
 *
 * @param <S> the state of an entry
 */
public sealed interface ImportTrace<S> {
  /** The table left the entry as it was. */
  record Untouched<S>() implements ImportTrace<S> {}

  /** What it did stands, and nothing came after it. */
  record Stands<S>(S before, S taken, @Nullable String batch) implements ImportTrace<S> {}

  /** Somebody changed the entry after it. */
  record ChangedSince<S>() implements ImportTrace<S> {}

  /**
   * It was taken back.
   *
   * @param entered whether the table had made the entry
   */
  record TakenBack<S>(boolean entered) implements ImportTrace<S> {}

  /**
   * One event of the story.
   *
   * @param ofImport whether it names the table as its cause
   * @param occasion the same for the events of one command
   */
  record Told<E>(E event, boolean ofImport, String occasion) {}

  /**
   * What a table made of an entry.
   *
   * @param story all events of the entry, the oldest first
   */
  static <C, E, S> ImportTrace<S> of(
      List<Told<E>> story, String importId, Undoable<C, E, S> register) {
    S state = register.rules().initial();
    S before = null;
    String batch = null;
    String answer = "";
    for (Told<E> told : story) {
      E event = told.event();
      if (register.undoes(event, importId)) {
        return new TakenBack<>(before != null && register.isNone(before));
      } else if (told.ofImport()) {
        before = before == null ? state : before;
        String asked = register.askedIn(event);
        batch = asked == null ? batch : asked;
      } else if (before != null && !told.occasion().equals(answer)) {
        if (batch == null || !register.answers(event, state, batch)) {
          return new ChangedSince<>();
        }
        answer = told.occasion();
      }
      state = register.rules().evolve(state, event);
    }
    return before == null ? new Untouched<>() : new Stands<>(before, state, batch);
  }
}
