package cn.doublerandom.inspection.visit;

/** How far a visit is, as it is shown. */
public enum VisitState {
  ASSIGNED,
  IN_PROGRESS,
  FINISHED,
  IN_REVIEW,
  RECORDED,
  CANCELLED
}
