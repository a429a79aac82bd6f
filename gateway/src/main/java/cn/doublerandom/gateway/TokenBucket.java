package cn.doublerandom.gateway;

/**
 * Tokens that fill up with time to a burst; each request takes one. Used on one event loop only.
 */
final class TokenBucket {
  private static final double NANOS_PER_SECOND = 1e9;

  private final double perSecond;
  private final double burst;
  private double tokens;
  private long since;

  /**
   * @param now of the same clock as all later ones, in nanoseconds
   */
  TokenBucket(double perSecond, double burst, long now) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.since = now;
  }

  /** Seconds until there is a token; 0 where there is one now. */
  double secondsToWait(long now) {
    tokens = Math.min(burst, tokens + (now - since) / NANOS_PER_SECOND * perSecond);
    since = now;
    return tokens >= 1 ? 0 : (1 - tokens) / perSecond;
  }

  void take() {
    tokens--;
  }

  /** One that was taken for nothing is given back. */
  void giveBack() {
    tokens = Math.min(burst, tokens + 1);
  }
}
