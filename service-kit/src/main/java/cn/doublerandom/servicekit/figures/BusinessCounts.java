package cn.doublerandom.servicekit.figures;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a service counts of the business for operations, at {@code /q/metrics}. */
public interface BusinessCounts {
  /** Every series there is, whatever it counts now: none comes with what is stored. */
  List<Series> series();

  /** What they count of the bureau that acts; one that is absent counts nothing. */
  Uni<Map<Series, Long>> on(LocalDate today);

  /**
   * One number.
   *
   * @param metric its name with points
   * @param label by which several of a metric are told apart; empty where there is one
   * @param value of the label
   */
  record Series(String metric, String description, String label, String value) {
    /** The only one of its metric. */
    public static Series of(String metric, String description) {
      return new Series(metric, description, "", "");
    }
  }
}
