package cn.doublerandom.draw.protocol;

/** Potentials of the inspectors, pairs of load and lot; that of the source is (0, 0). */
final class Prices {
  private final long[] load;
  private final long[] lot;

  Prices(int inspectors) {
    this.load = new long[inspectors];
    this.lot = new long[inspectors];
  }

  long load(int i) {
    return load[i];
  }

  long lot(int i) {
    return lot[i];
  }

  void raiseLoad(int i, long to) {
    load[i] = to;
  }

  void moveLot(int i, long by) {
    lot[i] = Math.addExact(lot[i], by);
  }
}
