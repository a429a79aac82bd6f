package cn.doublerandom.inspection.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ratings added up; no single one is in it.
 *
 * @param count how many there are
 * @param certificatesShown how many said so, likewise the next two
 * @param overall how many gave 1, 2, 3, 4 and 5
 */
public record Tally(
    int count,
    int certificatesShown,
    int onlyListedItems,
    int durationAcceptable,
    List<Integer> overall) {
  static final Tally NONE = new Tally(0, 0, 0, 0, List.of(0, 0, 0, 0, 0));

  private static final int PLACES = 2;

  public Tally {
    overall = List.copyOf(overall);
  }

  Tally and(Rating rating) {
    List<Integer> given = new ArrayList<>(overall);
    given.set(rating.overall() - Rating.LEAST, overall.get(rating.overall() - Rating.LEAST) + 1);
    return new Tally(
        count + 1,
        certificatesShown + one(rating.certificatesShown()),
        onlyListedItems + one(rating.onlyListedItems()),
        durationAcceptable + one(rating.durationAcceptable()),
        given);
  }

  private static int one(boolean said) {
    return said ? 1 : 0;
  }

  /**
   * Whether the mean of what was given overall is below a number.
   *
   * @param hundredths 300 is 3.00
   */
  public boolean isBelow(int hundredths) {
    return 100L * sum() < (long) hundredths * count;
  }

  private int sum() {
    return IntStream.range(0, overall.size()).map(i -> (i + Rating.LEAST) * overall.get(i)).sum();
  }

  /** The mean of what was given overall, with two decimals, rounded half up; of none nothing. */
  public String mean() {
    return count == 0
        ? ""
        : BigDecimal.valueOf(sum())
            .divide(BigDecimal.valueOf(count), PLACES, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
