package cn.doublerandom.servicekit.waiting;

import java.util.Collection;
import java.util.List;

/**
 * What waits for somebody, the oldest first.
 *
 * @param first at most {@link #MOST}
 * @param total of all there are
 */
public record Matters(List<Matter> first, long total) {
  /** Who has more works off these first. */
  public static final int MOST = 50;

  public static final Matters NONE = new Matters(List.of(), 0);

  public Matters {
    first = List.copyOf(first);
  }

  /** All there are of one source. */
  public static Matters all(Collection<Matter> all) {
    return of(all, all.size());
  }

  /**
   * The first of one source.
   *
   * @param some its {@link #MOST} oldest at least, or all
   */
  public static Matters of(Collection<Matter> some, long total) {
    return new Matters(some.stream().sorted(Matter.OLDEST_FIRST).limit(MOST).toList(), total);
  }

  /** What several sources say together. */
  public static Matters together(Collection<Matters> sources) {
    return of(
        sources.stream().flatMap(one -> one.first().stream()).toList(),
        sources.stream().mapToLong(Matters::total).sum());
  }
}
