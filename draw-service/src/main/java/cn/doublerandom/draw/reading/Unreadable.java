package cn.doublerandom.draw.reading;

import cn.doublerandom.draw.ReadingRejection;

/** Leaves a reader from wherever it is; never leaves the package. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final ReadingRejection reason;

  Unreadable(ReadingRejection reason) {
    super(reason.code(), null, false, false);
    this.reason = reason;
  }

  ReadingRejection reason() {
    return reason;
  }
}
