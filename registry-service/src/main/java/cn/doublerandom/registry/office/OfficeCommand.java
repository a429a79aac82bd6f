package cn.doublerandom.registry.office;

/** What may be asked of an office. */
public sealed interface OfficeCommand {
  /**
   * A mandate waits for a second person, the first of an office too: who invents an office would
   * claim items for it.
   *
   * @param by who types it
   */
  record RegisterMandate(OfficeMandate mandate, String by) implements OfficeCommand {}

  /** Another person agrees to the mandate that waits. */
  record ApproveMandate(String by) implements OfficeCommand {}

  /**
   * Another person does not agree, or whoever asked takes it back.
   *
   * @param reason in words, which whoever asked will read
   */
  record EndMandate(String by, String reason) implements OfficeCommand {}
}
