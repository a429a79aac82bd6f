package cn.doublerandom.eventstore.decider;

/** A refusal of a service; each service lists all of its own in one enum, or one sealed family. */
public interface Rejection {
  /** What kind of answer a client gets. */
  enum Kind {
    /** The thing spoken of is not there. */
    UNKNOWN,
    /** The request itself cannot be right. */
    INVALID,
    /** Right in itself, but not now. */
    CONFLICT,
    /** Right in itself, but not from this account. */
    FORBIDDEN
  }

  /**
   * How a refusal is told.
   *
   * @param code stable and lower-case with hyphens: clients may branch on it
   * @param text what an officer reads, in Chinese
   * @param english the same in the second language
   */
  record Wording(String code, String text, String english, Kind kind) {}

  Wording wording();

  default String code() {
    return wording().code();
  }

  default String text() {
    return wording().text();
  }

  default String english() {
    return wording().english();
  }

  default Kind kind() {
    return wording().kind();
  }
}
