package cn.doublerandom.registry.item;

import cn.doublerandom.registry.office.OfficeMandate;
import java.time.LocalDate;
import java.util.Optional;

/** What may be asked of an inspection item. */
public sealed interface ItemCommand {
  record ListItem(ItemDetails details) implements ItemCommand {}

  /**
   * Claims the item for a unit.
   *
   * @param office its 三定规定; empty where none is registered
   */
  record ClaimItem(String unit, Optional<OfficeMandate> office, LocalDate today)
      implements ItemCommand {}

  /** Asks to release the item; another person decides. */
  record ReleaseItem(String reason, String by) implements ItemCommand {}

  record ApproveRelease(String by) implements ItemCommand {}

  /** Another person does not agree, or who asked takes it back. */
  record EndRelease(String by) implements ItemCommand {}

  /**
   * A version of the catalogue does not list it any more.
   *
   * @param catalogue that version
   */
  record SupersedeItem(String catalogue) implements ItemCommand {}

  record SetChecklist(Checklist checklist) implements ItemCommand {}
}
