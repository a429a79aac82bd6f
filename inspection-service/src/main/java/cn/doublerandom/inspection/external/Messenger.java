package cn.doublerandom.inspection.external;

/**
 * Takes what officers are reminded of to where they read it: their mail, or the house's messenger.
 */
interface Messenger {
  /** What came of one try. */
  enum Outcome {
    DELIVERED,
    /** It may be taken later. */
    AGAIN,
    /** It is not taken from anybody, whenever it comes. */
    REFUSED
  }

  /**
   * Blocks, for half a minute at most; an answer that does not come is one to try again.
   *
   * @param receiver an address of mail; blank where all read the same
   */
  Outcome send(ReminderNote note, String receiver) throws InterruptedException;
}
