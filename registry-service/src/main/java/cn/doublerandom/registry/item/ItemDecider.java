package cn.doublerandom.registry.item;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.CHECKLIST_UNFIT;
import static cn.doublerandom.registry.RegistryRejection.ITEM_ALREADY_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_LEVEL_NOT_OURS;
import static cn.doublerandom.registry.RegistryRejection.ITEM_OUTSIDE_MANDATE;
import static cn.doublerandom.registry.RegistryRejection.ITEM_SUPERSEDED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.MANDATE_MISSING;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.item.InspectionItem.Claimed;
import cn.doublerandom.registry.item.InspectionItem.Superseded;
import cn.doublerandom.registry.item.InspectionItem.Unclaimed;
import cn.doublerandom.registry.item.InspectionItem.Unlisted;
import cn.doublerandom.registry.item.ItemCommand.ApproveRelease;
import cn.doublerandom.registry.item.ItemCommand.ApproveRenaming;
import cn.doublerandom.registry.item.ItemCommand.ClaimItem;
import cn.doublerandom.registry.item.ItemCommand.EndRelease;
import cn.doublerandom.registry.item.ItemCommand.EndRenaming;
import cn.doublerandom.registry.item.ItemCommand.ListItem;
import cn.doublerandom.registry.item.ItemCommand.ReleaseItem;
import cn.doublerandom.registry.item.ItemCommand.SetChecklist;
import cn.doublerandom.registry.item.ItemCommand.SupersedeItem;
import cn.doublerandom.registry.item.ItemCommand.UndoItemImport;
import cn.doublerandom.registry.item.ItemEvent.ChecklistSet;
import cn.doublerandom.registry.item.ItemEvent.ItemClaimed;
import cn.doublerandom.registry.item.ItemEvent.ItemListed;
import cn.doublerandom.registry.item.ItemEvent.ItemReleased;
import cn.doublerandom.registry.item.ItemEvent.ItemSuperseded;
import cn.doublerandom.registry.item.ItemEvent.ReleaseAsked;
import cn.doublerandom.registry.item.ItemEvent.ReleaseEnded;
import cn.doublerandom.registry.item.ItemEvent.RenamingAsked;
import cn.doublerandom.registry.item.ItemEvent.RenamingEnded;
import cn.doublerandom.registry.office.OfficeMandate;
import java.util.Map;
import java.util.Optional;

/** 对涉及本级监管事权的事项进行认领 (二(一), R13–R15). */
public final class ItemDecider implements Decider<ItemCommand, ItemEvent, InspectionItem> {
  @Override
  public InspectionItem initial() {
    return new Unlisted();
  }

  @Override
  public Decision<ItemEvent> decide(ItemCommand command, InspectionItem item) {
    return switch (command) {
      case ListItem told -> list(told, item);
      case ApproveRenaming approve -> Renaming.approve(approve, item);
      case EndRenaming end -> Renaming.end(end, item);
      case ClaimItem claim -> claim(claim, item);
      case ReleaseItem ask -> Releasing.ask(ask, item);
      case ApproveRelease approve -> Releasing.approve(approve, item);
      case EndRelease end -> Releasing.end(end, item);
      case SupersedeItem(var catalogue) -> supersede(catalogue, item);
      case UndoItemImport undo -> ItemUndoing.undo(undo, item);
      case SetChecklist(var checklist) -> set(checklist, item);
    };
  }

  private static Decision<ItemEvent> list(ListItem told, InspectionItem item) {
    ItemDetails details = told.details();
    return switch (item) {
      case Unclaimed(var known, var checklist) when known.equals(details) -> accept();
      case Claimed claimed when claimed.details().equals(details) -> accept();
      case Unlisted() -> accept(ItemListed.alone(details));
      case Unclaimed unclaimed -> accept(ItemListed.alone(details));
      case Claimed claimed when isOther(claimed.details(), details) ->
          reject(ITEM_CLAIMED, "item", details.code());
      case Claimed claimed -> Renaming.list(told, claimed);
      case Superseded superseded -> accept(ItemListed.alone(details));
    };
  }

  /**
   * Whether it would be another item that the office is found to have claimed; how often it is
   * checked may change, and what it is called where two people say so.
   */
  private static boolean isOther(ItemDetails claimed, ItemDetails listed) {
    return !(claimed.field().equals(listed.field())
        && claimed.method().equals(listed.method())
        && claimed.legalBasis().equals(listed.legalBasis())
        && claimed.level() == listed.level()
        && claimed.category() == listed.category());
  }

  private static Decision<ItemEvent> claim(ClaimItem claim, InspectionItem item) {
    return switch (item) {
      case Unlisted() -> reject(ITEM_UNKNOWN);
      case Superseded superseded -> reject(ITEM_SUPERSEDED, "catalogue", superseded.catalogue());
      case Claimed claimed -> reject(ITEM_ALREADY_CLAIMED, "unit", claimed.unit());
      case Unclaimed(var details, var checklist) ->
          claim
              .office()
              .map(office -> within(office, claim, details))
              .orElseGet(() -> reject(MANDATE_MISSING, "unit", claim.unit()));
    };
  }

