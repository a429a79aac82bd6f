package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.InMemoryEventStore;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.intake.ImportCause;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.UndoCounts;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCategory;
import cn.doublerandom.registry.item.ItemCodec;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemDecider;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.item.UndoableItems;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long table is undone page by page, breaks off, goes on, and does nothing twice (ADR 59). */
class UndoPassTest {
  private static final String IMPORT = "1a2b";
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);

  /** Two pages and a half. */
  private static final int ROWS = 2 * Imports.CHUNK + Imports.CHUNK / 2;

  private static final OfficeMandate MANDATE =
      new OfficeMandate(
          "局",
          OfficeLevel.COUNTY,
          "三定规定",
          List.of(new OfficeMandate.Clause("第三条", "监督管理", List.of("道路运输"))));

  private final InMemoryEventStore store = new InMemoryEventStore();

  private static String code(int number) {
    return "JT-%05d".formatted(number);
  }

  private static CommandContext context() {
    Instant now = Instant.parse("2023-03-15T01:00:00Z");
    return new CommandContext(
        "registrar", now, now, "c", "r", Optional.empty(), OptionalLong.empty());
  }

  private static CommandHandler<ItemCommand, ItemEvent, InspectionItem> items(EventStore store) {
    return new CommandHandler<>(store, new ItemDecider(), ItemCodec.ofEvents());
  }

  /** Every row is one the table changed. */
  private static List<IntakeDirectory.Changed> changed(String importId, String after, int limit) {
    return IntStream.range(0, ROWS)
        .mapToObj(UndoPassTest::code)
        .filter(code -> code.compareTo(after) > 0)
        .limit(limit)
        .map(code -> new IntakeDirectory.Changed(importId, code))
        .toList();
  }

  private static UndoPass<ItemCommand, ItemEvent, InspectionItem> pass(EventStore store) {
    return new UndoPass<>(
        store, items(store), UndoPassTest::changed, RegistryStreams.ITEM, new UndoableItems());
  }

  private static ImportUndo.Occasion occasion() {
    return new ImportUndo.Occasion(IMPORT, "交错了清单", "registrar", "approver", content -> context());
  }

  @BeforeEach
  void a_long_table_lists_items() {
    Map<String, ItemCommand> rows = new LinkedHashMap<>();
    for (int number = 0; number < ROWS; number++) {
      var details =
          new ItemDetails(
              code(number),
              "经营行为检查",
              "道路运输条例",
              ItemCategory.GENERAL,
              OfficeLevel.COUNTY,
              "道路运输",
              "实地检查",
              null,
              null);
      rows.put(
          RegistryStreams.ITEM.of(details.code()),
          new ItemCommand.ListItem(details, "registrar", "2023-03-15-1a2b3c4d"));
    }
    items(store).handleAll(rows, context().causedBy(ImportCause.of(IMPORT))).await().indefinitely();
  }

  private void claim(int number) {
    assertThat(
            items(store)
                .handle(
                    RegistryStreams.ITEM.of(code(number)),
                    new ItemCommand.ClaimItem("局", Optional.of(MANDATE), TODAY),
                    context())
                .await()
                .indefinitely())
        .isInstanceOf(Handled.Done.class);
  }

  private long events(String type) {
    return store
        .load(IntStream.range(0, ROWS).mapToObj(n -> RegistryStreams.ITEM.of(code(n))).toList())
        .await()
        .indefinitely()
        .stream()
        .filter(event -> event.type().equals(type))
        .count();
  }

  @Test
  void what_it_would_come_to_is_counted_and_nothing_is_stored() {
    claim(7);

    UndoSum sum = pass(store).count(occasion(), entries -> {});

    assertThat(sum).isEqualTo(new UndoSum(new UndoCounts(ROWS - 1, 0, 0, 1), List.of(code(7))));
    assertThat(events("ItemImportUndone")).isZero();
  }

  @Test
  void an_undo_that_broke_off_goes_on_and_gives_nothing_back_twice() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            pass(store)
                .giveBack(
                    occasion(),
                    entries -> {
                      throw new IllegalStateException("the process dies");
                    }));
    assertThat(events("ItemImportUndone")).isEqualTo(Imports.CHUNK);

    UndoSum sum = pass(store).giveBack(occasion(), entries -> {});

    assertThat(sum.counts()).isEqualTo(new UndoCounts(ROWS, 0, 0, 0));
    assertThat(events("ItemImportUndone")).isEqualTo(ROWS);
  }

  @Test
  void who_claims_an_item_while_its_page_is_given_back_keeps_it_and_the_others_are_given_back() {
    UndoSum sum = pass(Interrupted.by(store, () -> claim(7))).giveBack(occasion(), entries -> {});

    assertThat(sum).isEqualTo(new UndoSum(new UndoCounts(ROWS - 1, 0, 0, 1), List.of(code(7))));
    assertThat(events("ItemImportUndone")).isEqualTo(ROWS - 1);
  }
}
