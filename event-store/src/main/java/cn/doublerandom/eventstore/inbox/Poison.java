package cn.doublerandom.eventstore.inbox;

/** A record whose handler failed for good. */
final class Poison extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient InboxRecord message;
  private final String reason;

  Poison(InboxRecord message, Throwable cause) {
    super(cause);
    this.message = message;
    this.reason = InboxRecord.reason(cause);
  }

  InboxRecord message() {
    return message;
  }

  String reason() {
    return reason;
  }
}
