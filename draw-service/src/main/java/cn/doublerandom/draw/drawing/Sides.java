package cn.doublerandom.draw.drawing;

import java.util.Set;

/**
 * Accounts that stand on a side of a draw beside what its own stream tells; looked up when a
 * witness is named and when he promises.
 *
 * @param inspectors of the register, who may be drawn
 * @param others who approved the plan, wrote or approved the programme, asked for or approved an
 *     exclusion of this round, and the supervisors who have a key
 */
public record Sides(Set<String> inspectors, Set<String> others) {
  /** Nobody is known to stand on any. */
  public static final Sides NONE = new Sides(Set.of(), Set.of());

  public Sides {
    inspectors = Set.copyOf(inspectors);
    others = Set.copyOf(others);
  }
}
