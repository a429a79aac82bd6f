package cn.doublerandom.registry.office;

import java.util.Optional;

/**
 * An office that claims items.
 *
 * <pre>as it was ──ask──▶ one waits ──approve──▶ as asked for</pre>
 *
 * @param mandate empty until another person agreed to its 三定规定
 * @param asked a mandate that waits for a second person
 */
public record Office(Optional<OfficeMandate> mandate, Optional<MandateAsked> asked) {
  /** A mandate, and the account that asked for it. */
  public record MandateAsked(OfficeMandate mandate, String by) {}
}
