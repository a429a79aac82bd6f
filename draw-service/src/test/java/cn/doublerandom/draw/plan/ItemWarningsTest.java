package cn.doublerandom.draw.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemWarningsTest {
  private static final Map<String, TaskScope> SCOPES =
      Map.of("2023001-001", new TaskScope("ENTERPRISE", List.of(), List.of("道路运输")));

  private static List<String> codes(KnownItem... items) {
    return ItemWarnings.of(SCOPES, List.of(items)).stream().map(PlanWarning::code).toList();
  }

  @Test
  void a_plan_whose_items_are_all_claimed_needs_no_warning() {
    assertThat(codes(new KnownItem("A", "甲", "道路运输", true, null, null))).isEmpty();
  }

  @Test
  void a_plan_hears_of_an_item_that_was_given_back() {
    assertThat(
            codes(
                new KnownItem("A", "甲", "道路运输", true, null, null),
                new KnownItem("B", "乙", "道路运输", false, null, null)))
        .containsExactly("ITEM_RELEASED");
  }

  @Test
  void a_task_left_without_any_item_is_told_apart() {
    assertThat(codes(new KnownItem("B", "乙", "道路运输", false, null, null)))
        .containsExactly("ITEM_RELEASED", "FIELD_WITHOUT_ITEMS");
    assertThat(codes(new KnownItem("C", "丙", "公路工程", true, null, null)))
        .containsExactly("FIELD_WITHOUT_ITEMS");
  }
}
