package cn.doublerandom.registry.person;

/** What may be asked of the erasure of a person. */
public sealed interface ErasureCommand {
  /**
   * @param standing of the person on the register
   */
  record RequestErasure(Standing standing, String reason, String by) implements ErasureCommand {}

  /** Another person agrees. */
  record ApproveErasure(Standing standing, String by) implements ErasureCommand {}

  /** Another person does not agree. */
  record DeclineErasure(String by, String reason) implements ErasureCommand {}

  /** Whoever asked takes it back. */
  record WithdrawErasure(String by, String reason) implements ErasureCommand {}

  /** Whether somebody can be forgotten. */
  enum Standing {
    UNKNOWN,
    /** A firm, a project, an entrusted body: nobody to be forgotten. */
    NOT_A_PERSON,
    STILL_ACTIVE,
    GONE
  }
}
