package cn.doublerandom.gateway;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * How many requests may be under way at one service. Slow kinds have places of their own, so that
 * they never stand in the way of the others. Used on one event loop only.
 */
final class Places {
  /** What takes how long: a request, a large body or answer, a stream of events. */
  enum Kind {
    REQUEST,
    TRANSFER,
    STREAM
  }

  private final Map<Kind, Integer> most;
  private final Map<Kind, Integer> free;
  private final Map<Kind, Queue<Ticket>> queues = new EnumMap<>(Kind.class);
  private final int mostWaiting;

  Places(int requests, int transfers, int streams, int mostWaiting) {
    most = Map.of(Kind.REQUEST, requests, Kind.TRANSFER, transfers, Kind.STREAM, streams);
    free = new EnumMap<>(most);
    for (Kind kind : Kind.values()) {
      queues.put(kind, new ArrayDeque<>());
    }
    this.mostWaiting = mostWaiting;
  }

  /** A request's claim to a place, from the queue to the end. */
  final class Ticket {
    private Kind kind;
    private final Consumer<Ticket> onPlace;
    private boolean placed;
    private boolean over;

    private Ticket(Kind kind, Consumer<Ticket> onPlace) {
      this.kind = kind;
      this.onPlace = onPlace;
    }

    /** Leaves the place or the queue; a second time changes nothing. */
    void leave() {
      if (over) {
        return;
      }
      over = true;
      if (placed) {
        release(kind);
      } else {
        queue(kind).remove(this);
      }
    }

    /** Goes on among another kind, if there is room now. */
    boolean moveTo(Kind other) {
      if (over || !placed || kind == other) {
        return kind == other;
      }
      if (free(other) == 0) {
        return false;
      }
      Kind before = kind;
      free.merge(other, -1, Integer::sum);
      kind = other;
      release(before);
      return true;
    }
  }

  /**
   * Asks for a place; {@code onPlace} is told when there is one, at once or later.
   *
   * @return false where there is neither a place nor room to wait; streams never wait
   */
  boolean ask(Kind kind, Consumer<Ticket> onTicket, Consumer<Ticket> onPlace) {
    Ticket ticket = new Ticket(kind, onPlace);
    if (free(kind) > 0) {
      free.merge(kind, -1, Integer::sum);
      ticket.placed = true;
      onTicket.accept(ticket);
      onPlace.accept(ticket);
      return true;
    }
    if (kind == Kind.STREAM || queue(kind).size() >= mostWaiting) {
      return false;
    }
    queue(kind).add(ticket);
    onTicket.accept(ticket);
    return true;
  }

  private void release(Kind kind) {
    Ticket next = queue(kind).poll();
    if (next == null) {
      free.merge(kind, 1, Integer::sum);
    } else {
      next.placed = true;
      next.onPlace.accept(next);
    }
  }

  int free(Kind kind) {
    return free.getOrDefault(kind, 0);
  }

  /** Requests that have a place. */
  int taken(Kind kind) {
    return most.getOrDefault(kind, 0) - free(kind);
  }

  /** Requests in front of full places. */
  int waiting() {
    return queues.values().stream().mapToInt(Queue::size).sum();
  }

  private Queue<Ticket> queue(Kind kind) {
    return queues.getOrDefault(kind, new ArrayDeque<>());
  }
}
