package cn.doublerandom.draw.exclusion;

/** What happens to the exclusions by hand of one round of a task. */
public sealed interface ExclusionEvent {
  record ExclusionRequested(HandExclusion exclusion, String by) implements ExclusionEvent {}

  /** From now on the subject cannot be drawn in that round. */
  record ExclusionApproved(HandExclusion exclusion, String requestedBy, String approvedBy)
      implements ExclusionEvent {}

  /** Who asked took it back; it may be asked for again. */
  record ExclusionWithdrawn(HandExclusion exclusion, String requestedBy, String by, String reason)
      implements ExclusionEvent {}

  /** Another did not agree; it may be asked for again. */
  record ExclusionDeclined(HandExclusion exclusion, String requestedBy, String by, String reason)
      implements ExclusionEvent {}

  /** The frame of the round is frozen: from now on nobody is left out of it any more. */
  record ExclusionsClosed(String drawId) implements ExclusionEvent {}
}
