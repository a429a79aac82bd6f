package cn.doublerandom.publication.report;

import cn.doublerandom.bureau.figures.Percent;

/**
 * A share with what it is of.
 *
 * @param percent two places, rounded down, so that 100 % is said only where nothing is missing; —
 *     where there is nothing it could be of
 */
public record Share(long part, long whole, String percent) {
  public static Share of(long part, long whole) {
    return new Share(part, whole, Percent.of(part, whole));
  }
}
