package cn.doublerandom.eventstore.ledger;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does its work while there is some, waits for a nudge while there is none, and
 * starts over after a pause when the machine breaks.
 */
public final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration SHORTEST_POLL = Duration.ofMillis(20);
  private static final Duration LONGEST_POLL = Duration.ofMillis(320);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
  private static final long STOP_MILLIS = 10_000;

  /** Work in turns. */
  public interface Job extends AutoCloseable {
    /** Does one bounded piece; true where there may be more at once. */
    boolean turn() throws Exception;

    /** Lets go of connections after a fault or at the end; the next turn opens them anew. */
    @Override
    void close();
  }

  private final Job job;
  private final WakeUp wakeUp;
  private final Thread thread;
  private volatile boolean running = true;

  public Worker(String name, Job job, WakeUp wakeUp) {
    this.job = job;
    this.wakeUp = wakeUp;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    Duration poll = SHORTEST_POLL;
    Duration pause = PAUSE_AFTER_FAULT;
    while (running) {
      try {
        boolean more = job.turn();
        pause = PAUSE_AFTER_FAULT;
        if (more) {
          poll = SHORTEST_POLL;
        } else {
          wakeUp.await(poll);
          poll = poll.compareTo(LONGEST_POLL) < 0 ? poll.multipliedBy(2) : LONGEST_POLL;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (Exception e) {
        if (running) {
          LOG.warn("{} starts over: {}", thread.getName(), e.toString());
          letGo();
          pause(pause);
          pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
      }
    }
    letGo();
  }

  /** A connection that is broken may also fail to close; the thread must live on. */
  private void letGo() {
    try {
      job.close();
    } catch (RuntimeException e) {
      LOG.warn("{} could not let go: {}", thread.getName(), e.toString());
    }
  }

  private void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  @Override
  public void close() {
    running = false;
    wakeUp.nudge();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