  private static Decision<ItemEvent> within(
      OfficeMandate office, ClaimItem claim, ItemDetails details) {
    if (office.level() != details.level()) {
      return reject(ITEM_LEVEL_NOT_OURS, "level", details.level().name());
    }
    return office
        .covering(details.field())
        .<Decision<ItemEvent>>map(
            clause -> accept(new ItemClaimed(claim.unit(), clause.number(), claim.today())))
        .orElseGet(() ->
            reject(
                ITEM_OUTSIDE_MANDATE,
                Map.of("itemField", details.field(), "mandate", office.inWords())));
  }

  /** What an office claimed is released by two first; whoever plans with it hears of that. */
  private static Decision<ItemEvent> supersede(String catalogue, InspectionItem item) {
    return switch (item) {
      case Unlisted() -> reject(ITEM_UNKNOWN);
      case Superseded superseded -> accept();
      case Unclaimed unclaimed -> accept(new ItemSuperseded(catalogue));
      case Claimed claimed -> reject(ITEM_CLAIMED);
    };
  }

  private static Decision<ItemEvent> set(Checklist checklist, InspectionItem item) {
    return checklist
        .unsound()
        .<Decision<ItemEvent>>map(question ->
            reject(CHECKLIST_UNFIT, Map.of("field", "questions", "question", question.id())))
        .orElseGet(() -> sound(checklist, item));
  }

  private static Decision<ItemEvent> sound(Checklist checklist, InspectionItem item) {
    return switch (item) {
      case Unlisted() -> reject(ITEM_UNKNOWN);
      case Superseded superseded -> reject(ITEM_SUPERSEDED, "catalogue", superseded.catalogue());
      case Unclaimed unclaimed -> changed(checklist, unclaimed.checklist());
      case Claimed claimed -> changed(checklist, claimed.checklist());
    };
  }

  private static Decision<ItemEvent> changed(Checklist checklist, Optional<Checklist> known) {
    return known.filter(checklist::equals).isPresent()
        ? accept()
        : accept(new ChecklistSet(checklist));
  }

  @Override
  public InspectionItem evolve(InspectionItem item, ItemEvent event) {
    return switch (event) {
      case ItemListed(var details, var asker, var approver) ->
          switch (item) {
            case Claimed claimed ->
                new Claimed(
                    details,
                    claimed.checklist(),
                    claimed.unit(),
                    claimed.mandate(),
                    claimed.claimedOn(),
                    claimed.release(),
                    Optional.empty());
            case Unlisted() -> new Unclaimed(details, Optional.empty());
            case Unclaimed unclaimed -> new Unclaimed(details, unclaimed.checklist());
            case Superseded superseded -> new Unclaimed(details, superseded.checklist());
          };
      case ItemClaimed claimed -> {
        Unclaimed known = listed(item);
        yield new Claimed(
            known.details(),
            known.checklist(),
            claimed.unit(),
            claimed.mandate(),
            claimed.claimedOn(),
            Optional.empty(),
            Optional.empty());
      }
      case ReleaseAsked asked -> Releasing.asked(item, asked);
      case ReleaseEnded ended -> Releasing.ended(item);
      case RenamingAsked asked -> Renaming.asked(item, asked);
      case RenamingEnded ended -> Renaming.ended(item);
      case ItemReleased released -> listed(item);
      case ItemEvent.ItemImportUndone undone -> ItemUndoing.undone(undone, item);
      case ItemSuperseded(var catalogue) ->
          new Superseded(listed(item).details(), listed(item).checklist(), catalogue);
      case ChecklistSet(var checklist) ->
          switch (item) {
            case Claimed claimed ->
                new Claimed(
                    claimed.details(),
                    Optional.of(checklist),
                    claimed.unit(),
                    claimed.mandate(),
                    claimed.claimedOn(),
                    claimed.release(),
                    claimed.renaming());
            case Unclaimed unclaimed -> new Unclaimed(unclaimed.details(), Optional.of(checklist));
            case Unlisted unlisted -> throw unlisted();
            case Superseded superseded -> throw unlisted();
          };
    };
  }

  /** The entry itself, whoever claimed it. */
  private static Unclaimed listed(InspectionItem item) {
    return switch (item) {
      case Unclaimed unclaimed -> unclaimed;
      case Claimed claimed -> new Unclaimed(claimed.details(), claimed.checklist());
      case Superseded superseded -> new Unclaimed(superseded.details(), superseded.checklist());
      case Unlisted() -> throw unlisted();
    };
  }

  private static IllegalStateException unlisted() {
    return new IllegalStateException("something happened to an item that is not listed");
  }
}
