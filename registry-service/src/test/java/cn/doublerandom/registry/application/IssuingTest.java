package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.InMemoryEventStore;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.catalogue.Catalogue;
import cn.doublerandom.registry.catalogue.CatalogueCodec;
import cn.doublerandom.registry.catalogue.CatalogueDecider;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCategory;
import cn.doublerandom.registry.item.ItemCodec;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemDecider;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.registry.office.OfficeMandate;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A version of the list against the claim of an item it leaves out. */
class IssuingTest {
  private static final String BATCH = "2023-03-15-1a2b3c4d";
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  private static final ItemDetails LEFT_OUT = item("JT-01");
  private static final ItemDetails NEW = item("JT-02");
  private static final Catalogue.Issued VERSION =
      new Catalogue.Issued("2023", "省局", TODAY, List.of(NEW));
  private static final OfficeMandate MANDATE =
      new OfficeMandate(
          "局",
          OfficeLevel.COUNTY,
          "三定规定",
          List.of(new OfficeMandate.Clause("第三条", "监督管理", List.of("道路运输"))));

  private final InMemoryEventStore store = new InMemoryEventStore();

  private static ItemDetails named(ItemDetails item, String name) {
    return item(item.code(), name);
  }

  private static ItemDetails item(String code) {
    return item(code, "经营行为检查");
  }

  private static ItemDetails item(String code, String name) {
    return new ItemDetails(
        code, name, "道路运输条例", ItemCategory.GENERAL, OfficeLevel.COUNTY, "道路运输", "实地检查", null, null);
  }

  private static CommandHandler<ItemCommand, ItemEvent, InspectionItem> items(EventStore store) {
    return new CommandHandler<>(store, new ItemDecider(), ItemCodec.ofEvents());
  }

  private static Issuing issuing(EventStore store) {
    return new Issuing(
        new CommandHandler<>(store, new CatalogueDecider(), CatalogueCodec.ofEvents()),
        items(store));
  }

  private static CommandContext context() {
    Instant now = Instant.parse("2023-03-15T01:00:00Z");
    return new CommandContext(
        "registrar", now, now, "c", "r", Optional.empty(), OptionalLong.empty());
  }

  private void item(String code, ItemCommand command) {
    assertThat(
            items(store)
                .handle(RegistryStreams.ITEM.of(code), command, context())
                .await()
                .indefinitely())
        .isInstanceOf(Handled.Done.class);
  }

  private void claim() {
    item(LEFT_OUT.code(), new ItemCommand.ClaimItem("局", Optional.of(MANDATE), TODAY));
  }

  private static List<String> issue(EventStore store, Catalogue.Issued version) {
    Map<String, ItemCommand> commands = new LinkedHashMap<>();
    version
        .items()
        .forEach(item ->
            commands.put(
                RegistryStreams.ITEM.of(item.code()),
                new ItemCommand.ListItem(item, "registrar", BATCH)));
    commands.putIfAbsent(
        RegistryStreams.ITEM.of(LEFT_OUT.code()), new ItemCommand.SupersedeItem(version.version()));
    return issuing(store).issue(version, commands, context()).await().indefinitely();
  }

  private InspectionItem state(String code) {
    return items(store).load(RegistryStreams.ITEM.of(code)).await().indefinitely().state();
  }

  private boolean isIssued(String version) {
    return new CommandHandler<>(store, new CatalogueDecider(), CatalogueCodec.ofEvents())
            .load(RegistryStreams.CATALOGUE.of(version))
            .await()
            .indefinitely()
            .state()
        instanceof Catalogue.Issued;
  }

  @BeforeEach
  void an_item_is_listed() {
    item(LEFT_OUT.code(), new ItemCommand.ListItem(LEFT_OUT, "registrar", BATCH));
  }

  private static void claimed(Runnable issue) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(issue::run)
        .satisfies(refused -> {
          assertThat(refused.rejection()).isEqualTo(RegistryRejection.ITEM_CLAIMED);
          assertThat(refused.context()).containsEntry("items", List.of(LEFT_OUT.code()));
        });
  }

  @Test
  void a_version_is_issued_with_all_it_does_to_the_items() {
    issue(store, VERSION);
    assertThat(isIssued(VERSION.version())).isTrue();
    assertThat(state(NEW.code())).isInstanceOf(InspectionItem.Unclaimed.class);
    assertThat(state(LEFT_OUT.code())).isInstanceOf(InspectionItem.Superseded.class);
  }

  @Test
  void nothing_of_a_version_is_issued_that_leaves_out_what_is_claimed() {
    claim();
    claimed(() -> issue(store, VERSION));
    assertThat(isIssued(VERSION.version())).isFalse();
    assertThat(state(NEW.code())).isInstanceOf(InspectionItem.Unlisted.class);
  }

  @Test
  void nor_where_it_is_claimed_in_between() {
    claimed(() -> issue(Interrupted.by(store, this::claim), VERSION));
    assertThat(isIssued(VERSION.version())).isFalse();
    assertThat(state(NEW.code())).isInstanceOf(InspectionItem.Unlisted.class);
    assertThat(state(LEFT_OUT.code())).isInstanceOf(InspectionItem.Claimed.class);
  }

  @Test
  void what_a_version_calls_a_claimed_item_waits_and_the_version_is_issued() {
    claim();
    var renamed =
        new Catalogue.Issued("2024", "省局", TODAY, List.of(named(LEFT_OUT, "经营情况检查"), NEW));
    assertThat(issue(store, renamed)).containsExactly(LEFT_OUT.code());
    assertThat(isIssued("2024")).isTrue();
    assertThat(state(LEFT_OUT.code()))
        .isInstanceOfSatisfying(
            InspectionItem.Claimed.class,
            claimed -> assertThat(claimed.details()).isEqualTo(LEFT_OUT));
    assertThat(issue(store, renamed)).as("nothing is asked anew").isEmpty();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() ->
            issue(
                store,
                new Catalogue.Issued("2025", "省局", TODAY, List.of(named(LEFT_OUT, "其他检查"), NEW))))
        .satisfies(refused -> {
          assertThat(refused.rejection()).isEqualTo(RegistryRejection.RENAMING_WAITS);
          assertThat(refused.context()).containsEntry("items", List.of(LEFT_OUT.code()));
        });
    assertThat(isIssued("2025")).isFalse();
  }

  @Test
  void a_version_that_changes_no_item_is_issued_too() {
    issue(store, VERSION);
    issue(store, new Catalogue.Issued("2023.1", "省局", TODAY, List.of(NEW)));
    assertThat(isIssued("2023.1")).isTrue();
  }

  @Test
  void a_version_that_was_issued_with_other_items_changes_none() {
    issue(store, VERSION);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () -> issue(store, new Catalogue.Issued("2023", "省局", TODAY, List.of(item("JT-03")))))
        .satisfies(refused ->
            assertThat(refused.rejection()).isEqualTo(RegistryRejection.CATALOGUE_VERSION_TAKEN));
    assertThat(state("JT-03")).isInstanceOf(InspectionItem.Unlisted.class);
  }
}
