package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.ledger.RecordHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows one partition from its first record as the inbox followed it: takes what the inbox took,
 * in the order of the chain, and nothing that only stands on the topic. Pure.
 */
final class ReplicaWalk {
  private final Map<String, InboxRecord> ahead = new HashMap<>();
  private @Nullable String head;
  private long seq;
  private long next;

  /** The first record that is not decided yet; -1 where there is none. */
  private long undecided = -1;

  /**
   * @param next offset to read from
   * @param seq of the last record taken; 0 before the first
   * @param head its hash; null before the first that is chained
   */
  ReplicaWalk(long next, long seq, @Nullable String head) {
    this.next = next;
    this.seq = seq;
    this.head = head;
  }

  @Nullable String head() {
    return head;
  }

  long seq() {
    return seq;
  }

  /** Where to read on after a start: what is not decided is read again. */
  long resume() {
    return undecided < 0 ? next : undecided;
  }

  /** Reads what is not decided again. */
  void again() {
    next = resume();
    undecided = -1;
    ahead.clear();
  }

  /** Whether it has come as far as the inbox. */
  boolean isLevel(@Nullable Lane inbox) {
    if (inbox == null || (inbox.head() == null && inbox.seq() == null)) {
      return true;
    }
    return inbox.head() == null
        ? inbox.passed() == seq
        : inbox.head().equals(head == null ? RecordHash.START : head);
  }

  /**
   * Takes what follows, in order.
   *
   * @param offsets of the records on the topic
   * @param linked hashes among them that the inbox took
   * @param inbox how far that is
   */
  List<InboxRecord> take(
      List<InboxRecord> records, List<Long> offsets, Set<String> linked, @Nullable Lane inbox) {
    beginAtTheStart(records, linked);
    List<InboxRecord> taken = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      next = offsets.get(i) + 1;
      InboxRecord message = records.get(i);
      standBefore(message, inbox);
      if (!message.fault().isEmpty() || isLevel(inbox)) {
        if (isLevel(inbox)) {
          leave(offsets.get(i));
        }
      } else if (!message.link().isChained()) {
        unchained(message, offsets.get(i), inbox, taken);
      } else if (linked.contains(message.link().hash())) {
        linked(message, offsets.get(i), taken);
      } else if (message.seq() > inboxSeq(inbox)) {
        leave(offsets.get(i));
      }
    }
    return taken;
  }

  /** A lane that was chained from its first record on holds nothing that names no predecessor. */
  private void beginAtTheStart(List<InboxRecord> records, Set<String> linked) {
    if (head != null) {
      return;
    }
    boolean starts =
        records.stream()
            .anyMatch(
                m -> m.link().prev().equals(RecordHash.START) && linked.contains(m.link().hash()));
    if (starts && seq > 0) {
      throw new IllegalStateException("records of nobody stand before the first of the chain");
    } else if (starts) {
      head = RecordHash.START;
    }
  }

  /** The inbox may have been put back to the place before the first record of the chain. */
  private void standBefore(InboxRecord message, @Nullable Lane inbox) {
    if (head == null
        && inbox != null
        && inbox.head() != null
        && inbox.head().equals(message.link().prev())) {
      head = inbox.head();
    }
  }

  private void unchained(
      InboxRecord message, long offset, @Nullable Lane inbox, List<InboxRecord> taken) {
    if (!message.link().seal().isEmpty() || head != null || message.seq() <= seq) {
      return; // stands alone, names no predecessor where all others do, or came before
    } else if (inbox != null && (inbox.head() != null || message.seq() <= inbox.passed())) {
      seq = message.seq();
      taken.add(message);
    } else {
      leave(offset);
    }
  }

  private void linked(InboxRecord message, long offset, List<InboxRecord> taken) {
    if (head == null || head.equals(message.link().prev())) {
      follow(message, taken);
      for (InboxRecord waiting = ahead.remove(String.valueOf(head));
          waiting != null;
          waiting = ahead.remove(String.valueOf(head))) {
        follow(waiting, taken);
      }
    } else if (message.seq() >= seq && !message.link().hash().equals(head)) {
      ahead.put(message.link().prev(), message);
      leave(offset);
    }
  }

  private void follow(InboxRecord message, List<InboxRecord> taken) {
    head = message.link().hash();
    seq = message.seq();
    taken.add(message);
  }

  private void leave(long offset) {
    undecided = undecided < 0 ? offset : Math.min(undecided, offset);
  }

  private static long inboxSeq(@Nullable Lane inbox) {
    return inbox == null ? 0 : inbox.passed();
  }
}
