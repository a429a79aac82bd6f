package cn.doublerandom.registry.item;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.registry.intake.ImportTrace;
import cn.doublerandom.registry.intake.ImportTrace.Stands;
import cn.doublerandom.registry.intake.ImportTrace.Told;
import cn.doublerandom.registry.intake.UndoRejection;
import cn.doublerandom.registry.intake.Undoable;
import cn.doublerandom.registry.item.ItemCommand.ApproveRenaming;
import cn.doublerandom.registry.item.ItemCommand.ClaimItem;
import cn.doublerandom.registry.item.ItemCommand.EndRenaming;
import cn.doublerandom.registry.item.ItemCommand.ListItem;
import cn.doublerandom.registry.item.ItemCommand.SetChecklist;
import cn.doublerandom.registry.item.ItemCommand.SupersedeItem;
import cn.doublerandom.registry.item.ItemEvent.ItemImportUndone;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a table made of the catalogue is taken back by a correction that is recorded (ADR 63). */
class ItemUndoingTest {
  private static final String IMPORT = "1a2b";
  private static final String BATCH = "2023-05-10-1a2b3c4d";
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final ItemDetails CHECK = item("经营行为检查", null);
  private static final Undoable.Agreed AGREED =
      new Undoable.Agreed(IMPORT, "交错了文件", JUNE, "registrar", "approver");
  private static final OfficeMandate OFFICE =
      new OfficeMandate(
          "局",
          OfficeLevel.COUNTY,
          "三定规定",
          List.of(new OfficeMandate.Clause("第三条", "行业监管", List.of("道路运输"))));

  private final ItemDecider rules = new ItemDecider();
  private final List<Told<ItemEvent>> story = new ArrayList<>();

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

  private InspectionItem now() {
    return rules.replay(story.stream().map(Told::event).toList());
  }

  private void does(ItemCommand command, boolean ofImport) {
    String occasion = "occasion " + story.size();
    if (!(rules.decide(command, now()) instanceof Decision.Accepted<ItemEvent>(var events))) {
      throw new AssertionError("refused: " + command);
    }
    events.forEach(event -> story.add(new Told<>(event, ofImport, occasion)));
  }

  private void isListed() {
    does(new ListItem(CHECK, "registrar", "B0"), false);
  }

  private void row(ItemDetails details) {
    does(new ListItem(details, "registrar", BATCH), true);
  }

  private void claim() {
    does(new ClaimItem("局", Optional.of(OFFICE), JUNE), false);
  }

  private ImportTrace<InspectionItem> trace() {
    return ImportTrace.of(story, IMPORT, new UndoableItems());
  }

  private Decision<ItemEvent> undo() {
    return rules.decide(new UndoableItems().undo((Stands<InspectionItem>) trace(), AGREED), now());
  }

  private void undone() {
    if (!(undo() instanceof Decision.Accepted<ItemEvent>(var events))) {
      throw new AssertionError("refused");
    }
    assertThat(events).singleElement().isInstanceOf(ItemImportUndone.class);
    story.add(new Told<>(events.getFirst(), false, "undo"));
  }

  @Test
  void an_item_a_table_changed_is_again_what_it_was() {
    isListed();
    row(item("经营行为检查", "不低于3%"));

    undone();

    assertThat(now()).isEqualTo(new InspectionItem.Unclaimed(CHECK, Optional.empty()));
    assertThat(trace()).isEqualTo(new ImportTrace.TakenBack<>(false));
  }

  @Test
  void an_item_a_table_listed_is_listed_no_more_and_a_later_table_lists_it_again() {
    row(CHECK);

    undone();

    assertThat(now())
        .isEqualTo(
            new InspectionItem.Superseded(
                CHECK, Optional.empty(), InspectionItem.Superseded.BY_UNDO));
    assertThat(trace()).isEqualTo(new ImportTrace.TakenBack<>(true));
    does(new ListItem(CHECK, "registrar", "B2"), false);
    assertThat(now()).isEqualTo(new InspectionItem.Unclaimed(CHECK, Optional.empty()));
  }

  @Test
  void an_item_the_catalogue_had_dropped_is_dropped_again() {
    isListed();
    does(new SupersedeItem("2024版"), false);
    row(CHECK);

    undone();

    assertThat(now()).isEqualTo(new InspectionItem.Superseded(CHECK, Optional.empty(), "2024版"));
  }

  @Test
  void who_claimed_it_before_keeps_it_under_the_name_it_had() {
    isListed();
    claim();
    row(item("改错的名称", null));
    does(new ApproveRenaming("approver", BATCH), false);

    undone();

    assertThat(now())
        .isInstanceOfSatisfying(
            InspectionItem.Claimed.class,
            claimed -> {
              assertThat(claimed.details()).isEqualTo(CHECK);
              assertThat(claimed.unit()).isEqualTo("局");
            });
  }

  @Test
  void a_name_the_table_asked_for_waits_no_more() {
    isListed();
    claim();
    row(item("改错的名称", null));

    undone();

    assertThat(((InspectionItem.Claimed) now()).renaming()).isEmpty();
  }

  @Test
  void a_name_nobody_agreed_to_leaves_nothing_to_take_back() {
    isListed();
    claim();
    row(item("改错的名称", null));
    does(new EndRenaming("approver", BATCH, "名称有误"), false);

    assertThat(undo()).isEqualTo(Decision.accept());
  }

  @Test
  void an_item_somebody_claimed_since_is_left_as_it_is() {
    row(CHECK);
    claim();

    assertThat(trace()).isEqualTo(new ImportTrace.ChangedSince<>());
  }

  @Test
  void whoever_changes_it_while_it_is_taken_back_comes_first() {
    row(CHECK);
    ItemCommand undo = new UndoableItems().undo((Stands<InspectionItem>) trace(), AGREED);
    does(new SetChecklist(new Checklist(List.of())), false);

    assertThat(rules.decide(undo, now()))
        .isEqualTo(Decision.reject(UndoRejection.CHANGED_SINCE_IMPORT));
  }
}
