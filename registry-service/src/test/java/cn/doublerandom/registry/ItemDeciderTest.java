package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegistryRejection.CHECKLIST_UNFIT;
import static cn.doublerandom.registry.RegistryRejection.ITEM_ALREADY_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_LEVEL_NOT_OURS;
import static cn.doublerandom.registry.RegistryRejection.ITEM_NOT_CLAIMED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_OUTSIDE_MANDATE;
import static cn.doublerandom.registry.RegistryRejection.ITEM_SUPERSEDED;
import static cn.doublerandom.registry.RegistryRejection.ITEM_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.MANDATE_MISSING;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RegistryRejection.RELEASE_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.RELEASE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.RELEASE_WAITS;
import static cn.doublerandom.registry.RegistryRejection.RENAMING_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.RENAMING_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.RENAMING_WAITS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCategory;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemCommand.ApproveRelease;
import cn.doublerandom.registry.item.ItemCommand.ApproveRenaming;
import cn.doublerandom.registry.item.ItemCommand.ClaimItem;
import cn.doublerandom.registry.item.ItemCommand.EndRelease;
import cn.doublerandom.registry.item.ItemCommand.EndRenaming;
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
import cn.doublerandom.registry.item.ItemEvent.ReleaseAsked;
import cn.doublerandom.registry.item.ItemEvent.ReleaseEnded;
import cn.doublerandom.registry.item.ItemEvent.RenamingAsked;
import cn.doublerandom.registry.item.ItemEvent.RenamingEnded;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    item.given(ItemListed.alone(DETAILS)).when(CLAIM).then(new ItemClaimed("局", "第三条", TODAY));
    item.given(ItemListed.alone(DETAILS))
        .having(CLAIM)
        .when(CLAIM)
        .thenRejected(ITEM_ALREADY_CLAIMED);
  }

  @Test
  void an_item_of_another_level_cannot_be_claimed() {
    item.given(ItemListed.alone(DETAILS))
        .when(new ClaimItem("局", Optional.of(mandate(OfficeLevel.CITY, "道路运输")), TODAY))
        .thenRejected(ITEM_LEVEL_NOT_OURS);
  }

  @Test
  void an_office_whose_mandate_nobody_registered_cannot_claim() {
    item.given(ItemListed.alone(DETAILS))
        .when(new ClaimItem("局", Optional.empty(), TODAY))
        .thenRejected(MANDATE_MISSING);
  }

  @Test
  void an_item_nobody_listed_cannot_be_claimed() {
    item.given().when(CLAIM).thenRejected(ITEM_UNKNOWN);
  }

  private DeciderSpecification<ItemCommand, ItemEvent, InspectionItem>.Given claimed() {
    return item.given(ItemListed.alone(DETAILS)).having(CLAIM);
  }

  private static final ReleaseItem RELEASE = new ReleaseItem("事权上收", "coordinator");

  @Test
  void a_claimed_item_is_given_back_with_a_reason_and_by_two_people() {
    claimed().when(RELEASE).then(new ReleaseAsked("事权上收", "coordinator"));
    claimed()
        .having(RELEASE)
        .when(new ApproveRelease("approver"))
        .then(new ItemReleased("局", "事权上收"));
    item.given(ItemListed.alone(DETAILS)).when(RELEASE).thenRejected(ITEM_NOT_CLAIMED);
    item.given(ItemListed.alone(DETAILS))
        .when(new ApproveRelease("approver"))
        .thenRejected(ITEM_NOT_CLAIMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"coordinator", "Coordinator ", "ｃｏｏｒｄｉｎａｔｏｒ", "coordi\u200bnator"})
  void nobody_approves_the_release_he_asked_for_however_he_spells_himself(String account) {
    claimed()
        .having(RELEASE)
        .when(new ApproveRelease(account))
        .thenRejected(RELEASE_NEEDS_SECOND_PERSON);
  }

  @Test
  void one_release_waits_at_a_time_and_nothing_is_approved_that_nobody_asked_for() {
    claimed().when(new ApproveRelease("approver")).thenRejected(RELEASE_NOT_REQUESTED);
    claimed().having(RELEASE).when(RELEASE).then();
    for (String anybody : List.of("registrar", "coordinator")) {
      claimed().having(RELEASE).when(new ReleaseItem("另有原因", anybody)).thenRejected(RELEASE_WAITS);
    }
    claimed().when(new ReleaseItem("x", "coordinator")).thenRejected(REASON_MISSING);
  }

  @Test
  void a_release_that_was_declined_or_taken_back_is_approved_by_nobody() {
    for (String by : List.of("coordinator", "approver")) {
      claimed()
          .having(RELEASE)
          .when(new EndRelease(by, "仍由本单位负责"))
          .then(new ReleaseEnded(by, "仍由本单位负责"));
      claimed()
          .having(RELEASE)
          .having(new EndRelease(by, "仍由本单位负责"))
          .when(new ApproveRelease("chief"))
          .thenRejected(RELEASE_NOT_REQUESTED);
    }
    claimed().having(RELEASE).when(new EndRelease("approver", " ")).thenRejected(REASON_MISSING);
    claimed().when(new EndRelease("approver", "仍由本单位负责")).thenRejected(RELEASE_NOT_REQUESTED);
  }

  @Test
  void an_old_release_waits_for_nobody_after_the_item_was_claimed_anew() {
    claimed()
        .having(RELEASE)
        .having(new ApproveRelease("approver"))
        .having(CLAIM)
        .when(new ApproveRelease("approver"))
        .thenRejected(RELEASE_NOT_REQUESTED);
  }

  static Stream<ItemDetails> otherItems() {
    ItemDetails d = DETAILS;
    return Stream.of(
        with(d.legalBasis(), d.category(), d.level(), "水路运输", d.method()),
        with(d.legalBasis(), d.category(), d.level(), d.field(), "书面检查"),
        with("另一条例", d.category(), d.level(), d.field(), d.method()),
        with(d.legalBasis(), d.category(), OfficeLevel.CITY, d.field(), d.method()),
        with(d.legalBasis(), ItemCategory.KEY, d.level(), d.field(), d.method()));
  }

  private static ItemDetails with(
      String basis, ItemCategory category, OfficeLevel level, String field, String method) {
    return new ItemDetails(
        DETAILS.code(), DETAILS.name(), basis, category, level, field, method, null, null);
  }

  @ParameterizedTest
  @MethodSource("otherItems")
  void no_table_makes_another_item_of_one_an_office_has_claimed(ItemDetails other) {
    claimed().when(list(other)).thenRejected(ITEM_CLAIMED, Map.of("item", "JT-01"));
    claimed().having(RELEASE).when(list(other)).thenRejected(ITEM_CLAIMED);
    claimed()
        .having(RELEASE)
        .having(new ApproveRelease("approver"))
        .when(list(other))
        .then(ItemListed.alone(other));
    item.given(ItemListed.alone(DETAILS)).when(list(other)).then(ItemListed.alone(other));
  }

  private static ListItem list(ItemDetails details) {
    return new ListItem(details, "registrar", "B1");
  }

  private static ItemDetails written(String name, String ratio) {
    return new ItemDetails(
        "JT-01",
        name,
        DETAILS.legalBasis(),
        DETAILS.category(),
        DETAILS.level(),
        DETAILS.field(),
        DETAILS.method(),
        ratio,
        "1次/年");
  }

  @Test
  void how_often_a_claimed_item_is_checked_may_change() {
    ItemDetails ratio = written(DETAILS.name(), "3%");
    claimed().when(list(ratio)).then(ItemListed.alone(ratio));
  }

  private static final ItemDetails RENAMED = written("经营行为检查（2024）", "3%");
  private static final RenamingAsked ASKED = new RenamingAsked(RENAMED, "registrar", "B1");

  @Test
  void a_claimed_item_has_another_name_when_another_person_agreed() {
    claimed().when(list(RENAMED)).then(ASKED);
    var waiting = claimed().having(list(RENAMED));
    assertThat(((InspectionItem.Claimed) waiting.when(list(RENAMED)).state()).details())
        .as("until then it has its own")
        .isEqualTo(DETAILS);
    waiting
        .when(new ApproveRenaming("approver", null))
        .then(new ItemListed(RENAMED, "registrar", "approver"));
    assertThat(
            ((InspectionItem.Claimed) waiting.when(new ApproveRenaming("approver", "B1")).state())
                .renaming())
        .isEmpty();
    item.given(ItemListed.alone(DETAILS)).when(list(RENAMED)).then(ItemListed.alone(RENAMED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"registrar", "Registrar ", "ｒｅｇｉｓｔｒａｒ", "regi\u200bstrar"})
  void nobody_agrees_to_the_name_his_own_table_gave(String account) {
    claimed()
        .having(list(RENAMED))
        .when(new ApproveRenaming(account, null))
        .thenRejected(RENAMING_NEEDS_SECOND_PERSON);
  }

  @Test
  void one_name_waits_at_a_time_and_only_what_waits_is_decided() {
    var waiting = claimed().having(list(RENAMED));
    waiting.when(list(RENAMED)).then();
    waiting.when(list(DETAILS)).then();
    waiting.when(list(written("其他检查", "3%"))).thenRejected(RENAMING_WAITS);
    waiting.when(list(written(DETAILS.name(), "5%"))).thenRejected(RENAMING_WAITS);
    waiting.when(new ApproveRenaming("approver", "B2")).thenRejected(RENAMING_NOT_REQUESTED);
    for (String by : List.of("registrar", "approver")) {
      claimed()
          .having(list(RENAMED))
          .when(new EndRenaming(by, "B1", "名称有误"))
          .then(new RenamingEnded(by, "名称有误"));
      claimed()
          .having(list(RENAMED))
          .having(new EndRenaming(by, null, "名称有误"))
          .when(new ApproveRenaming("chief", null))
          .thenRejected(RENAMING_NOT_REQUESTED);
    }
    claimed()
        .having(list(RENAMED))
        .when(new EndRenaming("approver", null, "x"))
        .thenRejected(REASON_MISSING);
    claimed().when(new EndRenaming("approver", null, "名称有误")).thenRejected(RENAMING_NOT_REQUESTED);
    item.given(ItemListed.alone(DETAILS))
        .when(new ApproveRenaming("approver", null))
        .thenRejected(RENAMING_NOT_REQUESTED);
  }

  @Test
  void a_name_waits_no_more_where_the_item_is_given_back() {
    claimed()
        .having(list(RENAMED))
        .having(RELEASE)
        .having(new ApproveRelease("approver"))
        .having(CLAIM)
        .when(new ApproveRenaming("approver", null))
        .thenRejected(RENAMING_NOT_REQUESTED);
  }

  @Test
  void importing_the_same_catalogue_again_changes_nothing() {
    item.given(ItemListed.alone(DETAILS)).having(CLAIM).when(list(DETAILS)).then();
  }

  @Test
  void a_claim_outside_the_mandate_is_refused_and_says_which_clauses_there_are() {
    item.given(ItemListed.alone(DETAILS))
        .when(new ClaimItem("局", Optional.of(mandate(OfficeLevel.COUNTY, "公路工程", "水路运输")), TODAY))
        .thenRejected(
            ITEM_OUTSIDE_MANDATE, Map.of("itemField", "道路运输", "mandate", "三定规定：第三条（公路工程、水路运输）"));
  }

  @Test
  void an_item_the_new_catalogue_leaves_out_is_given_back_by_two_first_and_not_claimed_again() {
    claimed().when(new SupersedeItem("2024-01")).thenRejected(ITEM_CLAIMED);
    claimed()
        .having(RELEASE)
        .having(new ApproveRelease("approver"))
        .when(new SupersedeItem("2024-01"))
        .then(new ItemSuperseded("2024-01"));
    item.given(ItemListed.alone(DETAILS), new ItemSuperseded("2024-01"))
        .when(CLAIM)
        .thenRejected(ITEM_SUPERSEDED);
    item.given(ItemListed.alone(DETAILS), new ItemSuperseded("2024-01"), ItemListed.alone(DETAILS))
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
    item.given(ItemListed.alone(DETAILS))
        .when(new SetChecklist(checklist))
        .then(new ChecklistSet(checklist));
    item.given(ItemListed.alone(DETAILS), new ChecklistSet(checklist))
        .having(CLAIM)
        .when(new SetChecklist(checklist))
        .then();
  }

  @Test
  void a_question_that_nobody_could_answer_is_not_laid_down() {
    for (Checklist.Question unsound :
        List.of(
            question(Checklist.AnswerKind.CHOICE, List.of("合格", "合格"), null, null),
            question(Checklist.AnswerKind.CHOICE, null, null, null),
            question(Checklist.AnswerKind.CHOICE, List.of("合格", "不合格"), "1", null),
            question(Checklist.AnswerKind.NUMBER, null, "10", "9.5"),
            question(Checklist.AnswerKind.PHOTO, List.of("合格", "不合格"), null, null),
            question(Checklist.AnswerKind.TEXT, null, null, "9"))) {
      item.given(ItemListed.alone(DETAILS))
          .when(new SetChecklist(new Checklist(List.of(unsound))))
          .thenRejected(CHECKLIST_UNFIT);
    }
    var sound =
        new Checklist(
            List.of(
                question(Checklist.AnswerKind.CHOICE, List.of("合格", "不合格"), null, null),
                question(Checklist.AnswerKind.NUMBER, null, "9.50", "9.5"),
                question(Checklist.AnswerKind.PHOTO, null, null, null)));
    item.given(ItemListed.alone(DETAILS))
        .when(new SetChecklist(sound))
        .then(new ChecklistSet(sound));
  }

  private static Checklist.Question question(
      Checklist.AnswerKind kind,
      @Nullable List<String> options,
      @Nullable String least,
      @Nullable String most) {
    return new Checklist.Question("Q1", "问", kind, "", "", options, null, least, most);
  }

  private static OfficeMandate mandate(OfficeLevel level, String... fields) {
    return new OfficeMandate(
        "局", level, "三定规定", List.of(new OfficeMandate.Clause("第三条", "行业监管", List.of(fields))));
  }
}
