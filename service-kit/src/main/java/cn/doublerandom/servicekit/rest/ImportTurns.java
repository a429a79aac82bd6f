package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose files are read now, and who waits. A file may take the better part of a service's memory,
 * so few are read at once; who came first is first, but no account is read twice at a time.
 */
@ApplicationScoped
public class ImportTurns {
  /** Of one account: a person needs one and the next. */
  private static final int MOST_WAITING_OF_ONE = 2;

  private final int mostRunning;
  private final int mostWaiting;
  private final Duration patience;
  private final Set<String> running = new HashSet<>();
  private final List<Turn> waiting = new ArrayList<>();

  @Inject
  ImportTurns(
      @ConfigProperty(name = "suite.imports.at-once") int mostRunning,
      @ConfigProperty(name = "suite.imports.waiting") int mostWaiting,
      @ConfigProperty(name = "suite.imports.patience") Duration patience) {
    this.mostRunning = mostRunning;
    this.mostWaiting = mostWaiting;
    this.patience = patience;
  }

  /**
   * How it stands.
   *
   * @param running files being read
   * @param waiting files that wait
   * @param yours places in the queue of the one who asks, the first being 1
   */
  public record Queue(
      int running, int mostRunning, int waiting, int mostWaiting, List<Integer> yours) {}

  /** The right to read one file, until it is closed. */
  public final class Turn implements AutoCloseable {
    private final String account;
    private final long asked = System.nanoTime();
    private long began = asked;

    private Turn(String account) {
      this.account = account;
    }

    Duration waited() {
      return Duration.ofNanos(began - asked);
    }

    @Override
    public void close() {
      release(account);
    }
  }

  /** Waits for a turn; refused where too many wait, or where it would take too long. Blocks. */
  synchronized Turn take(String account) throws InterruptedException {
    Turn mine = new Turn(account);
    long ofOne = waiting.stream().filter(turn -> turn.account.equals(account)).count();
    if (!mayBegin(mine) && (waiting.size() >= mostWaiting || ofOne >= MOST_WAITING_OF_ONE)) {
      throw full();
    }
    waiting.add(mine);
    try {
      long end = mine.asked + patience.toNanos();
      while (!mayBegin(mine)) {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
          throw full();
        }
        wait(left);
      }
    } finally {
      waiting.remove(mine);
    }
    running.add(account);
    mine.began = System.nanoTime();
    // Another may begin beside this one.
    notifyAll();
    return mine;
  }

  /** Whether there is room, and nobody before it could use it. */
  private boolean mayBegin(Turn turn) {
    if (running.size() >= mostRunning || running.contains(turn.account)) {
      return false;
    }
    for (Turn before : waiting) {
      if (before == turn) {
        return true;
      } else if (!running.contains(before.account)) {
        return false;
      }
    }
    return true;
  }

  private synchronized void release(String account) {
    running.remove(account);
    notifyAll();
  }

  private ProblemException full() {
    return new ProblemException(
        EdgeRejection.IMPORTS_FULL,
        List.of(),
        Map.of("running", running.size(), "waiting", waiting.size()));
  }

  /** How it stands for an account. */
  public synchronized Queue queue(String account) {
    List<Integer> yours = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      if (waiting.get(i).account.equals(account)) {
        yours.add(i + 1);
      }
    }
    return new Queue(running.size(), mostRunning, waiting.size(), mostWaiting, yours);
  }
}
