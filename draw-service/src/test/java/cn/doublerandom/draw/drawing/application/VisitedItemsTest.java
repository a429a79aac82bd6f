package cn.doublerandom.draw.drawing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.draw.ProgrammeRejection;
import cn.doublerandom.draw.drawing.Combination;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeContent;
import cn.doublerandom.draw.register.KnownEntry.FormerName;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A published programme is widened by nobody's later claim (每期抽查实施方案, R28). */
class VisitedItemsTest {
  private static final PlanTask TASK = FreezeSample.task("002");
  private static final LocalDate PUBLISHED = LocalDate.of(2023, 3, 10);
  private static final KnownItem OLD = item("JT-1", "经营行为检查", null);
  private static final KnownItem SAME_DAY = item("JT-2", "安全生产检查", PUBLISHED);
  private static final KnownItem LATER = item("JT-3", "经营行为检查", PUBLISHED.plusDays(1));

  private static KnownItem item(String code, String name, @Nullable LocalDate claimedOn) {
    return new KnownItem(code, name, "道路运输", true, null, claimedOn);
  }

  private static List<String> visited(List<KnownItem> items, String... named) {
    return narrowed(items, named).stream().map(FrozenFrame.Item::code).toList();
  }

  private static List<FrozenFrame.Item> narrowed(List<KnownItem> items, String... named) {
    var programme =
        new ProgrammeContent(
            "实施方案",
            "交执〔2023〕1号",
            List.of(named),
            LocalDate.of(2023, 3, 15),
            LocalDate.of(2023, 6, 30),
            1,
            "培训",
            "实地",
            "法制安全科");
    var scope = new TaskScope("ENTERPRISE", List.of(), List.of("道路运输"));
    return VisitedItems.narrow(
            List.of(new Combination.Partner(TASK, scope, TASK.quotaRead(), List.of())),
            items,
            Optional.of(new Programme.Published(programme, PUBLISHED, PUBLISHED, Set.of())))
        .stream()
        .flatMap(partner -> partner.items().stream())
        .toList();
  }

  @Test
  void an_item_claimed_after_the_programme_was_published_is_no_part_of_the_visit() {
    assertThat(visited(List.of(OLD, SAME_DAY, LATER), "经营行为检查")).containsExactly("JT-1");
    assertThat(visited(List.of(OLD, SAME_DAY, LATER), "按本任务抽查事项")).containsExactly("JT-1", "JT-2");
  }

  @Test
  void a_renamed_item_is_what_the_programme_of_before_named_and_bears_its_new_name() {
    var renamed =
        new KnownItem(
            "JT-1",
            "经营行为与服务质量检查",
            "道路运输",
            true,
            null,
            null,
            List.of(new FormerName("经营行为检查", PUBLISHED.plusDays(3))));
    assertThat(narrowed(List.of(renamed, SAME_DAY), "经营行为检查"))
        .containsExactly(new FrozenFrame.Item("JT-1", "经营行为与服务质量检查"));
    assertThat(narrowed(List.of(renamed, SAME_DAY), "按本任务抽查事项"))
        .containsExactly(
            new FrozenFrame.Item("JT-1", "经营行为与服务质量检查"), new FrozenFrame.Item("JT-2", "安全生产检查"));
    assertThat(visited(List.of(renamed, SAME_DAY), "JT-1")).containsExactly("JT-1");
  }

  @Test
  void on_the_day_of_the_renaming_a_programme_may_say_either_name_and_later_only_the_new_one() {
    for (int days : List.of(0, -1)) {
      var renamed =
          new KnownItem(
              "JT-1",
              "经营行为与服务质量检查",
              "道路运输",
              true,
              null,
              null,
              List.of(new FormerName("经营行为检查", PUBLISHED.plusDays(days))));
      List<KnownItem> items = List.of(renamed, SAME_DAY);
      assertThat(visited(items, "经营行为与服务质量检查")).containsExactly("JT-1");
      assertThat(visited(items, "经营行为检查")).hasSize(days == 0 ? 1 : 2);
    }
  }

  @Test
  void a_name_that_fits_several_claimed_items_is_not_drawn_with() {
    List<KnownItem> items = List.of(OLD, item("JT-4", "经营行为检查", PUBLISHED));
    assertThatThrownBy(() -> visited(items, "经营行为检查"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.rejection())
                    .isEqualTo(ProgrammeRejection.PROGRAMME_ITEM_AMBIGUOUS));
    assertThat(visited(items, "经营行为检查", "JT-4")).containsExactly("JT-4");
  }
}
