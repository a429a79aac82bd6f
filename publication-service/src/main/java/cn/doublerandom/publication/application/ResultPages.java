package cn.doublerandom.publication.application;

import cn.doublerandom.servicekit.waiting.PageAddress;

/** The pages of results; the one table that says which of them are built. */
final class ResultPages {
  /** Of one that is not public yet; the public page of a result shows nothing before. */
  static final PageAddress RESULT = new PageAddress("/publication/ui/results/{id}", false);

  private ResultPages() {}
}
