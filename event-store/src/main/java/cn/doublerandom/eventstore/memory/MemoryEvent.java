package cn.doublerandom.eventstore.memory;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.NewEvent;
import java.util.List;

/**
 * Facts about the memory itself. They stand in the ledger like every other, but no projection and
 * no announcer of a service ever meets them; of other keys of states the memory tells by itself.
 */
public sealed interface MemoryEvent {
  /** Every stream of such events begins with this. */
  String STREAMS = "memory-";

  EventCodec<MemoryEvent> CODEC = new EventCodec<>(MemoryEvent.class);

  /** Whether a stream tells of the memory and not of the bureau's work. */
  static boolean isIn(String stream) {
    return stream.startsWith(STREAMS);
  }

  /**
   * A parked record was given up.
   *
   * @param id CloudEvents id of the record
   */
  record RecordSkipped(
      String source, int partition, long seq, String key, String id, String reason, String by)
      implements MemoryEvent {}

  /**
   * An event that a read model could not store was given up for that read model.
   *
   * @param stream of the event
   * @param seq of the event
   */
  record EventSkipped(String projection, String stream, long seq, String reason, String by)
      implements MemoryEvent {}

  /** A person's key was destroyed: everything sealed with it is unreadable from now on. */
  record PersonErased(String person, String reason, String requestedBy, String approvedBy)
      implements MemoryEvent {}

  /**
   * An operator decided to go on with a database that is older than what is known of it: what it
   * lacks is given up.
   *
   * @param head the last entry it holds
   * @param chain the chain hash of that entry
   * @param told how many records on its topics are given up
   * @param toldHash SHA-256 of their ids, sorted, a line each
   * @param witnessed size of the ledger a witness had seen; 0 where none had seen more
   * @param root what the witness had seen, 64 hex digits; empty where witnessed is 0
   */
  record OlderAccepted(
      long head,
      String chain,
      long told,
      String toldHash,
      long witnessed,
      String root,
      String reason,
      String by)
      implements MemoryEvent {}

  /**
   * This ledger is a copy of another in which people stood in clear; nothing but that was changed.
   *
   * @param size entries of the other
   * @param root of them (RFC 6962 over its chain hashes), 64 hex digits
   * @param sealedSize entries in the last checkpoint the other signed; 0 where it signed none
   * @param sealedRoot its root, 64 hex digits; empty where sealedSize is 0
   * @param changed how many entries say something else here, because people are sealed in them
   * @param on day of the copy, Asia/Shanghai
   * @param by who ordered it
   * @param approvedBy who agreed
   */
  record PersonalDataAdopted(
      long size,
      String root,
      long sealedSize,
      String sealedRoot,
      long changed,
      String on,
      String by,
      String approvedBy)
      implements MemoryEvent {}

  /**
   * States that stood under keys that do not say whose they are stand under {@code <under>/<key>}.
   *
   * @param topic of states
   * @param under what the home scope is called there
   * @param keys they had
   */
  record StateKeysRenamed(String topic, String under, List<String> keys) implements MemoryEvent {
    public StateKeysRenamed {
      keys = List.copyOf(keys);
    }
  }

  /** The append of one such event to a stream. */
  static Append append(String stream, long version, MemoryEvent event, CommandContext context) {
    return new Append(
        stream,
        version,
        List.of(
            new NewEvent(
                NewEvent.newId(), CODEC.typeOf(event), CODEC.encode(event), context.json())));
  }
}
