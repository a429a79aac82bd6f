package cn.doublerandom.draw.reading;

import cn.doublerandom.draw.DrawRejection;

/** Leaves a reader from wherever it is; never leaves the package. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final DrawRejection reason;

  Unreadable(DrawRejection reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  DrawRejection reason() {
    return reason;
  }
}
