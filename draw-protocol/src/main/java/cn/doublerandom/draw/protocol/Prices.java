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

  void raise(int i, long byLoad, long byLot) {
    load[i] = Math.addExact(load[i], byLoad);
    lot[i] = Math.addExact(lot[i], byLot);
  }
}
