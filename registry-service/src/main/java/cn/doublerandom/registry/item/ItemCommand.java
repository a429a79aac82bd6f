package cn.doublerandom.registry.item;

import cn.doublerandom.registry.intake.Undoable;
import cn.doublerandom.registry.office.OfficeMandate;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be asked of an inspection item. */
public sealed interface ItemCommand {
  /**
   * A table lists the item.
   *
   * @param by whose table it is
   * @param batch by which another person decides what of it waits
   */
  record ListItem(ItemDetails details, String by, String batch) implements ItemCommand {}

  /**
   * Another person agrees to the name a table gives a claimed item.
   *
   * @param batch only where it waits with that one; absent where whichever does
   */
  record ApproveRenaming(String by, @Nullable String batch) implements ItemCommand {}

  /**
   * Another person does not agree, or who asked takes it back.
   *
   * @param batch likewise
   * @param reason in words, which whoever asked will read
   */
  record EndRenaming(String by, @Nullable String batch, String reason) implements ItemCommand {}

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

  /**
   * Another person does not agree, or who asked takes it back.
   *
   * @param reason in words, which whoever asked will read
   */
  record EndRelease(String by, String reason) implements ItemCommand {}

  /**
   * A version of the catalogue does not list it any more.
   *
   * @param catalogue that version
   */
  record SupersedeItem(String catalogue) implements ItemCommand {}

  /**
   * What a table made of the item is taken back.
   *
   * @param before the item before the table
   * @param taken the item as the table made it; one that is another by now is left as it is
   */
  record UndoItemImport(InspectionItem before, InspectionItem taken, Undoable.Agreed agreed)
      implements ItemCommand {}

  record SetChecklist(Checklist checklist) implements ItemCommand {}
}
