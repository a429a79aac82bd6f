package cn.doublerandom.registry.item;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.ITEM_ALREADY_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_LEVEL_NOT_OURS;
import static cn.doublerandom.registry.RegistryRejection.ITEM_NOT_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.MANDATE_MISSING;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.item.InspectionItem.Claimed;
import cn.doublerandom.registry.item.InspectionItem.Unclaimed;
import cn.doublerandom.registry.item.InspectionItem.Unlisted;
import cn.doublerandom.registry.item.ItemCommand.ClaimItem;
import cn.doublerandom.registry.item.ItemCommand.ListItem;
import cn.doublerandom.registry.item.ItemCommand.ReleaseItem;
import cn.doublerandom.registry.item.ItemEvent.ItemClaimed;
import cn.doublerandom.registry.item.ItemEvent.ItemListed;
import cn.doublerandom.registry.item.ItemEvent.ItemReleased;

/** 对涉及本级监管事权的事项进行认领 (二(一), R13–R15). */
public final class ItemDecider implements Decider<ItemCommand, ItemEvent, InspectionItem> {
  @Override
  public InspectionItem initial() {
    return new Unlisted();
  }

  @Override
  public Decision<ItemEvent> decide(ItemCommand command, InspectionItem item) {
    return switch (command) {
      case ListItem(var details) -> list(details, item);
      case ClaimItem claim -> claim(claim, item);
      case ReleaseItem(var reason) -> release(reason, item);
    };
  }

  private static Decision<ItemEvent> list(ItemDetails details, InspectionItem item) {
    return switch (item) {
      case Unclaimed(var known) when known.equals(details) -> accept();
      case Claimed claimed when claimed.details().equals(details) -> accept();
      case Unlisted() -> accept(new ItemListed(details));
      case Unclaimed unclaimed -> accept(new ItemListed(details));
      case Claimed claimed -> accept(new ItemListed(details));
    };
  }

  private static Decision<ItemEvent> claim(ClaimItem claim, InspectionItem item) {
    return switch (item) {
      case Unlisted() -> reject(ITEM_UNKNOWN);
      case Claimed claimed -> reject(ITEM_ALREADY_CLAIMED, "unit", claimed.unit());
      case Unclaimed(var details) when details.level() != claim.level() ->
          reject(ITEM_LEVEL_NOT_OURS, "level", details.level().name());
      case Unclaimed unclaimed when claim.mandate().isBlank() ->
          reject(MANDATE_MISSING, "field", "mandate");
      case Unclaimed unclaimed ->
          accept(new ItemClaimed(claim.unit(), claim.mandate(), claim.today()));
    };
  }

  private static Decision<ItemEvent> release(String reason, InspectionItem item) {
    return switch (item) {
      case Unlisted() -> reject(ITEM_UNKNOWN);
      case Unclaimed unclaimed -> reject(ITEM_NOT_CLAIMED);
      case Claimed claimed when reason.isBlank() -> reject(REASON_MISSING, "field", "reason");
      case Claimed claimed -> accept(new ItemReleased(claimed.unit(), reason));
    };
  }

  @Override
  public InspectionItem evolve(InspectionItem item, ItemEvent event) {
    return switch (event) {
      case ItemListed(var details) ->
          item instanceof Claimed claimed
              ? new Claimed(details, claimed.unit(), claimed.mandate())
              : new Unclaimed(details);
      case ItemClaimed claimed -> new Claimed(details(item), claimed.unit(), claimed.mandate());
      case ItemReleased released -> new Unclaimed(details(item));
    };
  }

  private static ItemDetails details(InspectionItem item) {
    return switch (item) {
      case Unclaimed(var details) -> details;
      case Claimed claimed -> claimed.details();
      case Unlisted() ->
          throw new IllegalStateException("an item was claimed before it was listed");
    };
  }
}
