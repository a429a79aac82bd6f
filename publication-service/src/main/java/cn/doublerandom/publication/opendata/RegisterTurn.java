package cn.doublerandom.publication.opendata;

/**
 * How many more subjects of a kind count from a year on, or were put in or taken out of it
 * afterwards.
 *
 * @param number fewer is negative
 */
public record RegisterTurn(What what, int year, String kind, long number) {
  /** Of what it tells. */
  public enum What {
    TURN,
    ADDED,
    REMOVED
  }
}
