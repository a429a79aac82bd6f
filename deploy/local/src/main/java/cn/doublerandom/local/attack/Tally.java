package cn.doublerandom.local.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the attack has sent and what became of it. A request is refused as it must be, or it held:
 * what had to be accepted was, what had to stay hidden did. All else is broken, and is named.
 */
public final class Tally {
  /** Beyond these a broken line is counted and not kept. */
  private static final int MOST_LINES = 500;

  private final Consumer<String> tell;
  private final List<String> lines = new ArrayList<>();
  private String wave = "";
  private int requests;
  private int refused;
  private int held;
  private int broken;

  /**
   * @param tell where a broken line goes at once
   */
  public Tally(Consumer<String> tell) {
    this.tell = tell;
  }

  synchronized void begin(String name) {
    wave = name;
  }

  /** Judges one answer; whether it was as it must be. */
  synchronized boolean judge(String what, Expected expected, Answer answer) {
    requests++;
    if (!expected.holds(answer)) {
      breaks(what + ": expected " + expected + ", got " + answer.told());
      return false;
    }
    if (expected == Expected.ADMITTED || expected == Expected.TAKEN || answer.isTaken()) {
      held++;
    } else {
      refused++;
    }
    return true;
  }

  /** The same, with a limit to how long the answer may take. */
  synchronized void judge(String what, Expected expected, Answer answer, long mostMillis) {
    if (judge(what, expected, answer) && answer.millis() > mostMillis) {
      breaks(
          what + ": " + answer.told() + " after " + answer.millis() + " ms, at most " + mostMillis);
    }
  }

  /** A request whose answer is judged by other words than a status. */
  synchronized void holds(String what, boolean is, String otherwise) {
    if (is) {
      held++;
    } else {
      breaks(what + ": " + otherwise);
    }
  }

  /** What is not as it was before the attack. */
  public synchronized void after(List<String> faults) {
    wave = "afterwards";
    faults.forEach(this::breaks);
  }

  private void breaks(String line) {
    broken++;
    String told = wave + ": " + line;
    if (lines.size() < MOST_LINES) {
      lines.add(told);
    }
    tell.accept("BROKEN " + told);
  }

  /** One line for each thing that broke, at most five hundred. */
  public synchronized List<String> broken() {
    return List.copyOf(lines);
  }

  public synchronized int requests() {
    return requests;
  }

  /** The line everybody looks at. */
  public synchronized String verdict() {
    return "ATTACK requests=%d refused=%d held=%d broken=%d"
        .formatted(requests, refused, held, broken);
  }

  /** What one wave came to, beside the sums of before. */
  synchronized int[] counts() {
    return new int[] {requests, refused, held, broken};
  }
}
