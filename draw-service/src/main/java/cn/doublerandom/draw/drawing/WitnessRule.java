package cn.doublerandom.draw.drawing;

import java.util.Set;

/**
 * How many witnesses a ceremony needs, and whom: what the rule packs say on the day of the commit.
 *
 * @param least witnesses, never below the two of the protocol
 * @param outside kinds of whom at least one must be there, from outside the office that draws
 */
public record WitnessRule(int least, Set<WitnessKind> outside) {
  private static final int LEAST_OF_PROTOCOL = 2;

  public WitnessRule {
    least = Math.max(LEAST_OF_PROTOCOL, least);
    outside = Set.copyOf(outside);
  }
}
