package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.ledger.LaneTrust;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which records of a lane are applied: those that lead from where it ends to a record its
 * sender vouches for. Pure; whatever else is among them changes nothing.
 */
final class LaneWalk {
  private final LaneTrust trust;
  private final boolean takesUnchained;
  private final Set<String> known;
  private final Map<String, List<InboxRecord>> successors = new HashMap<>();

  /** In the order of their coming. */
  private final Map<String, InboxRecord> chained = new LinkedHashMap<>();

  private final List<InboxRecord> applied = new ArrayList<>();
  private final List<Stray> strays = new ArrayList<>();
  private Lane lane;

  /**
   * A walk along one lane.
   *
   * @param takesUnchained whether records from before the chain are taken while there is none
   * @param known hashes of records that were applied before
   */
  LaneWalk(Lane lane, LaneTrust trust, boolean takesUnchained, Set<String> known) {
    this.lane = lane;
    this.trust = trust;
    this.takesUnchained = takesUnchained || !trust.hasKey(lane.source());
    this.known = new HashSet<>(known);
  }

  /**
   * Walks as far as it goes.
   *
   * @param fresh records that came, in their order
   * @param kept strays of earlier batches
   */
  LaneWalk walk(List<InboxRecord> fresh, List<InboxRecord> kept) {
    kept.forEach(this::candidate);
    for (InboxRecord message : fresh) {
      if (!message.fault().isEmpty()) {
        faulty(message);
      } else if (message.link().isChained()) {
        candidate(message);
        if (!lane.isChained() && isBelieved(message)) {
          follow(); // from here on nothing counts that names no predecessor
        }
      } else if (!message.link().seal().isEmpty()) {
        alone(message);
      } else {
        unchained(message);
      }
    }
    follow();
    leave(fresh);
    return this;
  }

  /** What to apply, in order. */
  List<InboxRecord> applied() {
    return applied;
  }

  List<Stray> strays() {
    return strays;
  }

  /** Where the lane ends now. */
  Lane lane() {
    return lane;
  }

  private void candidate(InboxRecord message) {
    String hash = message.link().hash();
    if (!known.contains(hash) && chained.putIfAbsent(hash, message) == null) {
      successors.computeIfAbsent(message.link().prev(), p -> new ArrayList<>()).add(message);
    }
  }

  /** A sender's own records are never malformed; elsewhere its key waits for a person. */
  private void faulty(InboxRecord message) {
    if (lane.isChained() || !takesUnchained) {
      strays.add(new Stray(message, Stray.Kind.STRAY, "malformed: " + message.fault()));
    } else {
      applied.add(message);
    }
  }

  /** Vouched for by itself, as anchors are; its hash says whether it came before. */
  private void alone(InboxRecord message) {
    if (!isSealed(message)) {
      strays.add(new Stray(message, Stray.Kind.STRAY, "its seal is not the sender's"));
    } else if (known.add(message.link().hash())) {
      applied.add(message);
      lane = lane.alone(message.seq());
    }
  }

  private void unchained(InboxRecord message) {
    if (message.seq() <= lane.passed() && (lane.isChained() || takesUnchained)) {
      return; // a repetition
    } else if (lane.isChained()) {
      strays.add(
          new Stray(
              message, Stray.Kind.STRAY, "names no predecessor on a topic where all others do"));
    } else if (takesUnchained) {
      applied.add(message);
      lane = lane.at(null, message.seq());
    } else {
      strays.add(
          new Stray(
              message, Stray.Kind.STRAY, "names no predecessor, and its sender has a known key"));
    }
  }

  private boolean isSealed(InboxRecord message) {
    return trust.isSealed(message.source(), message.link().hash(), message.link().seal());
  }

  private boolean isBelieved(InboxRecord message) {
    return !trust.hasKey(message.source()) || isSealed(message);
  }

  private void follow() {
    String end = lane.end();
    List<InboxRecord> path = end == null ? first() : path(end);
    while (!path.isEmpty()) {
      applied.addAll(path);
      path.forEach(message -> known.add(message.link().hash()));
      InboxRecord last = path.getLast();
      lane = lane.at(last.link().hash(), last.seq());
      path = path(last.link().hash());
    }
  }

  /** The chain begins with the first record that leads to one its sender vouches for. */
  private List<InboxRecord> first() {
    for (InboxRecord message : chained.values()) {
      if (!chained.containsKey(message.link().prev())) {
        List<InboxRecord> path = path(message.link().prev());
        if (!path.isEmpty()) {
          return path;
        }
      }
    }
    return List.of();
  }

  /** From an end to the next record that is believed; empty where none is there yet. */
  private List<InboxRecord> path(String end) {
    Map<String, InboxRecord> reached = new HashMap<>();
    InboxRecord believed = explore(end, reached);
    Deque<InboxRecord> path = new ArrayDeque<>();
    for (InboxRecord at = believed; at != null; at = reached.get(at.link().prev())) {
      path.addFirst(at);
    }
    return List.copyOf(path);
  }

  private @Nullable InboxRecord explore(String end, Map<String, InboxRecord> reached) {
    Deque<String> ends = new ArrayDeque<>(List.of(end));
    while (!ends.isEmpty()) {
      for (InboxRecord next : successors.getOrDefault(ends.pop(), List.of())) {
        if (!known.contains(next.link().hash()) && reached.put(next.link().hash(), next) == null) {
          if (isBelieved(next)) {
            return next;
          }
          ends.push(next.link().hash());
        }
      }
    }
    return null;
  }

  private void leave(List<InboxRecord> fresh) {
    Map<String, InboxRecord> waiting = new HashMap<>();
    String end = lane.end();
    if (end != null) {
      explore(end, waiting);
    }
    Set<String> told = new HashSet<>();
    for (InboxRecord message : fresh) {
      String hash = message.link().hash();
      if (message.fault().isEmpty()
          && message.link().isChained()
          && !known.contains(hash)
          && told.add(hash)) {
        strays.add(left(message, waiting.containsKey(hash)));
      }
    }
  }

  private Stray left(InboxRecord message, boolean continues) {
    if (continues) {
      return new Stray(
          message, Stray.Kind.WAITING, "continues its topic; waits for a record with a seal");
    } else if (isSealed(message)) {
      return new Stray(
          message,
          Stray.Kind.GAP,
          "the sender vouches for it, but the record before it is missing");
    }
    return new Stray(message, Stray.Kind.STRAY, "does not continue its topic");
  }
}
