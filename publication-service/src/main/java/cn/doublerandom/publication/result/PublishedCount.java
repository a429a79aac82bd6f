package cn.doublerandom.publication.result;

import java.util.Collection;

/**
 * How many results are public, wherever it is counted: what was withdrawn is neither public nor due
 * any more, and counted apart (ADR 54).
 *
 * @param published public, those whose time is over too
 */
public record PublishedCount(long published, long withdrawn) {
  /** Of results that were made public. */
  public static PublishedCount of(Collection<ResultNotice> results) {
    return new PublishedCount(
        results.stream().filter(ResultNotice::isCounted).count(),
        results.stream().filter(ResultNotice::isWithdrawn).count());
  }
}
