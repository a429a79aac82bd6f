package cn.doublerandom.registry.ui;

/** How a bureau stands on the register, as its page says it. */
public enum BureauState {
  UNREGISTERED,
  OPEN,
  CLOSED
}
