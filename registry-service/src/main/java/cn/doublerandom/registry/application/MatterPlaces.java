package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.waiting.PageAddress;

/** The pages of the registry; the one table that says which of them are built. */
final class RegistryPages {
  static final PageAddress INSPECTOR = new PageAddress("/registry/ui/inspectors/{id}", true);
  static final PageAddress REQUESTS = new PageAddress("/registry/ui/requests", true);
  static final PageAddress READINESS = new PageAddress("/registry/ui/readiness", true);

  private RegistryPages() {}
}
