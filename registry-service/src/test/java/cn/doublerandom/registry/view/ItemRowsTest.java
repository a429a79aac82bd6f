package cn.doublerandom.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.ItemCategory;
import cn.doublerandom.registry.item.ItemCodec;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.item.ItemDirectory.Entry;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.item.ItemEvent.ChecklistSet;
import cn.doublerandom.registry.item.ItemEvent.ItemClaimed;
import cn.doublerandom.registry.item.ItemEvent.ItemListed;
import cn.doublerandom.registry.item.ItemEvent.ItemReleased;
import cn.doublerandom.registry.item.ItemEvent.ItemSuperseded;
import cn.doublerandom.registry.item.ItemEvent.ReleaseAsked;
import cn.doublerandom.registry.item.ItemEvent.ReleaseEnded;
import cn.doublerandom.registry.office.OfficeLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The list of items says who claimed what, and what waits for a second person. */
class ItemRowsTest {
  private static final ItemDetails DETAILS = item("经营行为检查", null);
  private static final ItemListed LISTED = ItemListed.alone(DETAILS);
  private static final String BRIGADE = "综合行政执法大队";
  private static final String MANDATE = "三定规定第三条（二）";
  private static final ItemClaimed CLAIMED =
      new ItemClaimed(BRIGADE, MANDATE, LocalDate.of(2023, 1, 10));
  private static final ReleaseAsked ASKED = new ReleaseAsked("职责划转", "keeper");
  private static final Checklist CHECKLIST =
      new Checklist(
          List.of(
              new Checklist.Question(
                  "q1", "是否公示收费标准？", Checklist.AnswerKind.YES_NO, "查看公示栏", "第二十条")));

  private static ItemDetails item(String name, @Nullable String ratio) {
    return new ItemDetails(
        "JT-01",
        name,
        "道路运输条例",
        ItemCategory.GENERAL,
        OfficeLevel.COUNTY,
        "道路运输",
        "实地检查",
        ratio,
        null);
  }

  private static Map<String, Entry> rows(ItemEvent... events) {
    return Registered.nothing()
        .given(ItemCodec.ofEvents(), RegistryStreams.ITEM.of("JT-01"), events)
        .rows("item_view", Entry.class);
  }

  private static Map<String, Entry> row(
      ItemDetails details,
      String claimedBy,
      String mandate,
      String supersededBy,
      @Nullable Checklist checklist,
      @Nullable String releaseWaits) {
    return Map.of(
        "JT-01",
        new Entry(details, claimedBy, mandate, supersededBy, checklist, releaseWaits, null));
  }

  private static Map<String, Entry> claimed(
      @Nullable Checklist checklist, @Nullable String releaseWaits) {
    return row(DETAILS, BRIGADE, MANDATE, "", checklist, releaseWaits);
  }

  @Test
  void an_item_the_catalogue_lists_is_nobodys_until_an_office_claims_it() {
    assertThat(rows(LISTED)).isEqualTo(row(DETAILS, "", "", "", null, null));
    assertThat(rows(LISTED, CLAIMED)).isEqualTo(claimed(null, null));
  }

  @Test
  void an_item_the_catalogue_changed_stays_with_who_claimed_it() {
    ItemDetails changed = item("道路运输经营行为检查", "不低于3%");
    assertThat(rows(LISTED, CLAIMED, new ChecklistSet(CHECKLIST), ASKED, ItemListed.alone(changed)))
        .isEqualTo(row(changed, BRIGADE, MANDATE, "", CHECKLIST, "职责划转"));
  }

  @Test
  void a_release_waits_until_it_ends_or_the_item_is_given_back() {
    assertThat(rows(LISTED, CLAIMED, ASKED)).isEqualTo(claimed(null, "职责划转"));
    assertThat(rows(LISTED, CLAIMED, ASKED, new ReleaseEnded("keeper", "仍由本单位负责")))
        .isEqualTo(claimed(null, null));
    assertThat(rows(LISTED, CLAIMED, ASKED, new ItemReleased(BRIGADE, "职责划转")))
        .isEqualTo(row(DETAILS, "", "", "", null, null));
  }

