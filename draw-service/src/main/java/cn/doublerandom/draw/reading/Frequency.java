package cn.doublerandom.draw.reading;

/** 抽查频次: how often the same subject may or must be visited, as the plan says it. */
public sealed interface Frequency {
  /**
   * @param times in a year, 1 to 1,000
   */
  record PerYear(int times) implements Frequency {}

  record PerMonth(int times) implements Frequency {}

  record PerWeek(int times) implements Frequency {}

  record PerDay(int times) implements Frequency {}

  /** Just so often (=1). */
  record Exact(int times) implements Frequency {}

  /** At least so often (>=1). */
  record Min(int times) implements Frequency {}

  record Unspecified() implements Frequency {}
}
