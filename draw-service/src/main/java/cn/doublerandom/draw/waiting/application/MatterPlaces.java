package cn.doublerandom.draw.waiting.application;

import cn.doublerandom.servicekit.waiting.PageAddress;

/** The pages of plans and draws; the one table that says which of them are built. */
final class DrawPages {
  static final PageAddress PLAN = new PageAddress("/draw/ui/plans/{id}", true);
  static final PageAddress PROGRAMME = new PageAddress("/draw/ui/tasks/{id}", true);
  static final PageAddress DRAW = new PageAddress("/draw/ui/draws/{id}", true);

  /** Where a witness promises and reveals. */
  static final PageAddress CEREMONY = new PageAddress("/draw/ui/ceremony/{id}", true);

  /** Of what has no page of its own. */
  static final PageAddress NONE = new PageAddress("", false);

  private DrawPages() {}
}
