package cn.doublerandom.registry.bureau;

/** What may be asked of an entry of the register of bureaus. */
public sealed interface BureauCommand {
  /** The installation puts the bureau it began with there; nothing where it stands already. */
  record InstallBureau(BureauDetails details) implements BureauCommand {}

  /** An entry, new or another one, waits for a second person. */
  record RequestBureau(BureauDetails details, String by) implements BureauCommand {}

  /** The end of a bureau waits for a second person. */
  record RequestBureauClosing(String reason, String by) implements BureauCommand {}

  /** Another person agrees to what waits. */
  record ApproveBureau(String by) implements BureauCommand {}

  /**
   * Another person does not agree, or whoever asked takes it back.
   *
   * @param reason in words, which whoever asked will read
   */
  record EndBureauRequest(String by, String reason) implements BureauCommand {}
}