  @Test
  void an_item_given_back_can_be_claimed_by_another() {
    assertThat(
            rows(
                LISTED,
                CLAIMED,
                new ItemReleased(BRIGADE, "职责划转"),
                new ItemClaimed("公路站", "三定规定第四条", LocalDate.of(2023, 2, 1))))
        .isEqualTo(row(DETAILS, "公路站", "三定规定第四条", "", null, null));
  }

  @Test
  void an_item_the_catalogue_dropped_is_nobodys_until_it_is_listed_again() {
    var dropped = new ItemSuperseded("2024版");
    assertThat(rows(LISTED, CLAIMED, ASKED, dropped))
        .isEqualTo(row(DETAILS, "", "", "2024版", null, null));
    assertThat(rows(LISTED, CLAIMED, dropped, LISTED))
        .isEqualTo(row(DETAILS, "", "", "", null, null));
  }

  @Test
  void a_checklist_is_not_lost_by_what_becomes_of_the_item() {
    var laidDown = new ChecklistSet(CHECKLIST);
    assertThat(rows(LISTED, CLAIMED, ASKED, laidDown)).isEqualTo(claimed(CHECKLIST, "职责划转"));
    assertThat(rows(LISTED, laidDown, CLAIMED)).isEqualTo(claimed(CHECKLIST, null));
    assertThat(rows(LISTED, laidDown, CLAIMED, new ItemReleased(BRIGADE, "职责划转")))
        .isEqualTo(row(DETAILS, "", "", "", CHECKLIST, null));
    assertThat(rows(LISTED, laidDown, new ItemSuperseded("2024版")))
        .isEqualTo(row(DETAILS, "", "", "2024版", CHECKLIST, null));
  }

  @Test
  void a_checklist_of_an_item_that_was_dropped_does_not_list_it_again() {
    assertThat(rows(LISTED, new ItemSuperseded("2024版"), new ChecklistSet(CHECKLIST)))
        .isEqualTo(row(DETAILS, "", "", "2024版", CHECKLIST, null));
  }

  private static ItemEvent undone(@Nullable String supersededBy) {
    return new ItemEvent.ItemImportUndone(
        "1", "交错了清单", LocalDate.of(2023, 6, 1), DETAILS, supersededBy, "keeper", "approver");
  }

  @Test
  void an_import_that_is_undone_leaves_the_item_with_who_claimed_it_or_lists_it_no_more() {
    var changed = ItemListed.alone(item("经营行为检查", "不低于3%"));
    assertThat(rows(LISTED, CLAIMED, changed, undone(null))).isEqualTo(claimed(null, null));
    assertThat(rows(LISTED, undone("-"))).isEqualTo(row(DETAILS, "", "", "-", null, null));
    assertThat(rows(LISTED, undone("-"), LISTED)).isEqualTo(row(DETAILS, "", "", "", null, null));
  }

  @Test
  void another_name_waits_until_it_ends_or_the_item_has_it() {
    ItemDetails changed = item("道路运输经营行为检查", "不低于3%");
    var asked = new ItemEvent.RenamingAsked(changed, "keeper", "B1");
    Entry waiting =
        new Entry(DETAILS, BRIGADE, MANDATE, "", null, null, null)
            .renamed(new ItemDirectory.Renamed("道路运输经营行为检查", "B1"));
    assertThat(rows(LISTED, CLAIMED, asked)).isEqualTo(Map.of("JT-01", waiting));
    assertThat(rows(LISTED, CLAIMED, asked, ASKED))
        .isEqualTo(Map.of("JT-01", waiting.waiting("职责划转")));
    assertThat(rows(LISTED, CLAIMED, asked, new ChecklistSet(CHECKLIST)).get("JT-01").renaming())
        .isEqualTo(waiting.renaming());
    assertThat(rows(LISTED, CLAIMED, asked, new ItemEvent.RenamingEnded("keeper", "名称有误")))
        .isEqualTo(claimed(null, null));
    assertThat(rows(LISTED, CLAIMED, asked, new ItemListed(changed, "keeper", "approver")))
        .isEqualTo(row(changed, BRIGADE, MANDATE, "", null, null));
    assertThat(rows(LISTED, CLAIMED, asked, new ItemReleased(BRIGADE, "职责划转")))
        .isEqualTo(row(DETAILS, "", "", "", null, null));
  }
}
