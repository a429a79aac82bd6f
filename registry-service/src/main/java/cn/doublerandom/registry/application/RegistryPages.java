package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.waiting.PageAddress;

/** The pages of the registry; the one table that says which of them are built. */
final class RegistryPages {
  static final PageAddress SUBJECT = new PageAddress("/registry/ui/subjects/{id}", true);
  static final PageAddress INSPECTOR = new PageAddress("/registry/ui/inspectors/{id}", false);
  static final PageAddress REQUESTS = new PageAddress("/registry/ui/requests", false);
  static final PageAddress READINESS = new PageAddress("/registry/ui/readiness", false);

  private RegistryPages() {}
}
