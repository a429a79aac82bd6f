package cn.doublerandom.registry.office;

/** What may be asked of an office. */
public sealed interface OfficeCommand {
  /**
   * The first mandate of an office is taken; another one waits for a second person.
   *
   * @param by who types it
   */
  record RegisterMandate(OfficeMandate mandate, String by) implements OfficeCommand {}

  /** Another person agrees to the mandate that waits. */
  record ApproveMandate(String by) implements OfficeCommand {}

  /** Another person does not agree, or whoever asked takes it back. */
  record EndMandate(String by) implements OfficeCommand {}
}
