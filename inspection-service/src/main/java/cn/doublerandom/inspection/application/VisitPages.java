package cn.doublerandom.inspection.application;

import cn.doublerandom.servicekit.waiting.PageAddress;

/** The pages of visits; the one table that says which of them are built. */
final class VisitPages {
  static final PageAddress VISIT = new PageAddress("/inspection/ui/visits/{id}", false);

  private VisitPages() {}
}
