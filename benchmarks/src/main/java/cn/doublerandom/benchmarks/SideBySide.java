package cn.doublerandom.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Two things measured in turn, A B B A A B …, and the median of the pairs' ratios. */
final class SideBySide {
  private static final int ROUNDS = 5;

  private final List<String> lines = new ArrayList<>();
  private int missed;

  /** Whether a goal is a floor or a ceiling. */
  enum Goal {
    AT_LEAST,
    AT_MOST
  }

  /** Both give a rate or a time; told is ours ÷ theirs. */
  void compare(
      String what,
      String against,
      Goal goal,
      double bound,
      Callable<Double> ours,
      Callable<Double> theirs)
      throws Exception {
    List<Double> ratios = new ArrayList<>();
    List<Double> mine = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      // Whoever comes second meets the other's checkpoints and vacuums, so they take turns at it.
      boolean oursFirst = round % 2 == 1;
      double early = oursFirst ? ours.call() : theirs.call();
      double late = oursFirst ? theirs.call() : ours.call();
      double a = oursFirst ? early : late;
      double b = oursFirst ? late : early;
      ratios.add(a / b);
      mine.add(a);
      other.add(b);
    }
    tell(what, against, goal, bound, median(ratios), median(mine), median(other));
  }

  /** A figure with no counterpart. */
  void measure(String what, Goal goal, double bound, Callable<Double> ours) throws Exception {
    List<Double> mine = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      mine.add(ours.call());
    }
    tell(what, "–", goal, bound, median(mine), median(mine), 0);
  }

  private void tell(
      String what,
      String against,
      Goal goal,
      double bound,
      double ratio,
      double mine,
      double other) {
    boolean met = goal == Goal.AT_LEAST ? ratio >= bound : ratio <= bound;
    missed += met ? 0 : 1;
    String line =
        String.format(
            Locale.ROOT,
            "| %s | %s | %s %s | **%s** | %s | %s | %s |",
            what,
            against,
            goal == Goal.AT_LEAST ? "≥" : "≤",
            figure(bound),
            figure(ratio),
            figure(mine),
            other == 0 ? "–" : figure(other),
            met ? "yes" : "no");
    lines.add(line);
    System.out.println(line);
  }

  private static String figure(double value) {
    return value >= 1_000
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  int missed() {
    return missed;
  }
}
