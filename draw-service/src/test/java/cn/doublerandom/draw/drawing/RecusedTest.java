package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.TODAY;
import static cn.doublerandom.draw.drawing.Ceremony.freezeWith;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.Progress;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownRecusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is kept away from a firm, and by whose decision, is told before and after the draw. */
class RecusedTest {
  private static final List<List<String>> SLOTS = List.of(List.of("unit:大队"), List.of());
  private static final List<InspectorEntry> FOUR =
      IntStream.rangeClosed(1, 4)
          .mapToObj(i -> new InspectorEntry("I" + i, List.of(i == 1 ? "unit:大队" : "unit:科"), 0, 20))
          .toList();

  private static FrozenLists recused(String... inspectors) {
    return new FrozenLists(
        List.of(new FrameEntry("S", "ALL"), new FrameEntry("T", "ALL")),
        FOUR,
        List.of(inspectors).stream().map(i -> new RecusalEntry("S", i, "RELATIVE")).toList());
  }

  private static @Nullable List<String> texts(FrozenLists lists) {
    return Recused.texts(
        List.of("S", "T"),
        lists,
        SLOTS,
        List.of(
            new RecusedFrom(
                "S",
                List.of(new RecusedFrom.Decided(null, 1), new RecusedFrom.Decided("approver", 2)),
                1)));
  }

  @Test
  void a_firm_that_recusals_leave_no_team_is_named_with_who_decided_them() {
    assertThat(texts(recused("I2", "I3", "I4")))
        .containsExactly(
            "检查对象 S：名单内执法人员 4 名，回避 3 人（由一人登记或按名录得出 1 人，经另一人决定 2 人），"
                + "另有 1 人的回避申请待另一人决定，余下 1 人不能组成 2 人的检查组。");
    assertThat(texts(recused("I1"))).singleElement().asString().contains("余下 3 人不能组成");
  }

  @Test
  void a_firm_whose_team_recusals_have_chosen_is_named_too_and_others_are_not() {
    assertThat(texts(recused("I3", "I4")))
        .singleElement()
        .asString()
        .contains("只余 2 人，检查组由回避而不由抽取确定");
    assertThat(texts(recused("I4"))).isNull();
    assertThat(texts(recused())).isNull();
  }

  private static KnownInspector inspector(
      String id, List<KnownRecusal> recusals, @Nullable List<String> asked) {
    return new KnownInspector(
        id, List.of(), LocalDate.of(2099, 12, 31), "ACTIVE", recusals, null, null, asked);
  }

  @Test
  void the_freeze_says_who_decided_and_how_many_wait() {
    var decided = new KnownRecusal("S", "RELATIVE", null, null, "approver");
    var old = new KnownRecusal("S", "DECLARED_INTEREST", null, null, null);
    var over = new KnownRecusal("T", "RELATIVE", null, TODAY.minusDays(1), "approver");
    var known =
        RecusedFrom.of(
            recused().frame(),
            List.of(
                inspector("I1", List.of(old, decided, over), null),
                inspector("I2", List.of(old), List.of("S", "elsewhere")),
                inspector("I3", List.of(), List.of("S"))),
            TODAY);
    assertThat(known)
        .containsExactly(
            new RecusedFrom(
                "S",
                List.of(new RecusedFrom.Decided(null, 1), new RecusedFrom.Decided("approver", 1)),
                2));
    assertThat(Recused.waiting(known)).isEqualTo(2);
    assertThat(Recused.waiting(List.of())).isNull();
  }

  @Test
  void a_preview_names_a_firm_without_a_team() {
    List<RecusalEntry> all =
        FOUR.stream().skip(1).map(i -> new RecusalEntry("S001", i.id(), "RELATIVE")).toList();
    assertThat(DrawPreview.of(freezeWith(FOUR, all), Progress.UNSEEN).recused())
        .singleElement()
        .asString()
        .contains("S001", "回避 3 人", "不能组成");
  }
}
