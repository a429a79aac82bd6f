package cn.doublerandom.draw.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeFoundationsTest {
  private static final List<KnownSubject> SUBJECTS =
      List.of(
          new KnownSubject("1", "甲", "ENTERPRISE", List.of("道路运输"), "ACTIVE", "A", null, null),
          new KnownSubject("2", "乙", "PROJECT", List.of("公路工程"), "CANCELLED", null, null, null));
  private static final List<KnownItem> ITEMS =
      List.of(
          new KnownItem("JT-1", "许可检查", "道路运输", true, false, null),
          new KnownItem("JT-2", "质量检查", "公路工程质量", false, false, null));

  private static List<String> missing(String kind, String label, String field) {
    return ScopeFoundations.missing(
        Map.of("2023001-001", new TaskScope(kind, List.of(label), List.of(field))),
        SUBJECTS,
        ITEMS);
  }

  @Test
  void a_scope_the_registers_know_is_founded() {
    assertThat(missing("ENTERPRISE", "道路运输", "道路运输")).isEmpty();
  }

  @Test
  void a_label_or_field_nobody_knows_and_a_scope_without_subject_are_named() {
    assertThat(missing("ENTERPRISE", "道路运轮", "道路运输"))
        .containsExactly("任务 2023001-001：名录库中没有标签“道路运轮”。", "任务 2023001-001：范围内没有存续的检查对象。");
    assertThat(missing("ENTERPRISE", "道路运输", "公路工程质量"))
        .containsExactly("任务 2023001-001：没有已认领的“公路工程质量”领域事项。");
    assertThat(missing("PROJECT", "公路工程", "道路运输")).containsExactly("任务 2023001-001：范围内没有存续的检查对象。");
  }
}
