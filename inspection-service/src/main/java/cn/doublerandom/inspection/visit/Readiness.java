package cn.doublerandom.inspection.visit;

import java.util.Set;

/**
 * What is done of what has to be done before a visit.
 *
 * @param trained members who confirmed that they were trained
 * @param approved whether another person agreed to the visit
 * @param noticed whether the notice is served, or need not be
 * @param recusalsAsked members whose recusal was asked for and is not decided
 * @param recused members whose recusal was agreed to
 */
public record Readiness(
    Set<String> trained,
    boolean approved,
    boolean noticed,
    Set<String> recusalsAsked,
    Set<String> recused) {
  /** Nothing is done. */
  public static final Readiness NONE = new Readiness(Set.of(), false, false, Set.of(), Set.of());

  public Readiness {
    trained = Set.copyOf(trained);
    recusalsAsked = Set.copyOf(recusalsAsked);
    recused = Set.copyOf(recused);
  }
}
