package cn.doublerandom.inspection.visit;

/** How far a visit is, as it is shown. */
public enum VisitState {
  ASSIGNED,
  IN_PROGRESS,
  FINISHED,
  RECORDED,
  CANCELLED
}
