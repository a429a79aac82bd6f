package cn.doublerandom.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.doublerandom.inspection.application.Preparations;
import cn.doublerandom.inspection.application.VisitParticulars;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.preparation.Recusal;
import cn.doublerandom.inspection.visit.Gate;
import cn.doublerandom.inspection.visit.VisitSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No page offers a visit that a recusal keeps from beginning. */
class ShownPreparationTest {
  private static final LocalDate DAY = LocalDate.of(2023, 6, 1);

  private static ShownPreparation shown(String state, Recusal... recusals) {
    var visit =
        new VisitSummary(
            "V",
            "D",
            "S",
            state,
            List.of("JC001", "JC002"),
            List.of(),
            List.of(),
            DAY,
            DAY,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            List.of(),
            null,
            null);
    var particulars = new VisitParticulars.Particulars("V", "S", null, List.of(), List.of());
    return new ShownPreparation(
        new ShownVisit(new VisitParticulars.Known(visit, 1, particulars), "JC001", true),
        new Preparations.Prepared(done(recusals), List.of(), 1),
        false,
        false);
  }

  @Test
  void a_notice_that_another_person_agreed_to_do_without_is_not_said_to_be_served() {
    var secretly =
        new PreparationSummary(
            "V",
            Map.of(),
            "GIVEN",
            "JC001",
            "可能影响检查效果",
            DAY,
            "approver",
            DAY,
            null,
            null,
            List.of(),
            null,
            false,
            null);
    var gates = List.of(new Gate(Gate.Step.APPROVAL, "54号"), new Gate(Gate.Step.NOTICE, "54号"));
    ShownPreparation before = shown("ASSIGNED");
    var waived =
        new ShownPreparation(
            before.shown(), new Preparations.Prepared(secretly, gates, 1), false, false);

    assertThat(waived.ready()).isTrue();
    assertThat(waived.gates())
        .extracting(ShownPreparation.ShownGate::done, ShownPreparation.ShownGate::waived)
        .containsExactly(tuple(true, false), tuple(true, true));
  }

  private static PreparationSummary done(Recusal... recusals) {
    return new PreparationSummary(
        "V",
        Map.of(),
        "UNASKED",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(recusals),
        null,
        List.of(recusals).stream().anyMatch(one -> one.decided() == null),
        null);
  }

  private static Recusal of(String inspector, Recusal.@Nullable Decided decided) {
    return new Recusal(inspector, null, "曾在我单位任职", DAY, decided);
  }

  private static Recusal.Decided decided(boolean agreed) {
    return new Recusal.Decided(agreed, "lead", "理由", DAY);
  }

  @Test
  void a_recusal_holds_a_visit_until_it_is_decided_and_who_is_recused_is_replaced() {
    assertThat(shown("ASSIGNED").ready()).isTrue();
    assertThat(shown("ASSIGNED", of("JC001", null)).held()).isTrue();
    assertThat(shown("ASSIGNED", of("jc001", decided(true))).ready()).isFalse();
    assertThat(shown("ASSIGNED", of("jc001", decided(true))).replaced()).isEqualTo("jc001");
    assertThat(shown("ASSIGNED", of("JC001", null)).replaced()).isEmpty();
    assertThat(shown("ASSIGNED", of("JC009", decided(true))).ready()).isTrue();
    assertThat(shown("ASSIGNED", of("JC001", decided(false))).ready()).isTrue();
    assertThat(shown("IN_PROGRESS", of("JC001", decided(true))).held()).isFalse();
  }
}
