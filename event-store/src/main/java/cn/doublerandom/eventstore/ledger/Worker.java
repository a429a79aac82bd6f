package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.Exhaustion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does its work while there is some, waits for a nudge while there is none, and
 * starts over after a pause when the machine breaks. Whatever its work throws, the thread lives on
 * or another takes its place; where memory is exhausted the process ends.
 */
public final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration SHORTEST_POLL = Duration.ofMillis(20);
  private static final Duration LONGEST_POLL = Duration.ofMillis(320);
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration SELDOM = Duration.ofSeconds(2);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
  private static final long STOP_MILLIS = 10_000;

  /** Work in turns. */
  public interface Job extends AutoCloseable {
    /** Does one bounded piece; true where there may be more at once. */
    boolean turn() throws Exception;

    /** Whether nobody can have work for it before a while, so that it looks only now and then. */
    default boolean isAtRest() {
      return false;
    }

    /** Lets go of connections after a fault or at the end; the next turn opens them anew. */
    @Override
    void close();
  }

  private final String name;
  private final Job job;
  private final WakeUp wakeUp;
  private final Duration longestPoll;
  private volatile boolean running;
  private volatile @Nullable Thread thread;
  private volatile long lastDone = System.nanoTime();

  public Worker(String name, Job job, WakeUp wakeUp) {
    this(name, job, wakeUp, LONGEST_POLL);
  }

  private Worker(String name, Job job, WakeUp wakeUp, Duration longestPoll) {
    this.name = name;
    this.job = job;
    this.wakeUp = wakeUp;
    this.longestPoll = longestPoll;
  }

  /** Somebody else looks for its work and nudges it; it looks itself only now and then. */
  public static Worker nudged(String name, Job job, WakeUp wakeUp) {
    return new Worker(name, job, wakeUp, SELDOM);
  }

  /** What it looks for is rare, and may wait for two seconds: nobody nudges it. */
  public static Worker watching(String name, Job job) {
    return new Worker(name, job, new WakeUp(), SELDOM);
  }

  /** It looks how things are, which a second does not change by much: nobody nudges it. */
  public static Worker everySecond(String name, Job job) {
    return new Worker(name, job, new WakeUp(), A_SECOND);
  }

  public String name() {
    return name;
  }

  public synchronized void start() {
    running = true;
    lastDone = System.nanoTime();
    begin();
  }

  private void begin() {
    Thread next = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    thread = next;
    next.start();
  }

  /** Whether it has a thread that works; false before the start and after the end. */
  public boolean isAlive() {
    Thread current = thread;
    return current != null && current.isAlive();
  }

  /** How long ago a turn was last done without a fault; since the start where none was. */
  public Duration sinceProgress() {
    return Duration.ofNanos(System.nanoTime() - lastDone);
  }

  private void run() {
    try {
      work();
    } finally {
      letGo();
      replace();
    }
  }

  /** Nothing but the end of the service may end the work. */
  private synchronized void replace() {
    if (running) {
      LOG.error("the thread of {} ended; another takes its place", name);
      begin();
    }
  }

  private void work() {
    Duration poll = SHORTEST_POLL;
    Duration pause = PAUSE_AFTER_FAULT;
    while (running) {
      try {
        boolean more = job.turn();
        lastDone = System.nanoTime();
        pause = PAUSE_AFTER_FAULT;
        if (more) {
          poll = SHORTEST_POLL;
        } else {
          wakeUp.await(poll);
          Duration longest = job.isAtRest() ? SELDOM : longestPoll;
          poll = shorter(poll.multipliedBy(2), longest);
        }
      } catch (InterruptedException e) {
        // Nobody but a library interrupts this thread: replace() goes on, or close() has ended it.
        return;
      } catch (Throwable e) {
        Exhaustion.haltOn(e);
        if (running) {
          LOG.warn("{} starts over: {}", name, e.toString());
          letGo();
          if (!rested(pause)) {
            return;
          }
          pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** A connection that is broken may also fail to close; the thread must live on. */
  private void letGo() {
    try {
      job.close();
    } catch (RuntimeException e) {
      Exhaustion.haltOn(e);
      LOG.warn("{} could not let go: {}", name, e.toString());
    }
  }

  private static boolean rested(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void close() {
    Thread last;
    synchronized (this) {
      running = false;
      last = thread;
    }
    wakeUp.nudge();
    if (last == null) {
      return;
    }
    try {
      last.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
