package cn.doublerandom.draw.reading;

import java.util.OptionalInt;

/** 抽查频次: how often the same subject may or must be visited, as the plan says it. */
public sealed interface Frequency {
  int MONTHS = 12;
  int WEEKS = 52;
  int DAYS = 365;

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

  /** How often in a year, where the plan says so. */
  default OptionalInt inYear() {
    return switch (this) {
      case PerYear(int times) -> OptionalInt.of(times);
      case Exact(int times) -> OptionalInt.of(times);
      case Min(int times) -> OptionalInt.of(times);
      case PerMonth(int times) -> OptionalInt.of(times * MONTHS);
      case PerWeek(int times) -> OptionalInt.of(times * WEEKS);
      case PerDay(int times) -> OptionalInt.of(times * DAYS);
      case Unspecified() -> OptionalInt.empty();
    };
  }
}
