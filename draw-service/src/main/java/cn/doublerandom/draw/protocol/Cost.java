package cn.doublerandom.draw.protocol;

import java.util.List;

/**
 * A cost of the team draw: even workload first, the lottery among equals second. Lots have 48 bits
 * and a shortest path uses at most two per inspector, so with at most {@link
 * TeamDraw#MAX_INSPECTORS} of them no sum overflows; the exact additions would tell.
 */
record Cost(long load, long lot) implements Comparable<Cost> {
  static final Cost ZERO = new Cost(0, 0);

  Cost plus(Cost other) {
    return new Cost(Math.addExact(load, other.load), Math.addExact(lot, other.lot));
  }

  Cost minus(Cost other) {
    return new Cost(Math.subtractExact(load, other.load), Math.subtractExact(lot, other.lot));
  }

  static Cost ofLot(long lot) {
    return new Cost(0, lot);
  }

  List<String> json() {
    return List.of(Long.toString(load), Long.toString(lot));
  }

  @Override
  public int compareTo(Cost other) {
    int byLoad = Long.compare(load, other.load);
    return byLoad != 0 ? byLoad : Long.compare(lot, other.lot);
  }
}
