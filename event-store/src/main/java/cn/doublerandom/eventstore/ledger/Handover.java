package cn.doublerandom.eventstore.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * What the leader of this process has numbered last, for the relay beside it: it is in the ledger,
 * committed, and need not be read from there. What does not fit is let go, the oldest first; who
 * asks for it reads the ledger.
 *
 * <p>Invariant: it holds every announcement between two numbers and none beyond them, so that
 * whoever is answered misses none.
 */
public final class Handover {
  private static final long MOST_CHARACTERS = 16L * 1024 * 1024;

  private final Deque<Batch> batches = new ArrayDeque<>();
  private long characters;

  /**
   * Entries that were numbered at once.
   *
   * @param after number of the entry before the first
   * @param upTo number of the last
   */
  private record Batch(long after, long upTo, List<Spoken> said, long characters) {}

  /** Takes what was said of the entries between two numbers, once they are committed. */
  synchronized void give(long after, long upTo, List<Spoken> said) {
    if (!batches.isEmpty() && batches.getLast().upTo() != after) {
      clear();
    }
    long more = said.stream().mapToLong(one -> one.said().value().length()).sum();
    batches.add(new Batch(after, upTo, List.copyOf(said), more));
    characters += more;
    while (characters > MOST_CHARACTERS) {
      characters -= batches.removeFirst().characters();
    }
  }

  /**
   * What was said after a number, in order: at most {@code limit}, but all of the last entry among
   * them. Empty where nothing was, or where it is not known here.
   */
  synchronized List<Spoken> after(long seq, int limit) {
    while (!batches.isEmpty() && batches.getFirst().upTo() <= seq) {
      characters -= batches.removeFirst().characters();
    }
    if (batches.isEmpty() || batches.getFirst().after() > seq) {
      return List.of();
    }
    List<Spoken> found = new ArrayList<>();
    Iterator<Batch> some = batches.iterator();
    while (some.hasNext()) {
      for (Spoken one : some.next().said()) {
        if (found.size() >= limit && one.seq() != found.getLast().seq()) {
          return found;
        } else if (one.seq() > seq) {
          found.add(one);
        }
      }
    }
    return found;
  }

  synchronized void clear() {
    batches.clear();
    characters = 0;
  }
}
