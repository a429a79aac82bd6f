package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.item.UndoableItems;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.UndoableSubjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Goes through the entries a table changed and gives each back what it was, or says what that would
 * come to (ADR 59, 63). A page of entries is one transaction; gone through once more, those that
 * have it back are passed over, so that what broke off goes on.
 */
@ApplicationScoped
class ImportUndo {
  /** Entries that were left as they are, of which the first are named. */
  static final int MOST_KEPT = 200;

  private final UndoPass<SubjectCommand, SubjectEvent, Subject> subjects;
  private final UndoPass<ItemCommand, ItemEvent, InspectionItem> items;
  private final InspectorUndo inspectors;

  @Inject
  ImportUndo(
      EventStore store,
      CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects,
      CommandHandler<ItemCommand, ItemEvent, InspectionItem> items,
      InspectorUndo inspectors,
      IntakeDirectory directory) {
    UndoPass.Pages changed =
        (id, after, limit) -> Reading.await(() -> directory.changed(id, after, limit));
    this.subjects =
        new UndoPass<>(store, subjects, changed, RegistryStreams.SUBJECT, new UndoableSubjects());
    this.inspectors = inspectors;
    this.items = new UndoPass<>(store, items, changed, RegistryStreams.ITEM, new UndoableItems());
  }

  /**
   * By whom and why it is undone.
   *
   * @param context of who agreed, read anew for each page
   */
  record Occasion(
      String importId, String reason, String requestedBy, String approvedBy, Asker context) {}

  /** Is told how many entries were gone through. */
  interface Onlooker {
    void at(int entries);
  }

  /** What it would come to; nothing is stored. Blocks. */
  UndoSum count(IntakeKind kind, String importId, Asker asker, Onlooker onlooker) {
    var occasion = new Occasion(importId, "", "", "", asker);
    return switch (kind) {
      case SUBJECTS, RISK_CLASSES -> subjects.count(occasion, onlooker);
      case ITEMS -> items.count(occasion, onlooker);
      case INSPECTORS -> inspectors.count(occasion, onlooker);
    };
  }

  /** Gives back; blocks. */
  UndoSum giveBack(IntakeKind kind, Occasion occasion, Onlooker onlooker) {
    return switch (kind) {
      case SUBJECTS, RISK_CLASSES -> subjects.giveBack(occasion, onlooker);
      case ITEMS -> items.giveBack(occasion, onlooker);
      case INSPECTORS -> inspectors.giveBack(occasion, onlooker);
    };
  }
}
