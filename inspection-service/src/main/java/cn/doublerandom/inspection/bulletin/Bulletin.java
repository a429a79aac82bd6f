package cn.doublerandom.inspection.bulletin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a year shows of some units, as it was counted on a day.
 *
 * @param issue 期号, counted from 1 in a year
 * @param text what the supervisor says of it; the bureau reads it, the public never does
 * @param units named in it, at least one
 */
public record Bulletin(int year, int issue, String text, LocalDate countedOn, List<OfUnit> units) {
  public Bulletin {
    units = List.copyOf(units);
  }

  /** What is counted of a unit; none of it is of a person. */
  public enum Fact {
    /** 发现问题: visits whose result is final in which something was found, of all such. */
    PROBLEMS,
    /** 责成整改: tickets of supervision concluded so, of those that are closed. */
    TO_BE_PUT_RIGHT,
    /** 提醒: likewise. */
    REMINDED,
    /** 年度考核: points of the assessment that was confirmed, of its base. */
    SCORE
  }

  /**
   * One number.
   *
   * @param rows that show it, ascending: visits, tickets, or the assessment
   */
  public record Point(Fact fact, int value, int of, List<String> rows) {
    public Point {
      rows = List.copyOf(rows);
    }
  }

  /** A unit with its numbers, in the order of the facts. */
  public record OfUnit(String unit, List<Point> points) {
    public OfUnit {
      points = List.copyOf(points);
    }

    /** One of them; empty where the year has none. */
    public Optional<Point> point(Fact fact) {
      return points.stream().filter(one -> one.fact() == fact).findFirst();
    }
  }

  /** The names, in the order of the bulletin. */
  public List<String> named() {
    return units.stream().map(OfUnit::unit).toList();
  }

  /** The same with one unit alone, as long as the others are no concern of its. */
  public Bulletin of(String unit) {
    return new Bulletin(
        year, issue, text, countedOn, units.stream().filter(u -> u.unit().equals(unit)).toList());
  }
}
