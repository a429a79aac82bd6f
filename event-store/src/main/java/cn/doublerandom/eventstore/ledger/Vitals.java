package cn.doublerandom.eventstore.ledger;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/** How the parts of a service's memory are: what they have done, and what keeps them from more. */
public final class Vitals {
  public static final String LEDGER = "ledger";
  public static final String RELAY = "relay";

  /** Records on a topic of the service's own that the service never told. */
  public static final String FOREIGN = "foreign";

  /** The broker does not answer. */
  public static final String BROKER = "broker";

  /** The database is older than what is known of it outside; no commands are taken. */
  public static final String OLDER = "older";

  /** The database's disk is full; commands are refused until there is room again. */
  public static final String DISK = "disk";

  /** Begins the name of the part that tells of streams a read model shows only in part. */
  public static final String PARKED = "parked-streams-";

  /** Begins the name of the part that keeps a replica. */
  public static final String REPLICA = "replica-";

  private final Map<String, String> troubles = new ConcurrentSkipListMap<>();
  private final AtomicLong epoch = new AtomicLong();
  private final AtomicLong published = new AtomicLong(-1);
  private final Map<String, Long> projections = new ConcurrentSkipListMap<>();
  private final Map<String, String> older = new ConcurrentSkipListMap<>();
  private final Set<String> rebuilding = new ConcurrentSkipListSet<>();
  private volatile boolean leader;
  private volatile long leadsUntil;

  /** A part cannot do its work, and why, in a sentence for operations. */
  public void trouble(String part, String why) {
    troubles.put(part, why);
  }

  /** A part cannot do its work, for what was thrown. */
  public void trouble(String part, Throwable thrown) {
    trouble(part, thrown.getMessage() == null ? thrown.toString() : thrown.getMessage());
  }

  /** A part does its work. */
  public void well(String part) {
    troubles.remove(part);
  }

  /** What is in trouble, by part. */
  public Map<String, String> troubles() {
    return new TreeMap<>(troubles);
  }

  /**
   * @param until {@link System#nanoTime} at which the lease has surely ended
   */
  void elected(long newEpoch, long until) {
    epoch.set(newEpoch);
    leadsUntil = until;
    leader = true;
  }

  void renewed(long until) {
    leadsUntil = until;
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

  /** A read model was filled by another version of its fold until it is rebuilt. */
  public void rebuilding(String projection, boolean isOfAnother) {
    if (isOfAnother) {
      rebuilding.add(projection);
    } else {
      rebuilding.remove(projection);
    }
  }

  /**
   * Whether any read model is still of another version: what it shows is whole and fit for pages,
   * and may lack what this version of the program decides by.
   */
  public boolean isRebuilding() {
    return !rebuilding.isEmpty();
  }

  /**
   * Whether rows of what others told are still being made for this version of the program: there
   * may be none yet, so that nothing can be said by them.
   */
  public boolean isFilling() {
    return rebuilding.stream().anyMatch(part -> part.startsWith(REPLICA));
  }

  /** How far each read model is, by name. */
  public Map<String, Long> projections() {
    return new TreeMap<>(projections);
  }

  /** The seq up to which every read model of the service shows everything; 0 at the start. */
  public long asOfSeq() {
    return projections.values().stream().mapToLong(Long::longValue).min().orElse(0);
  }

  /**
   * Whether this replica publishes, seals and fires timers: while its lease lasts, also where it
   * was paused and does not know yet that another leads, and while its database is not older.
   */
  public boolean isLeader() {
    return leader && System.nanoTime() - leadsUntil < 0 && older.isEmpty();
  }

  /** Somebody outside knows more of the database than it holds itself, and why that is known. */
  public synchronized void older(String knownFrom, String why) {
    older.put(knownFrom, why);
    trouble(OLDER, String.join("; ", older.values()));
  }

  /** Compared with that one, the database holds everything. */
  public synchronized void current(String knownFrom) {
    if (older.remove(knownFrom) != null) {
      if (older.isEmpty()) {
        well(OLDER);
      } else {
        trouble(OLDER, String.join("; ", older.values()));
      }
    }
  }

  /** Whether the database is known to be older than what is known of it outside. */
  public boolean isOlder() {
    return !older.isEmpty();
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
