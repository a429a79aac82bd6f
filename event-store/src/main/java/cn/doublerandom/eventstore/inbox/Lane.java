package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.ledger.RecordHash;
import org.jspecify.annotations.Nullable;

/**
 * How far a lane was followed.
 *
 * @param head hash of the last record applied; null while the lane was not seen to be chained
 * @param seq of the last record applied; null before the first
 * @param vouched whether records were applied that their sender vouched for one by one, as anchors
 */
record Lane(
    String source, int partition, @Nullable String head, @Nullable Long seq, boolean vouched) {
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

  /**
   * Whether records from before the chain were applied here. Anchors stand alone and are no such
   * records: where they counted, whoever can write could begin a lane that has no record yet.
   */
  boolean isOld() {
    return head == null && seq != null && !vouched;
  }

  /** Where the chain must go on; null where the first sealed record decides. */
  @Nullable String end() {
    return isOld() ? null : head == null ? RecordHash.START : head;
  }

  Lane at(@Nullable String newHead, long newSeq) {
    return new Lane(source, partition, newHead, newSeq, vouched);
  }

  /** The same after a record that stands alone. */
  Lane alone(long newSeq) {
    return new Lane(source, partition, head, newSeq, true);
  }
}
