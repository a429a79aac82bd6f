package cn.doublerandom.registry.rest;

/** How a bureau stands on the register. */
public enum BureauStanding {
  /** No entry of it was ever approved. */
  UNREGISTERED,
  OPEN,
  CLOSED
}
