package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.COMMIT;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.EXECUTE;
import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static cn.doublerandom.draw.drawing.Ceremony.REGISTER;
import static cn.doublerandom.draw.drawing.Ceremony.TODAY;
import static cn.doublerandom.draw.drawing.Ceremony.approve;
import static cn.doublerandom.draw.drawing.Ceremony.freezeWith;
import static cn.doublerandom.draw.drawing.Ceremony.reveal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.AgreementRejection;
import cn.doublerandom.draw.ReplacementRejection;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.FollowVisit;
import cn.doublerandom.draw.drawing.DrawCommand.RequestInspectorReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.RequestSubjectReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.SettleReplacement;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.register.InRegister;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody comes in whom the register says may not be drawn, and one comes in after the other. */
class SuccessionTest {
  private static final List<InspectorEntry> STAFF =
      IntStream.rangeClosed(1, 6)
          .mapToObj(i -> new InspectorEntry("I" + i, List.of(i <= 3 ? "unit:大队" : "unit:科"), 0, 20))
          .toList();

  private static DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given executed() {
    return DeciderSpecification.of(new DrawDecider())
        .given()
        .having(freezeWith(STAFF, List.of()))
        .havingAll(Ceremony.PREPARED)
        .having(COMMIT)
        .having(reveal(A))
        .having(reveal(B))
        .having(EXECUTE);
  }

  private final TaskDraws.Executed draw =
      (TaskDraws.Executed) executed().when(approve("王局", "看一看")).state();
  private final List<String> alternates = draw.alternates().getFirst().ids();
  private final String gone = draw.result().selected().getFirst();

  private static RequestSubjectReplacement ask(String subject, InRegister register) {
    return new RequestSubjectReplacement(
        DRAW, subject, "企业已经注销", "登记机关的通知", "张科", TODAY, register, null);
  }

  private static ApproveReplacement agree(String subject, InRegister register) {
    return new ApproveReplacement(DRAW, subject, "王局", TODAY, register, null);
  }

  private static InRegister with(Map<String, String> statuses) {
    Map<String, String> all = new HashMap<>(REGISTER.statuses());
    all.putAll(statuses);
    return new InRegister(all, Map.of());
  }

  private static InRegister without(Map<String, String> obstacles) {
    return new InRegister(REGISTER.statuses(), obstacles);
  }

