package cn.doublerandom.local;

import java.io.IOException;

/** A command is not carried out, and why: in Chinese, then in English, with what to do instead. */
final class Refused extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private Refused(int status, String chinese, String english) {
    super(chinese + "  " + english);
    this.status = status;
  }

  /** What lies there, runs there or answers there does not allow it. */
  static Refused now(String chinese, String english) {
    return new Refused(Refusals.NOT_DONE, chinese, english);
  }

  /** The command line itself cannot be meant so. */
  static Refused line(String chinese, String english) {
    return new Refused(Refusals.WRONG_LINE, chinese, english);
  }

  int status() {
    return status;
  }
}
