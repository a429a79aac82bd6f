package cn.doublerandom.registry.item;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.intake.UndoRejection;
import cn.doublerandom.registry.item.InspectionItem.Claimed;
import cn.doublerandom.registry.item.InspectionItem.Superseded;
import cn.doublerandom.registry.item.InspectionItem.Unclaimed;
import cn.doublerandom.registry.item.InspectionItem.Unlisted;
import cn.doublerandom.registry.item.ItemCommand.UndoItemImport;
import cn.doublerandom.registry.item.ItemEvent.ItemImportUndone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 撤销导入: an item is again what it was before a table, by an event of its own (ADR 63). One the table
 * had listed is listed no more: nobody can claim it, its history stays. Who claims it, or its
 * checklist, is none of a table's and stays as it is; an item somebody claimed since is left.
 */
final class ItemUndoing {
  private ItemUndoing() {}

  static Decision<ItemEvent> undo(UndoItemImport undo, InspectionItem item) {
    if (item instanceof Unlisted) {
      return reject(RegistryRejection.ITEM_UNKNOWN);
    }
    return item.equals(undo.taken())
        ? given(undo, item)
        : reject(UndoRejection.CHANGED_SINCE_IMPORT);
  }

  private static Decision<ItemEvent> given(UndoItemImport undo, InspectionItem item) {
    return item.equals(undo.before())
        ? accept()
        : accept(
            switch (undo.before()) {
              case Unlisted() -> event(undo, details(item), InspectionItem.Superseded.BY_UNDO);
              case Superseded before -> event(undo, before.details(), before.catalogue());
              case Unclaimed before -> event(undo, before.details(), null);
              case Claimed before -> event(undo, before.details(), null);
            });
  }

  private static ItemDetails details(InspectionItem item) {
    return switch (item) {
      case Unclaimed known -> known.details();
      case Claimed known -> known.details();
      case Superseded known -> known.details();
      case Unlisted() -> throw new IllegalStateException("an unknown item was told by a table");
    };
  }

  private static ItemImportUndone event(
      UndoItemImport undo, ItemDetails details, @Nullable String supersededBy) {
    return new ItemImportUndone(
        undo.agreed().importId(),
        undo.agreed().reason(),
        undo.agreed().on(),
        details,
        supersededBy,
        undo.agreed().requestedBy(),
        undo.agreed().approvedBy());
  }

  static InspectionItem undone(ItemImportUndone undone, InspectionItem item) {
    if (undone.supersededBy() != null) {
      return new Superseded(undone.details(), checklist(item), undone.supersededBy());
    }
    return item instanceof Claimed known
        ? new Claimed(
            undone.details(),
            known.checklist(),
            known.unit(),
            known.mandate(),
            known.claimedOn(),
            known.release(),
            Optional.empty())
        : new Unclaimed(undone.details(), checklist(item));
  }

  private static Optional<Checklist> checklist(InspectionItem item) {
    return switch (item) {
      case Unclaimed known -> known.checklist();
      case Claimed known -> known.checklist();
      case Superseded known -> known.checklist();
      case Unlisted() -> Optional.empty();
    };
  }
}