  @Test
  void an_alternate_that_is_closed_by_the_register_is_passed_over_and_named() {
    var register = with(Map.of(alternates.get(0), "SUSPENDED", alternates.get(1), "CANCELLED"));
    var events = executed().having(ask(gone, register)).when(agree(gone, register)).events();
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            ReplacementEvent.SubjectReplaced.class,
            replaced -> {
              assertThat(replaced.alternate()).isEqualTo(alternates.get(2));
              assertThat(replaced.passed())
                  .containsExactly(
                      new PassedOver(alternates.get(0), "SUSPENDED"),
                      new PassedOver(alternates.get(1), "CANCELLED"));
            });
  }

  @Test
  void an_alternate_the_register_does_not_know_does_not_come_in() {
    executed()
        .when(ask(gone, new InRegister(Map.of(gone, "CANCELLED"), Map.of())))
        .thenRejected(ReplacementRejection.ALTERNATES_EXHAUSTED);
  }

  @Test
  void what_the_register_says_of_who_goes_out_stands_beside_the_reason_somebody_gave() {
    var asked = executed().when(ask(gone, REGISTER)).events();
    assertThat(asked)
        .singleElement()
        .isInstanceOfSatisfying(
            ReplacementEvent.ReplacementRequested.class,
            request -> assertThat(request.registered()).isEqualTo("ACTIVE"));
    var replaced =
        (ReplacementEvent.SubjectReplaced)
            executed().having(ask(gone, REGISTER)).when(agree(gone, REGISTER)).events().getFirst();
    assertThat(replaced.registered()).isEqualTo("ACTIVE");
    assertThat(replaced.reason() + SuccessionWords.of(replaced)).isEqualTo("企业已经注销（名录库当日登记：存续）");
  }

  @Test
  void whoever_agrees_reads_who_would_come_in_and_who_would_be_passed_over() {
    var register = with(Map.of(gone, "CANCELLED", alternates.get(0), "MOVED_OUT"));
    var waiting =
        (TaskDraws.Executed)
            executed().having(ask(gone, register)).when(approve("王局", "看一看")).state();
    assertThat(Foreseen.of(waiting, register))
        .singleElement()
        .satisfies(foreseen -> {
          assertThat(foreseen.registered()).isEqualTo("CANCELLED");
          assertThat(foreseen.next()).isEqualTo(alternates.get(1));
          assertThat(foreseen.passed())
              .containsExactly(new PassedOver(alternates.get(0), "MOVED_OUT"));
        });
  }

  @Test
  void a_substitute_who_left_or_is_on_leave_or_has_no_certificate_does_not_come_in() {
    String out = draw.roster().teams().get(gone).getFirst();
    var ask =
        new RequestInspectorReplacement(
            DRAW, gone, out, "住院治疗", "医院证明", "张科", TODAY, REGISTER, null);
    var first =
        (ReplacementEvent.InspectorReplaced)
            executed().having(ask).when(agree(gone, REGISTER)).events().getFirst();
    assertThat(first.evidence()).isEqualTo("医院证明");
    var register = without(Map.of(first.substitute(), "ON_LEAVE"));
    var second =
        (ReplacementEvent.InspectorReplaced)
            executed().having(ask).when(agree(gone, register)).events().getFirst();
    assertThat(second.substitute()).isNotEqualTo(first.substitute());
    assertThat(second.passed()).containsExactly(new PassedOver(first.substitute(), "ON_LEAVE"));

    Map<String, String> everybody = new HashMap<>();
    STAFF.forEach(i -> everybody.put(i.id(), "NOT_ACTIVE"));
    executed()
        .having(ask)
        .when(agree(gone, without(everybody)))
        .thenRejected(ReplacementRejection.SUBSTITUTES_EXHAUSTED);
  }

  /** He had the least load of all right after somebody had come in for him, and came back. */
  @Test
  void who_went_out_of_a_visit_does_not_come_back_there_as_a_substitute() {
    List<String> team = draw.roster().teams().get(gone);
    var given = executed();
    for (String out : team) {
      var ask =
          new RequestInspectorReplacement(
              DRAW, gone, out, "住院治疗", "医院证明", "张科", TODAY, REGISTER, null);
      given =
          given
              .having(ask)
              .having(agree(gone, REGISTER))
              .having(new SettleReplacement(DRAW, gone, TODAY));
    }
    var state = (TaskDraws.Executed) given.when(new SettleReplacement(DRAW, gone, TODAY)).state();
    assertThat(state.roster().teams().get(gone)).doesNotContainAnyElementsOf(team);
    assertThat(state.roster().wentOut(gone)).containsExactlyInAnyOrderElementsOf(team);
  }

  @Test
  void what_was_asked_for_is_taken_back_or_not_agreed_to_and_binds_nobody() {
    String out = draw.roster().teams().get(gone).getFirst();
    var asked = executed().having(ask(gone, REGISTER));
    var instead =
        new RequestInspectorReplacement(
            DRAW, gone, out, "住院治疗", "医院证明", "张科", TODAY, REGISTER, null);
    asked.when(instead).thenRejected(ReplacementRejection.REPLACEMENT_OPEN);
    asked
        .when(new DrawCommand.EndReplacement(DRAW, gone, " ", "王局", TODAY))
        .thenRejected(AgreementRejection.REASON_MISSING);
    var end = new DrawCommand.EndReplacement(DRAW, gone, "企业仍在经营", "王局", TODAY);
    executed().when(end).thenRejected(ReplacementRejection.REPLACEMENT_UNKNOWN);
    assertThat(asked.when(end).events())
        .containsExactly(
            new ReplacementEvent.ReplacementEnded(
                gone, null, "企业仍在经营", "张科", "王局", TODAY, null, null));
    var ended = asked.having(end);
    ended.when(agree(gone, REGISTER)).thenRejected(ReplacementRejection.REPLACEMENT_UNKNOWN);
    assertThat(ended.when(instead).events()).hasSize(1);
  }

  @Test
  void the_next_comes_in_only_when_the_visits_have_taken_over_the_one_before() {
    String other = draw.result().selected().get(1);
    both(other)
        .when(agree(other, REGISTER))
        .thenRejected(ReplacementRejection.REPLACEMENT_UNSETTLED);

    // It was visited already: the alternate is free again, and is the next once more.
    List<String> team = draw.roster().teams().get(gone);
    var follow = new FollowVisit(DRAW, gone, team, Optional.of(alternates.get(0)), "检查已经结束", TODAY);
    assertThat(alternateOf(both(other).having(follow).when(agree(other, REGISTER)).events()))
        .isEqualTo(alternates.get(0));

    var taken = both(other).having(new SettleReplacement(DRAW, gone, TODAY));
    assertThat(taken.when(new SettleReplacement(DRAW, gone, TODAY)).events()).isEmpty();
    assertThat(alternateOf(taken.when(agree(other, REGISTER)).events()))
        .isEqualTo(alternates.get(1));
  }

  /** A visit of an inspection-service from before it answered would hold up everybody for good. */
  @Test
  void a_visit_that_never_says_what_became_of_it_holds_nobody_up_after_the_next_day() {
    String other = draw.result().selected().get(1);
    both(other)
        .when(new ApproveReplacement(DRAW, other, "李局", TODAY.plusDays(1), REGISTER, null))
        .thenRejected(ReplacementRejection.REPLACEMENT_UNSETTLED);
    assertThat(
            alternateOf(
                both(other)
                    .when(
                        new ApproveReplacement(
                            DRAW, other, "李局", TODAY.plusDays(2), REGISTER, null))
                    .events()))
        .isEqualTo(alternates.get(1));
  }

  /** Two were asked for, and the first was agreed to. */
  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given both(String other) {
    return executed()
        .having(ask(gone, REGISTER))
        .having(ask(other, REGISTER))
        .having(agree(gone, REGISTER));
  }

  private static String alternateOf(List<DrawEvent> events) {
    return ((ReplacementEvent.SubjectReplaced) events.getFirst()).alternate();
  }

  @Test
  void nobody_is_replaced_where_the_result_of_the_visit_is_recorded() {
    LocalDate finished = TODAY.minusDays(1);
    executed()
        .when(
            new RequestSubjectReplacement(
                DRAW, gone, "企业已经注销", "登记机关的通知", "张科", TODAY, REGISTER, finished))
        .thenRejected(ReplacementRejection.VISIT_RECORDED);
    executed()
        .having(ask(gone, REGISTER))
        .when(new ApproveReplacement(DRAW, gone, "王局", TODAY, REGISTER, finished))
        .thenRejected(ReplacementRejection.VISIT_RECORDED);
    executed()
        .when(
            new RequestInspectorReplacement(
                DRAW,
                gone,
                draw.roster().teams().get(gone).getFirst(),
                "调离",
                "",
                "张科",
                TODAY,
                REGISTER,
                finished))
        .thenRejected(ReplacementRejection.VISIT_RECORDED);
  }

  @Test
  void nobody_is_replaced_after_the_days_of_the_visits() {
    LocalDate after = draw.frame().lastDay().plusDays(1);
    executed()
        .when(
            new RequestSubjectReplacement(
                DRAW, gone, "企业已经注销", "登记机关的通知", "张科", after, REGISTER, null))
        .thenRejected(ReplacementRejection.REPLACEMENT_AFTER_CHECKS);
    executed()
        .having(ask(gone, REGISTER))
        .when(new ApproveReplacement(DRAW, gone, "王局", after, REGISTER, null))
        .thenRejected(ReplacementRejection.REPLACEMENT_AFTER_CHECKS);
    assertThat(FREEZE.programme()).isPresent();
  }
}
