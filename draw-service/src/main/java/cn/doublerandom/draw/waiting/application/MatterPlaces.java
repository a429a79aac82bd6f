package cn.doublerandom.draw.waiting.application;

import cn.doublerandom.servicekit.waiting.MatterPlace;

/** The pages of plans and draws where somebody does what waits for him. */
final class MatterPlaces {
  static final MatterPlace PLAN = new MatterPlace("/draw/ui/plans/{id}");

  /** What a plan amounts to. */
  static final MatterPlace CHECKS = new MatterPlace("/draw/ui/plans/{id}/checks");

  /** Its tasks that are to be drawn. */
  static final MatterPlace DUE = new MatterPlace("/draw/ui/plans/{id}?tasks=due");

  static final MatterPlace OVERDUE = new MatterPlace("/draw/ui/plans/{id}?tasks=overdue");
  static final MatterPlace PLANS = new MatterPlace("/draw/ui/plans");
  static final MatterPlace DRAWS = new MatterPlace("/draw/ui/draws");
  static final MatterPlace PROGRAMME = new MatterPlace("/draw/ui/tasks/{id}");
  static final MatterPlace DRAW = new MatterPlace("/draw/ui/draws/{id}");

  /** Where a supervisor makes his key known. */
  static final MatterPlace SUPERVISOR_KEYS = new MatterPlace("/draw/ui/supervisor-keys");

  /** Where a witness promises and reveals. */
  static final MatterPlace CEREMONY = new MatterPlace("/draw/ui/ceremony/{id}");

  private MatterPlaces() {}
}
