package cn.doublerandom.verifier;

import java.io.IOException;

/** A web address that does not give what stands at it. */
final class Unanswered extends IOException {
  private static final int NOT_FOUND = 404;
  private static final long serialVersionUID = 1L;

  private final boolean notThere;

  /** Somebody answered, with something else than what was asked for. */
  Unanswered(String address, int status) {
    super(
        status == NOT_FOUND
            ? "这个地址没有内容，请核对 nothing stands at this address; look it up: " + address
            : "这个地址没有给出内容 this address answers %d: %s".formatted(status, address));
    this.notThere = status == NOT_FOUND;
  }

  /** Nobody answered. */
  Unanswered(String address, IOException why) {
    super("连接不上，请核对地址和网络 nobody answers at this address: " + address, why);
    this.notThere = false;
  }

  /** Whether somebody answered that nothing stands there. */
  boolean isNotThere() {
    return notThere;
  }
}
