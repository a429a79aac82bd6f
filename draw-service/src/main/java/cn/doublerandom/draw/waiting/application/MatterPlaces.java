package cn.doublerandom.draw.waiting.application;

import cn.doublerandom.servicekit.waiting.MatterPlace;

/** The pages of plans and draws where somebody does what waits for him. */
final class MatterPlaces {
  static final MatterPlace PLAN = new MatterPlace("/draw/ui/plans/{id}");
  static final MatterPlace PROGRAMME = new MatterPlace("/draw/ui/tasks/{id}");
  static final MatterPlace DRAW = new MatterPlace("/draw/ui/draws/{id}");

  /** Where a witness promises and reveals. */
  static final MatterPlace CEREMONY = new MatterPlace("/draw/ui/ceremony/{id}");

  private MatterPlaces() {}
}
