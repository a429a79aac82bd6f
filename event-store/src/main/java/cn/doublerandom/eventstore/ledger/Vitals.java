package cn.doublerandom.eventstore.ledger;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** How the parts of a service's memory are: what they have done, and what keeps them from more. */
public final class Vitals {
  public static final String LEDGER = "ledger";
  public static final String RELAY = "relay";

  /** Records on a topic of the service's own that the service never told. */
  public static final String FOREIGN = "foreign";

  /** Begins the name of the part that tells of streams a read model shows only in part. */
  public static final String PARKED = "parked-streams-";

  private final Map<String, String> troubles = new ConcurrentSkipListMap<>();
  private final AtomicLong epoch = new AtomicLong();
  private final AtomicLong published = new AtomicLong(-1);
  private final Map<String, Long> projections = new ConcurrentSkipListMap<>();
  private volatile boolean leader;

  /** A part cannot do its work, and why, in a sentence for operations. */
  public void trouble(String part, String why) {
    troubles.put(part, why);
  }

  /** A part does its work. */
  public void well(String part) {
    troubles.remove(part);
  }

  /** What is in trouble, by part. */
  public Map<String, String> troubles() {
    return new TreeMap<>(troubles);
  }

  void elected(long newEpoch) {
    epoch.set(newEpoch);
    leader = true;
  }

  void deposed() {
    leader = false;
  }

  void published(long seq) {
    published.set(seq);
  }

  /** A read model shows everything up to the seq. */
  public void projected(String projection, long seq) {
    projections.put(projection, seq);
  }

  /** How far each read model is, by name. */
  public Map<String, Long> projections() {
    return new TreeMap<>(projections);
  }

  /** The seq up to which every read model of the service shows everything; 0 at the start. */
  public long asOfSeq() {
    return projections.values().stream().mapToLong(Long::longValue).min().orElse(0);
  }

  /** Whether this replica numbers, publishes and fires timers. */
  public boolean isLeader() {
    return leader;
  }

  /** The epoch of this replica's last leadership; 0 before the first. */
  public long epoch() {
    return epoch.get();
  }

  /** The highest seq this replica knows to be on the topics; -1 while it does not know. */
  public long published() {
    return published.get();
  }
}
