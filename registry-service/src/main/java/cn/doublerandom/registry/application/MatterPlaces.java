package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.waiting.MatterPlace;

/** The pages of the registry where somebody does what waits for him. */
final class MatterPlaces {
  static final MatterPlace INSPECTOR = new MatterPlace("/registry/ui/inspectors/{id}");
  static final MatterPlace REQUESTS = new MatterPlace("/registry/ui/requests");
  static final MatterPlace DRAFT = new MatterPlace("/registry/ui/imports/{id}");
  static final MatterPlace EXCHANGE = new MatterPlace("/registry/ui/exchange");
  static final MatterPlace READINESS = new MatterPlace("/registry/ui/readiness");
  static final MatterPlace POINT = new MatterPlace("/registry/ui/readiness/{id}");

  static final MatterPlace BUREAU = new MatterPlace("/registry/ui/bureaus/{id}");

  /** Those that wait stand in the list: an id of two accounts is no part of an address. */
  static final MatterPlace DEPUTIES = new MatterPlace("/registry/ui/deputies");

  static final MatterPlace PROPOSALS = new MatterPlace("/registry/ui/proposals");

  private MatterPlaces() {}
}
