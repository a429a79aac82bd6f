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
  /**
   * What takes how long: a request, one that asks the service to wait until something is visible, a
   * large body or answer, a stream of events.
   */
  enum Kind {
    REQUEST,
    WAIT,
    TRANSFER,
    STREAM
  }

  private final Map<Kind, Integer> most;
  private final Map<Kind, Integer> free;
  private final Map<Kind, Queue<Ticket>> queues = new EnumMap<>(Kind.class);
  private final int mostWaiting;
  private final Shares transfers;

  /**
   * @param shares how many transfers, under way or waiting, each visitor has
   */
  Places(int requests, int waits, int transfers, int streams, int mostWaiting, Shares shares) {
    this.transfers = shares;
    most =
        Map.of(
            Kind.REQUEST,
            requests,
            Kind.WAIT,
            waits,
            Kind.TRANSFER,
            transfers,
            Kind.STREAM,
            streams);
    free = new EnumMap<>(most);
    for (Kind kind : Kind.values()) {
      queues.put(kind, new ArrayDeque<>());
    }
    this.mostWaiting = mostWaiting;
  }

  /** What who asks for a place is told. */
  enum Room {
    /** It has a place, or waits for one. */
    THERE_IS,
    /** All places are taken, and all there is of room to wait. */
    NONE,
    /** There may be room, but not for more of this visitor. */
    SHARE_USED
  }

  /** A request's claim to a place, from the queue to the end. */
  final class Ticket {
    private Kind kind;
    private final Shares.Visitor who;
    private final Consumer<Ticket> onPlace;
    private boolean placed;
    private boolean over;

    private Ticket(Kind kind, Shares.Visitor who, Consumer<Ticket> onPlace) {
      this.kind = kind;
      this.who = who;
      this.onPlace = onPlace;
    }

    /** Leaves the place or the queue; a second time changes nothing. */
    void leave() {
      if (over) {
        return;
      }
      over = true;
      giveShare(kind, who);
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
      if (free(other) == 0 || !takeShare(other, who)) {
        return false;
      }
      Kind before = kind;
      giveShare(before, who);
      free.merge(other, -1, Integer::sum);
      kind = other;
      release(before);
      return true;
    }
  }

  /**
   * Asks for a place; {@code onPlace} is told when there is one, at once or later. Streams never
   * wait.
   */
  Room ask(Kind kind, Shares.Visitor who, Consumer<Ticket> onTicket, Consumer<Ticket> onPlace) {
    if (free(kind) == 0 && (kind == Kind.STREAM || queue(kind).size() >= mostWaiting)) {
      return Room.NONE;
    }
    if (!takeShare(kind, who)) {
      return Room.SHARE_USED;
    }
    Ticket ticket = new Ticket(kind, who, onPlace);
    if (free(kind) > 0) {
      free.merge(kind, -1, Integer::sum);
      ticket.placed = true;
      onTicket.accept(ticket);
      onPlace.accept(ticket);
    } else {
      queue(kind).add(ticket);
      onTicket.accept(ticket);
    }
    return Room.THERE_IS;
  }

  private boolean takeShare(Kind kind, Shares.Visitor who) {
    return kind != Kind.TRANSFER || transfers.take(who);
  }

  private void giveShare(Kind kind, Shares.Visitor who) {
    if (kind == Kind.TRANSFER) {
      transfers.give(who);
    }
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
