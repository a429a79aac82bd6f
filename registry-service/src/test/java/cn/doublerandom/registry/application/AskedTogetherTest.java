package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Pending;
import cn.doublerandom.servicekit.waiting.PendingGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is decided on with one press waits as one thing, and says all that is in it. */
class AskedTogetherTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  private static final String BATCH = "2023-03-15-1a2b3c4d";

  private static PendingGroup asked(String kind, String by, int count) {
    return new PendingGroup(
        "subject-" + kind + by,
        Pending.of(kind, "91130534MA" + kind)
            .notFor(Set.of(by))
            .in(BATCH)
            .since(TODAY)
            .saying("of", "91130534MA" + kind)
            .saying("by", by),
        count);
  }

  @Test
  void new_and_changed_entries_of_one_table_are_one_line_that_says_how_many_of_each() {
    var all =
        AskedTogether.of(List.of(asked("entry", "registrar", 11), asked("status", "registrar", 1)));

    assertThat(all).hasSize(1);
    Matter said = new RegistryMatters(TODAY).waiting(all.getFirst(), Map.of());
    assertThat(said.chinese())
        .isEqualTo("批准批次 " + BATCH + " 的 12 项申请（登记状态或名录信息 1 项、新入库 11 户）（registrar 3月15日提出）");
    assertThat(said.english())
        .contains("Agree to the 12 requests of batch " + BATCH + " (1 of status or entry, 11 new)");
    assertThat(said.at()).isEqualTo("/registry/ui/requests/batches/status/" + BATCH);
    assertThat(AskedTogether.kinds(all.getFirst())).containsExactly("status", "entry");
  }

  @Test
  void who_asked_for_part_of_it_decides_on_none_of_it() {
    var all = AskedTogether.of(List.of(asked("recusal", "wang", 3), asked("recusal", "li", 2)));

    assertThat(all).hasSize(1);
    assertThat(all.getFirst().count()).isEqualTo(5);
    assertThat(all.getFirst().first().waitsFor("wang")).isFalse();
    assertThat(all.getFirst().first().waitsFor("li")).isFalse();
    assertThat(AskedTogether.isMixed(all.getFirst())).isFalse();
  }

  @Test
  void what_was_asked_for_alone_or_is_decided_elsewhere_stays_by_itself() {
    var alone =
        new PendingGroup("subject-1", Pending.of("status", "1").since(TODAY).saying("of", "1"), 1);
    var other =
        new PendingGroup("subject-2", Pending.of("status", "2").since(TODAY).saying("of", "2"), 1);

    assertThat(
            AskedTogether.of(
                List.of(alone, other, asked("status", "wang", 1), asked("absence", "wang", 4))))
        .hasSize(4);
  }
}
