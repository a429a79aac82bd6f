package cn.doublerandom.evidencekit;

/** A bucket does not answer, or does not take what it was asked. Its text has no secret. */
public final class BucketAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Why.
   *
   * @param why what the bucket said, or that it said nothing; never what it was asked for
   */
  public BucketAway(String why) {
    super(why);
  }

  BucketAway(String why, Throwable cause) {
    super(why, cause);
  }

  /** What the bucket said, or that it said nothing. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
