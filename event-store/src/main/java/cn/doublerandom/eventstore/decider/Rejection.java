package cn.doublerandom.eventstore.decider;

/** A refusal of a service; each service lists all of its own in enums. */
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

  /** Stable and lower-case with hyphens: clients may branch on it. */
  String code();

  /** What an officer reads, in Chinese. */
  String text();

  /** The same in English, the second language. */
  String english();

  Kind kind();
}
