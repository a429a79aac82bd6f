package cn.doublerandom.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Where a story's time went: by step, and how much of each step was waiting for others. */
final class StepTimes {
  private record Step(String name, Duration whole, Duration waited) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<Step> beside = new ArrayList<>();
  private String name = "";
  private long began;
  private long waitedNanos;

  /** Ends the step before, if there was one, and begins the next. */
  void begin(String next) {
    end();
    name = next;
    began = System.nanoTime();
  }

  void end() {
    if (!name.isEmpty()) {
      steps.add(
          new Step(
              name, Duration.ofNanos(System.nanoTime() - began), Duration.ofNanos(waitedNanos)));
    }
    name = "";
    waitedNanos = 0;
  }

  /** That much of the current step nothing was asked of anybody. */
  void waited(Duration pause) {
    waitedNanos += pause.toNanos();
  }

  /** What was done beside others is no part of the whole. */
  void beside(StepTimes others) {
    beside.addAll(others.steps);
  }

  void print(PrintStream out) {
    out.println("用时（秒）      全部    其中等待");
    Duration whole = Duration.ZERO;
    Duration waited = Duration.ZERO;
    for (Step step : steps) {
      line(out, step);
      whole = whole.plus(step.whole());
      waited = waited.plus(step.waited());
    }
    line(out, new Step("合计", whole, waited));
    if (!beside.isEmpty()) {
      out.println("同时进行的：");
      beside.forEach(step -> line(out, step));
    }
  }

  private static void line(PrintStream out, Step step) {
    // A Chinese character is two columns wide.
    String padding = " ".repeat(Math.max(1, 14 - 2 * step.name().length()));
    out.printf(
        "  %s%s%6.1f  %6.1f%n",
        step.name(), padding, step.whole().toMillis() / 1000.0, step.waited().toMillis() / 1000.0);
  }
}
