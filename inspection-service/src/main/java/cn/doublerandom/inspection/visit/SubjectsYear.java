package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 同一对象年度检查频次上限 (R36): how often a subject was visited in the year of the visit, counted again on
 * the day. A visit counts from its beginning; one that fell away does not.
 *
 * @param held visits in this year beside this one
 * @param most of them, this one with them; absent where no pack in force says a number
 * @param clause of the document that says it
 */
public record SubjectsYear(int held, @Nullable Integer most, String clause) {
  /** Where no pack says a number. */
  public static final SubjectsYear UNBOUND = new SubjectsYear(0, null, "");

  /**
   * Of the visits to a subject.
   *
   * @param visits all that are listed
   * @param visitId the one that is to begin
   */
  public static SubjectsYear of(
      List<VisitSummary> visits, String visitId, LocalDate today, int most, String clause) {
    long held =
        visits.stream()
            .filter(one -> !one.visitId().equals(visitId))
            .filter(one -> wasHeldIn(today.getYear(), one))
            .count();
    return new SubjectsYear(Math.toIntExact(held), most, clause);
  }

  /** One that runs is of this year: its days are those of its window, which has not ended. */
  private static boolean wasHeldIn(int year, VisitSummary visit) {
    LocalDate finished = visit.finishedOn();
    return switch (visit.state()) {
      case "ASSIGNED", "CANCELLED" -> false;
      case "IN_PROGRESS" -> visit.from().getYear() == year || visit.to().getYear() == year;
      default -> finished != null && finished.getYear() == year;
    };
  }

  boolean isFull() {
    return most != null && held >= most;
  }
}
