package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegistryRejection.ITEM_ALREADY_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_LEVEL_NOT_OURS;
import static cn.doublerandom.registry.RegistryRejection.ITEM_NOT_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_OUTSIDE_MANDATE;
import static cn.doublerandom.registry.RegistryRejection.ITEM_SUPERSEDED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.MANDATE_MISSING;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCategory;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemCommand.ClaimItem;
import cn.doublerandom.registry.item.ItemCommand.ListItem;
import cn.doublerandom.registry.item.ItemCommand.ReleaseItem;
import cn.doublerandom.registry.item.ItemCommand.SetChecklist;
import cn.doublerandom.registry.item.ItemCommand.SupersedeItem;
import cn.doublerandom.registry.item.ItemDecider;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.item.ItemEvent.ChecklistSet;
import cn.doublerandom.registry.item.ItemEvent.ItemClaimed;
import cn.doublerandom.registry.item.ItemEvent.ItemListed;
import cn.doublerandom.registry.item.ItemEvent.ItemReleased;
import cn.doublerandom.registry.item.ItemEvent.ItemSuperseded;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  private static final ItemDetails DETAILS =
      new ItemDetails(
          "JT-01",
          "经营行为检查",
          "道路运输条例",
          ItemCategory.GENERAL,
          OfficeLevel.COUNTY,
          "道路运输",
          "实地检查",
          null,
          null);
  private static final OfficeMandate OFFICE = mandate(OfficeLevel.COUNTY, "道路运输");
  private static final ClaimItem CLAIM = new ClaimItem("局", Optional.of(OFFICE), TODAY);

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
        .when(new ClaimItem("局", Optional.of(mandate(OfficeLevel.CITY, "道路运输")), TODAY))
        .thenRejected(ITEM_LEVEL_NOT_OURS);
  }

  @Test
  void an_office_whose_mandate_nobody_registered_cannot_claim() {
    item.given(new ItemListed(DETAILS))
        .when(new ClaimItem("局", Optional.empty(), TODAY))
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

  @Test
  void a_claim_outside_the_mandate_is_refused_and_says_which_clauses_there_are() {
    item.given(new ItemListed(DETAILS))
        .when(new ClaimItem("局", Optional.of(mandate(OfficeLevel.COUNTY, "公路工程", "水路运输")), TODAY))
        .thenRejected(
            ITEM_OUTSIDE_MANDATE, Map.of("itemField", "道路运输", "mandate", "三定规定：第三条（公路工程、水路运输）"));
  }

  @Test
  void an_item_the_new_catalogue_leaves_out_is_given_back_and_cannot_be_claimed_again() {
    item.given(new ItemListed(DETAILS))
        .having(CLAIM)
        .when(new SupersedeItem("2024-01"))
        .then(new ItemReleased("局", "目录 2024-01 不再列入此事项"), new ItemSuperseded("2024-01"));
    item.given(new ItemListed(DETAILS), new ItemSuperseded("2024-01"))
        .when(CLAIM)
        .thenRejected(ITEM_SUPERSEDED);
    item.given(new ItemListed(DETAILS), new ItemSuperseded("2024-01"), new ItemListed(DETAILS))
        .when(CLAIM)
        .then(new ItemClaimed("局", "第三条", TODAY));
  }

  @Test
  void a_checklist_stays_with_the_item_whoever_claims_it() {
    var checklist =
        new Checklist(
            List.of(
                new Checklist.Question(
                    "Q1", "是否在许可范围内经营？", Checklist.AnswerKind.YES_NO, "查验许可证", "第六十三条")));
    item.given(new ItemListed(DETAILS))
        .when(new SetChecklist(checklist))
        .then(new ChecklistSet(checklist));
    item.given(new ItemListed(DETAILS), new ChecklistSet(checklist))
        .having(CLAIM)
        .when(new SetChecklist(checklist))
        .then();
  }

  private static OfficeMandate mandate(OfficeLevel level, String... fields) {
    return new OfficeMandate(
        "局", level, "三定规定", List.of(new OfficeMandate.Clause("第三条", "行业监管", List.of(fields))));
  }
}
