package cn.doublerandom.draw.protocol;

/**
 * Who looks on while a draw is reckoned (进度): sees how far it has come and may break it off by
 * throwing, and can change nothing of what comes out.
 */
@FunctionalInterface
public interface Progress {
  /** Nobody looks on. */
  Progress UNSEEN = (done, of) -> {};

  /**
   * So much is done.
   *
   * @param of in the same unit, at least as much
   */
  void at(long done, long of);
}
