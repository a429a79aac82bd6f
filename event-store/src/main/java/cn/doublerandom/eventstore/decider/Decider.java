package cn.doublerandom.eventstore.decider;

import java.util.List;

/**
 * The rules of one kind of stream.
 *
 * @param <C> commands, sealed
 * @param <E> events, sealed
 * @param <S> states, sealed
 */
public interface Decider<C, E, S> {
  /** The state of a stream without events. */
  S initial();

  /** What happens, or which fact forbids it. */
  Decision<E> decide(C command, S state);

  /** The state after one more event; never refuses, because the event has happened. */
  S evolve(S state, E event);

  /** The state after all events, oldest first. */
  default S replay(List<? extends E> events) {
    S state = initial();
    for (E event : events) {
      state = evolve(state, event);
    }
    return state;
  }
}
