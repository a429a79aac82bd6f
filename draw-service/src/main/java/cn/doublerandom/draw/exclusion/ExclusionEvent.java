package cn.doublerandom.draw.exclusion;

/** What happens to the exclusions by hand of one round of a task. */
public sealed interface ExclusionEvent {
  record ExclusionRequested(HandExclusion exclusion, String by) implements ExclusionEvent {}

  /** From now on the subject cannot be drawn in that round. */
  record ExclusionApproved(HandExclusion exclusion, String requestedBy, String approvedBy)
      implements ExclusionEvent {}

  /** The frame of the round is frozen: from now on nobody is left out of it any more. */
  record ExclusionsClosed(String drawId) implements ExclusionEvent {}
}
