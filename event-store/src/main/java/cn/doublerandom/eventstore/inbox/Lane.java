package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.ledger.RecordHash;
import org.jspecify.annotations.Nullable;

/**
 * How far a lane was followed.
 *
 * @param head hash of the last record applied; null while the lane was not seen to be chained
 * @param seq of the last record applied; null before the first
 */
record Lane(String source, int partition, @Nullable String head, @Nullable Long seq) {
  static String name(InboxRecord message) {
    return message.source() + '/' + message.partition();
  }

  String name() {
    return source + '/' + partition;
  }

  long passed() {
    return seq == null ? 0 : seq;
  }

  boolean isChained() {
    return head != null;
  }

  /** Whether records from before the chain were applied here. */
  boolean isOld() {
    return head == null && seq != null;
  }

  /** Where the chain must go on; null where the first sealed record decides. */
  @Nullable String end() {
    return isOld() ? null : head == null ? RecordHash.START : head;
  }

  Lane at(@Nullable String newHead, long newSeq) {
    return new Lane(source, partition, newHead, newSeq);
  }
}
