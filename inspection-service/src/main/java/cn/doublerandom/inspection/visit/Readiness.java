package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is done of what has to be done before a visit.
 *
 * @param trained members who confirmed that they were trained
 * @param approved whether another person agreed to the visit
 * @param noticed whether the notice is served, or need not be
 * @param recusalsAsked members and experts whose recusal was asked for and is not decided
 * @param recused members whose recusal was agreed to
 * @param notice that was served; absent where none was, or none need be
 */
public record Readiness(
    Set<String> trained,
    boolean approved,
    boolean noticed,
    Set<String> recusalsAsked,
    Set<String> recused,
    @Nullable ToldNotice notice) {
  /** Nothing is done. */
  public static final Readiness NONE = new Readiness(Set.of(), false, false, Set.of(), Set.of());

  /** Where nothing is known of a notice that was served. */
  public Readiness(
      Set<String> trained,
      boolean approved,
      boolean noticed,
      Set<String> recusalsAsked,
      Set<String> recused) {
    this(trained, approved, noticed, recusalsAsked, recused, null);
  }

  /** Whether no notice was served that says another day than the one that is agreed. */
  boolean isOf(@Nullable LocalDate agreed) {
    return notice == null || notice.isOf(agreed);
  }

  /** Whether no notice was served that leaves out somebody who comes now. */
  boolean names(Collection<String> coming) {
    return notice == null || notice.names(coming);
  }

  public Readiness {
    trained = Set.copyOf(trained);
    recusalsAsked = Set.copyOf(recusalsAsked);
    recused = Set.copyOf(recused);
  }
}
