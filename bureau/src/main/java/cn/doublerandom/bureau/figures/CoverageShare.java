package cn.doublerandom.bureau.figures;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one entry of the register adds to {@link AnnualCoverage}, so that a read model can keep the
 * figure of every year without reading the register.
 *
 * @param inspectedIn years in which visits to it count, each once
 */
public record CoverageShare(String kind, Standing standing, List<Integer> inspectedIn) {
  public CoverageShare {
    inspectedIn = inspectedIn.stream().distinct().sorted().toList();
  }

  /**
   * Years from which it counts (+1) or no longer counts (−1) among the registered: the sum over all
   * years up to one is what it adds in that year.
   */
  public Map<Integer, Integer> turned() {
    Map<Integer, Integer> turned = new TreeMap<>();
    boolean before = false;
    for (Standing.Turn turn : standing.turns()) {
      if (turn.counted() != before) {
        turned.merge(turn.from().getYear() + 1, turn.counted() ? 1 : -1, Integer::sum);
        before = turn.counted();
      }
    }
    return turned;
  }

  /** Years in which it counts among the inspected. */
  public List<Integer> inspected() {
    return inspectedIn.stream()
        .filter(year -> standing.isCountedOn(AnnualCoverage.referenceDay(year)))
        .toList();
  }
}
