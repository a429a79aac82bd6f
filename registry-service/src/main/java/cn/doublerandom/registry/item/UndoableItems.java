package cn.doublerandom.registry.item;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.registry.intake.ImportTrace;
import cn.doublerandom.registry.intake.Undoable;
import cn.doublerandom.registry.item.InspectionItem.Claimed;
import cn.doublerandom.registry.item.ItemEvent.ItemImportUndone;
import cn.doublerandom.registry.item.ItemEvent.ItemListed;
import cn.doublerandom.registry.item.ItemEvent.RenamingAsked;
import cn.doublerandom.registry.item.ItemEvent.RenamingEnded;
import org.jspecify.annotations.Nullable;

/** What tables made of items is undone (ADR 63). */
public final class UndoableItems implements Undoable<ItemCommand, ItemEvent, InspectionItem> {
  private final ItemDecider rules = new ItemDecider();

  @Override
  public Decider<ItemCommand, ItemEvent, InspectionItem> rules() {
    return rules;
  }

  @Override
  public boolean isNone(InspectionItem entry) {
    return entry instanceof InspectionItem.Unlisted;
  }

  @Override
  public boolean undoes(ItemEvent event, String importId) {
    return event instanceof ItemImportUndone undone && undone.importId().equals(importId);
  }

  @Override
  public @Nullable String askedIn(ItemEvent event) {
    return event instanceof RenamingAsked asked ? asked.batch() : null;
  }

  @Override
  public boolean answers(ItemEvent event, InspectionItem state, String batch) {
    return state instanceof Claimed known
        && known.renaming().filter(asked -> asked.batch().equals(batch)).isPresent()
        && (event instanceof RenamingEnded
            || (event instanceof ItemListed listed && listed.approvedBy() != null));
  }

  @Override
  public ItemCommand undo(ImportTrace.Stands<InspectionItem> stands, Agreed agreed) {
    return new ItemCommand.UndoItemImport(stands.before(), stands.taken(), agreed);
  }
}
