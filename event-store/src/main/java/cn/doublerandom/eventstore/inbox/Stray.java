package cn.doublerandom.eventstore.inbox;

/**
 * A record that does not continue its lane, or not yet; it holds nothing back.
 *
 * @param kind why it is not applied
 * @param reason the same in words
 */
record Stray(InboxRecord message, Kind kind, String reason) {
  /** Why a record is not applied. */
  enum Kind {
    /** It continues the lane; the record that vouches for it is still to come. */
    WAITING,
    /** Nobody vouches for it. */
    STRAY,
    /** Its sender vouches for it, but the record before it never came. */
    GAP
  }
}
