package cn.doublerandom.servicekit.ui;

import cn.doublerandom.eventstore.projection.Generation;
import java.util.List;

/**
 * A read model, or what is kept of what others told, as operations staff see it.
 *
 * @param seq the last entry readers see
 * @param lag entries it is behind the ledger; of a copy below zero, for it follows another's
 * @param nextSeq how far the next filling is; below zero where none is under way
 */
public record MemoryModel(String name, boolean copy, long seq, long lag, long nextSeq) {
  /** Entries behind which somebody who changed something may not see it yet. */
  private static final long FEW = 100;

  static MemoryModel of(String name, boolean copy, List<Generation> fillings, long head) {
    long seq =
        fillings.stream().filter(Generation::live).mapToLong(Generation::seq).findFirst().orElse(0);
    long filling =
        fillings.stream().filter(one -> !one.live()).mapToLong(Generation::seq).max().orElse(-1);
    return new MemoryModel(name, copy, seq, copy ? -1 : Math.max(0, head - seq), filling);
  }

  public boolean isFilling() {
    return nextSeq >= 0;
  }

  public boolean isBehind() {
    return lag > FEW;
  }
}
