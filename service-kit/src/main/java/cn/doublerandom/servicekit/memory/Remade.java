package cn.doublerandom.servicekit.memory;

import java.util.function.Consumer;

/**
 * What a service keeps that is no read model and yet is made from its ledger alone. A replay that
 * compares makes it again and says where what is kept is another.
 */
public interface Remade {
  /** What a replay calls it, beside its read models. */
  String name();

  /**
   * What came of it.
   *
   * @param seq up to which the ledger was read
   * @param rows that are kept
   */
  record Compared(long seq, long rows) {}

  /**
   * Makes it again up to where it is kept. Blocks.
   *
   * @param differs is told each difference, in the order of the ledger
   */
  Compared compare(Consumer<String> differs);
}
