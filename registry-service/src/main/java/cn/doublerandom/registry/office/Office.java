package cn.doublerandom.registry.office;

import java.util.Optional;

/**
 * An office that claims items.
 *
 * <pre>no mandate ──register──▶ mandate ──ask──▶ another waits ──approve──▶ mandate</pre>
 *
 * @param mandate empty until its 三定规定 is registered
 * @param asked another mandate that waits for a second person
 */
public record Office(Optional<OfficeMandate> mandate, Optional<MandateAsked> asked) {
  /** Another mandate, and the account that asked for it. */
  public record MandateAsked(OfficeMandate mandate, String by) {}
}
