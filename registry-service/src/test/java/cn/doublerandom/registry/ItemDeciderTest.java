package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegistryRejection.ITEM_ALREADY_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_LEVEL_NOT_OURS;
import static cn.doublerandom.registry.RegistryRejection.ITEM_NOT_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.MANDATE_MISSING;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCategory;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemCommand.ClaimItem;
import cn.doublerandom.registry.item.ItemCommand.ListItem;
import cn.doublerandom.registry.item.ItemCommand.ReleaseItem;
import cn.doublerandom.registry.item.ItemDecider;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.item.ItemEvent.ItemClaimed;
import cn.doublerandom.registry.item.ItemEvent.ItemListed;
import cn.doublerandom.registry.item.ItemEvent.ItemReleased;
import cn.doublerandom.registry.item.OfficeLevel;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ItemDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  private static final ItemDetails DETAILS =
      new ItemDetails(
          "JT-01", "经营行为检查", "道路运输条例", ItemCategory.GENERAL, OfficeLevel.COUNTY, "道路运输", "实地检查");
  private static final ClaimItem CLAIM = new ClaimItem("局", OfficeLevel.COUNTY, "第三条", TODAY);

  private final DeciderSpecification<ItemCommand, ItemEvent, InspectionItem> item =
      DeciderSpecification.of(new ItemDecider());

  @Test
  void an_item_of_the_offices_own_level_can_be_claimed_once() {
    item.given(new ItemListed(DETAILS)).when(CLAIM).then(new ItemClaimed("局", "第三条", TODAY));
    item.given(new ItemListed(DETAILS))
        .having(CLAIM)
        .when(CLAIM)
        .thenRejected(ITEM_ALREADY_CLAIMED);
  }

  @Test
  void an_item_of_another_level_cannot_be_claimed() {
    item.given(new ItemListed(DETAILS))
        .when(new ClaimItem("局", OfficeLevel.CITY, "第三条", TODAY))
        .thenRejected(ITEM_LEVEL_NOT_OURS);
  }

  @Test
  void a_claim_without_a_clause_of_the_mandate_is_refused() {
    item.given(new ItemListed(DETAILS))
        .when(new ClaimItem("局", OfficeLevel.COUNTY, " ", TODAY))
        .thenRejected(MANDATE_MISSING);
  }

  @Test
  void an_item_nobody_listed_cannot_be_claimed() {
    item.given().when(CLAIM).thenRejected(ITEM_UNKNOWN);
  }

  @Test
  void a_claimed_item_can_be_given_back_with_a_reason() {
    item.given(new ItemListed(DETAILS))
        .having(CLAIM)
        .when(new ReleaseItem("事权上收"))
        .then(new ItemReleased("局", "事权上收"));
    item.given(new ItemListed(DETAILS)).when(new ReleaseItem("x")).thenRejected(ITEM_NOT_CLAIMED);
  }

  @Test
  void importing_the_same_catalogue_again_changes_nothing() {
    item.given(new ItemListed(DETAILS)).having(CLAIM).when(new ListItem(DETAILS)).then();
  }
}
