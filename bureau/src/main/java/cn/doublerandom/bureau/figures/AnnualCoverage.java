package cn.doublerandom.bureau.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * annualCoverage (年度抽查企业占比, R8): different enterprises inspected in the year ÷ enterprises in the
 * register at the previous 31 December. Projects, vehicles and persons are counted apart. The one
 * definition for plan checks, portal, statistics, board and scope.
 *
 * @param inspected of those registered
 * @param registered enterprises that count
 */
public record AnnualCoverage(int year, long inspected, long registered) {
  /** The only kind that counts here; every other kind is told apart. */
  public static final String KIND = "ENTERPRISE";

  /** An entry of the register. */
  public record Entry(String id, String kind, Standing standing) {}

  /** The day that decides who counts: 31 December of the year before. */
  public static LocalDate referenceDay(int year) {
    return LocalDate.of(year - 1, 12, 31);
  }

  /** Whether an entry of this kind and standing is one of the year's enterprises. */
  public static boolean counts(String kind, Standing standing, int year) {
    return kind.equals(KIND) && standing.isCountedOn(referenceDay(year));
  }

  /**
   * The figure over a register.
   *
   * @param inspected ids of all subjects inspected in the year, of whatever kind
   */
  public static AnnualCoverage of(int year, Stream<Entry> register, Set<String> inspected) {
    long[] counted = new long[2];
    register
        .filter(entry -> counts(entry.kind(), entry.standing(), year))
        .forEach(entry -> {
          counted[1]++;
          counted[0] += inspected.contains(entry.id()) ? 1 : 0;
        });
    return new AnnualCoverage(year, counted[0], counted[1]);
  }

  /** What was counted, in the words of the report. */
  public Basis basis() {
    return Basis.of(year);
  }

  /** In percent with two places; — where there is nothing to be covered. */
  public String percent() {
    return Percent.of(inspected, registered);
  }

  /**
   * What stands beside the number.
   *
   * @param on the day whose register counts
   * @param kinds of subjects that count
   * @param states in which they count
   */
  public record Basis(LocalDate on, List<String> kinds, List<String> states, String text) {
    static Basis of(int year) {
      LocalDate on = referenceDay(year);
      return new Basis(
          on,
          List.of(KIND),
          List.of(Standing.COUNTED),
          "%d年%d月%d日登记状态为存续的企业；项目、车辆、人员等另计"
              .formatted(on.getYear(), on.getMonthValue(), on.getDayOfMonth()));
    }
  }
}
