package cn.doublerandom.eventstore.decider;

import java.time.Instant;
import java.util.List;

/**
 * What is to happen later because of what happened now. Pure: the same events set the same timers;
 * a replay sets none, because timers are set only for entries this process has not seen.
 *
 * @param <C> commands of the streams it watches
 * @param <E> events of the streams it watches
 */
public interface ProcessRules<C, E> {
  /**
   * Stable: lower-case letters and underscores, at most 20. What was followed under a name is not
   * followed again: who is to react to old events in a new way is a process with another name.
   */
  String name();

  /** Streams it watches begin with this, within whichever scope. */
  String streams();

  /** What an event asks for. */
  List<Reaction> react(String stream, E event);

  /**
   * What to do when a timer is due: a command for the stream the timer was set from. Its event is
   * the record that the timer fired; a command that leads to none means that nothing was left to
   * do.
   *
   * @param timer id of the timer
   * @param now business time
   */
  C onDue(String timer, Instant now);

  /** A timer to set or to take back. */
  sealed interface Reaction {
    /**
     * @param timer unique in the process; setting it again moves it
     */
    record SetTimer(String timer, Instant dueAt) implements Reaction {}

    /** Takes a timer back; one that is not set is none the worse. */
    record CancelTimer(String timer) implements Reaction {}
  }
}
