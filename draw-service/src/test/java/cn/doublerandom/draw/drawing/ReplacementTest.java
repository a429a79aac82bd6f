package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.BRIGADE;
import static cn.doublerandom.draw.drawing.Ceremony.COMMIT;
import static cn.doublerandom.draw.drawing.Ceremony.DEADLINE;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.EXECUTE;
import static cn.doublerandom.draw.drawing.Ceremony.NOW;
import static cn.doublerandom.draw.drawing.Ceremony.OFFICE;
import static cn.doublerandom.draw.drawing.Ceremony.SECRET;
import static cn.doublerandom.draw.drawing.Ceremony.TODAY;
import static cn.doublerandom.draw.drawing.Ceremony.approve;
import static cn.doublerandom.draw.drawing.Ceremony.freeze;
import static cn.doublerandom.draw.drawing.Ceremony.freezeWith;
import static cn.doublerandom.draw.drawing.Ceremony.reveal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.draw.AgreementRejection;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.ReplacementRejection;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveVoid;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.verifier.Verify;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacementTest {
  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given drawn(FreezeFrame freeze) {
    return task.given()
        .having(freeze)
        .havingAll(Ceremony.PREPARED)
        .having(COMMIT)
        .having(reveal(A))
        .having(reveal(B))
        .having(EXECUTE);
  }

  @Test
  void the_office_reads_who_is_lacking_and_draws_the_teams_again_once() {
    var infeasible = drawn(freezeWith(List.of(BRIGADE, OFFICE), List.of()));
    var parent = (TaskDraws.Executed) infeasible.when(approve("王局", "看一看")).state();
    assertThat(Shortfall.text(parent)).isEqualTo("缺 2 名 大队 执法人员");

    var again =
        new DrawCommand.FreezeTeams(
            DRAW,
            true,
            "hebei-2023.1",
            new FrozenLists(
                List.of(),
                List.of(
                    new InspectorEntry("I1", List.of("skill:公路"), 7, 1),
                    new InspectorEntry("I9", List.of("unit:大队"), 3, 20)),
                List.of()),
            List.of(),
            Ceremony.COORDINATOR,
            TODAY,
            4712L);
    var frozen = (TaskDraws.Frozen) infeasible.when(again).state();
    assertThat(parent.frame().registerSeq()).isEqualTo(4711);
    assertThat(frozen.frame().registerSeq()).isEqualTo(4712);
    // Nobody the parent listed loses a tag, a visit of load or of cap; nobody vanishes.
    assertThat(frozen.frame().lists().inspectors())
        .containsExactly(
            new InspectorEntry("I1", List.of("skill:公路", "unit:大队"), 0, 2),
            OFFICE,
            new InspectorEntry("I9", List.of("unit:大队"), 3, 20));
    String second = "130534-2023001-001-2";
    var done =
        infeasible
            .having(again)
            .havingAll(Ceremony.prepared(second, A, B))
            .having(Ceremony.commit(second, DEADLINE))
            .having(reveal(second, A))
            .having(reveal(second, B))
            .having(
                new ExecuteDraw(
                    second,
                    new Given.OperatorSecret(SECRET),
                    Optional.empty(),
                    "coordinator",
                    Ceremony.REVEALED,
                    NOW,
                    TODAY));
    var executed =
        (TaskDraws.Executed) done.when(new ApproveVoid(second, "王局", "看一看", NOW)).state();
    assertThat(executed.result().selected()).isEqualTo(parent.result().selected());
    assertThat(executed.result().teams()).hasSize(4);
    assertThat(Verify.check(CanonicalJson.bytes(DrawBundle.json(executed))).code()).isNull();
    done.when(
            new DrawCommand.FreezeTeams(
                second, true, "x", again.lists(), List.of(), Ceremony.COORDINATOR, TODAY, 4712L))
        .thenRejected(PhaseRejection.TEAMS_COMPLETE);
  }

  private static final List<InspectorEntry> STAFF =
      IntStream.rangeClosed(1, 6)
          .mapToObj(i -> new InspectorEntry("I" + i, List.of(i <= 3 ? "unit:大队" : "unit:科"), 0, 20))
          .toList();

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "e", "x1", "。。。"})
  void nobody_is_replaced_on_the_strength_of_a_letter(String nothing) {
    var executed = drawn(freezeWith(STAFF, List.of()));
    var before = (TaskDraws.Executed) executed.when(approve("王局", "看一看")).state();
    String gone = before.result().selected().getFirst();
    String member = before.roster().teams().get(gone).getFirst();
    executed
        .when(
            new DrawCommand.RequestSubjectReplacement(
                DRAW, gone, "已注销", nothing, "张科", TODAY, Ceremony.REGISTER, null))
        .thenRejected(AgreementRejection.EVIDENCE_MISSING);
    executed
        .when(
            new DrawCommand.RequestSubjectReplacement(
                DRAW, gone, nothing, "登记机关通知", "张科", TODAY, Ceremony.REGISTER, null))
        .thenRejected(AgreementRejection.REASON_MISSING);
    executed
        .when(
            new DrawCommand.RequestInspectorReplacement(
                DRAW, gone, member, nothing, "", "张科", TODAY, Ceremony.REGISTER, null))
        .thenRejected(AgreementRejection.REASON_MISSING);
  }

  @Test
  void a_firm_that_is_gone_is_followed_by_the_next_alternate_with_the_same_team() {
    var executed = drawn(freezeWith(STAFF, List.of()));
    var before = (TaskDraws.Executed) executed.when(approve("王局", "看一看")).state();
    String gone = before.result().selected().getFirst();
    String next = before.alternates().getFirst().ids().getFirst();
    var request =
        new DrawCommand.RequestSubjectReplacement(
            DRAW, gone, "已注销", "登记机关通知", "张科", TODAY, Ceremony.REGISTER, null);
    executed
        .having(request)
        .when(new DrawCommand.ApproveReplacement(DRAW, gone, "张科", TODAY, Ceremony.REGISTER, null))
        .thenRejected(ReplacementRejection.REPLACEMENT_NEEDS_SECOND_PERSON);
    var after =
        (TaskDraws.Executed)
            executed
                .when(
                    new DrawCommand.ApproveReplacement(
                        DRAW, gone, "王局", TODAY, Ceremony.REGISTER, null))
                .state();
    assertThat(after.roster().teams()).doesNotContainKey(gone);
    assertThat(after.roster().teams().get(next)).isEqualTo(before.roster().teams().get(gone));
    // The result stays what it was.
    assertThat(after.resultHash()).isEqualTo(before.resultHash());
  }

  @Test
  void an_alternate_is_not_visited_by_somebody_recused_from_it() {
    int seen = 0;
    for (int every = 2; every <= 12; every++) {
      List<RecusalEntry> recusals = recusedFromEvery(every);
      var executed = drawn(freezeWith(STAFF, recusals));
      var before = (TaskDraws.Executed) executed.when(approve("王局", "看一看")).state();
      String next = before.alternates().getFirst().ids().getFirst();
      for (String gone : before.result().selected()) {
        boolean teamMayNotCome =
            recusals.stream()
                .anyMatch(r ->
                    r.subject().equals(next)
                        && before
                            .roster()
                            .teams()
                            .getOrDefault(gone, List.of())
                            .contains(r.inspector()));
        if (teamMayNotCome) {
          seen++;
          var after =
              (TaskDraws.Executed)
                  executed
                      .having(
                          new DrawCommand.RequestSubjectReplacement(
                              DRAW, gone, "已注销", "登记机关通知", "张科", TODAY, Ceremony.REGISTER, null))
                      .when(
                          new DrawCommand.ApproveReplacement(
                              DRAW, gone, "王局", TODAY, Ceremony.REGISTER, null))
                      .state();
          assertThat(after.roster().teams().get(next)).doesNotContain("I1", "I2").hasSize(2);
        }
      }
    }
    // Which firms are drawn follows from the lists alone, so this is the same in every run.
    assertThat(seen).isPositive();
  }

  private static List<RecusalEntry> recusedFromEvery(int every) {
    List<FrameEntry> frame = Ceremony.lists(34).frame();
    return IntStream.range(0, frame.size())
        .filter(i -> i % every == 0)
        .boxed()
        .flatMap(i ->
            List.of("I1", "I2").stream()
                .map(who -> new RecusalEntry(frame.get(i).id(), who, "RELATIVE")))
        .toList();
  }

  @Test
  void an_inspector_who_drops_out_is_followed_by_the_least_loaded_who_fits() {
    var executed = drawn(freezeWith(STAFF, List.of()));
    var before = (TaskDraws.Executed) executed.when(approve("王局", "看一看")).state();
    var team = before.result().teams().getFirst();
    String out =
        team.inspectors().stream()
            .filter(i -> List.of("I1", "I2", "I3").contains(i))
            .findFirst()
            .orElseThrow();
    var request =
        new DrawCommand.RequestInspectorReplacement(
            DRAW, team.subject(), out, "当事人申请回避", "", "张科", TODAY, Ceremony.REGISTER, null);
    var after =
        (TaskDraws.Executed)
            executed
                .having(request)
                .when(
                    new DrawCommand.ApproveReplacement(
                        DRAW, team.subject(), "王局", TODAY, Ceremony.REGISTER, null))
                .state();
    List<String> now = after.roster().teams().get(team.subject());
    assertThat(now).hasSize(2).doesNotContain(out);
    String substitute =
        now.stream().filter(i -> !team.inspectors().contains(i)).findFirst().orElseThrow();
    Map<String, Integer> held = before.roster().held();
    // If the other member is of the office, only the brigade fits the freed seat.
    int least =
        STAFF.stream()
            .map(InspectorEntry::id)
            .filter(i -> !team.inspectors().contains(i))
            .filter(i ->
                now.stream()
                        .filter(m -> !m.equals(substitute))
                        .anyMatch(m -> List.of("I1", "I2", "I3").contains(m))
                    || List.of("I1", "I2", "I3").contains(i))
            .mapToInt(i -> held.getOrDefault(i, 0))
            .min()
            .orElseThrow();
    assertThat(held.getOrDefault(substitute, 0)).isEqualTo(least);
    executed
        .when(
            new DrawCommand.RequestInspectorReplacement(
                DRAW, team.subject(), "I99", "病假", "", "张科", TODAY, Ceremony.REGISTER, null))
        .thenRejected(ReplacementRejection.MEMBER_UNKNOWN);
  }

  @Test
  void where_the_visit_refuses_a_change_the_record_follows_it() {
    var executed = drawn(freezeWith(STAFF, List.of()));
    var before = (TaskDraws.Executed) executed.when(approve("王局", "看一看")).state();
    String subject = before.result().selected().getFirst();
    List<String> team = before.roster().teams().get(subject);
    String out = team.getFirst();
    var replaced =
        executed
            .having(
                new DrawCommand.RequestInspectorReplacement(
                    DRAW, subject, out, "病假", "", "张科", TODAY, Ceremony.REGISTER, null))
            .having(
                new DrawCommand.ApproveReplacement(
                    DRAW, subject, "王局", TODAY, Ceremony.REGISTER, null));
    var follow =
        new DrawCommand.FollowVisit(DRAW, subject, team, Optional.empty(), "检查已经结束", TODAY);
    var after = (TaskDraws.Executed) replaced.when(follow).state();
    assertThat(after.roster().teams()).isEqualTo(before.roster().teams());
    assertThat(replaced.having(follow).when(follow).events()).isEmpty();
  }

  @Test
  void an_alternate_for_a_subject_that_was_visited_to_the_end_goes_out_again() {
    var executed = drawn(freezeWith(STAFF, List.of()));
    var before = (TaskDraws.Executed) executed.when(approve("王局", "看一看")).state();
    String gone = before.result().selected().getFirst();
    String next = before.alternates().getFirst().ids().getFirst();
    List<String> team = before.roster().teams().get(gone);
    var replaced =
        executed
            .having(
                new DrawCommand.RequestSubjectReplacement(
                    DRAW, gone, "已注销", "登记机关通知", "张科", TODAY, Ceremony.REGISTER, null))
            .having(
                new DrawCommand.ApproveReplacement(
                    DRAW, gone, "王局", TODAY, Ceremony.REGISTER, null));
    var follow = new DrawCommand.FollowVisit(DRAW, gone, team, Optional.of(next), "检查已经结束", TODAY);
    var after = (TaskDraws.Executed) replaced.when(follow).state();
    assertThat(after.roster().teams()).isEqualTo(before.roster().teams());
    assertThat(after.roster().used()).isEmpty();
  }

  private static DrawCommand.NoteRecusals declared(String subject, String inspector) {
    return new DrawCommand.NoteRecusals(
        DRAW, List.of(new DeclaredRecusal(subject, inspector, "RELATIVE", TODAY, null)), TODAY);
  }

  private static List<DueReplacement> due(TaskDraws draws) {
    return DueReplacement.of(draws);
  }

  @Test
  void a_recusal_declared_after_the_freeze_makes_a_replacement_due_until_it_is_made() {
    var executed = drawn(freezeWith(STAFF, List.of()));
    var draw = (TaskDraws.Executed) executed.when(approve("王局", "看一看")).state();
    String subject = draw.result().selected().getFirst();
    String member = draw.roster().teams().get(subject).getFirst();
    var note = declared(subject, member);
    executed
        .when(note)
        .then(new ReplacementEvent.MemberRecused(subject, member, "RELATIVE", TODAY, null, null));
    var recused = executed.having(note);
    assertThat(recused.when(note).events()).as("told twice").isEmpty();
    var open = recused.when(approve("王局", "看一看")).state();
    assertThat(due(open))
        .containsExactly(new DueReplacement(DRAW, subject, member, "RELATIVE", TODAY, false));

    var asked =
        recused.having(
            new DrawCommand.RequestInspectorReplacement(
                DRAW, subject, member, "回避", "", "张科", TODAY, Ceremony.REGISTER, null));
    assertThat(due(asked.when(approve("王局", "看一看")).state()))
        .extracting(DueReplacement::isRequested)
        .containsExactly(true);
    var replaced =
        asked.having(
            new DrawCommand.ApproveReplacement(
                DRAW, subject, "王局", TODAY, Ceremony.REGISTER, null));
    assertThat(due(replaced.when(approve("王局", "看一看")).state())).isEmpty();

    // What the draw gave him is what it gave him, whatever was replaced since.
    var changed = (TaskDraws.Executed) replaced.when(approve("王局", "看一看")).state();
    Explanation.OfInspector before =
        Explanation.ofInspector(draw.frame(), Optional.of(draw), member);
    Explanation.OfInspector after =
        Explanation.ofInspector(changed.frame(), Optional.of(changed), member);
    assertThat(before.now()).isNull();
    assertThat(after.teams()).isEqualTo(before.teams()).contains(subject);
    assertThat(after.now()).doesNotContain(subject);
    assertThat(after.text()).contains("抽取以后有更换，现在检查");

    // The visit had begun: the member is back, and so is what is due.
    List<String> team = draw.roster().teams().get(subject);
    var follow =
        new DrawCommand.FollowVisit(DRAW, subject, team, Optional.empty(), "检查已经开始", TODAY);
    assertThat(due(replaced.when(follow).state())).hasSize(1);
  }

  @Test
  void a_recusal_declared_between_freeze_and_draw_is_due_once_the_member_is_drawn() {
    var plain =
        (TaskDraws.Executed) drawn(freezeWith(STAFF, List.of())).when(approve("王局", "看一看")).state();
    String subject = plain.result().selected().getFirst();
    String member = plain.roster().teams().get(subject).getFirst();
    var late =
        task.given()
            .having(freezeWith(STAFF, List.of()))
            .having(declared(subject, member))
            .havingAll(Ceremony.PREPARED)
            .having(COMMIT)
            .having(declared("S033", member))
            .having(reveal(A))
            .having(reveal(B));
    // What was frozen is drawn: the same seed gives the same teams.
    var draw = (TaskDraws.Executed) late.when(EXECUTE).state();
    assertThat(draw.result()).isEqualTo(plain.result());
    assertThat(due(draw))
        .filteredOn(d -> d.subject().equals(subject))
        .containsExactly(new DueReplacement(DRAW, subject, member, "RELATIVE", TODAY, false));
  }

  @Test
  void a_recusal_that_touches_nobody_in_the_draw_or_comes_after_the_visits_is_no_fact_of_it() {
    var executed = drawn(freezeWith(STAFF, List.of()));
    assertThat(executed.when(declared("S-elsewhere", "I1")).events()).isEmpty();
    assertThat(executed.when(declared("S001", "I99")).events()).isEmpty();
    var after =
        new DrawCommand.NoteRecusals(
            DRAW,
            List.of(new DeclaredRecusal("S001", "I1", "RELATIVE", null, null)),
            java.time.LocalDate.of(2023, 12, 1));
    assertThat(executed.when(after).events()).isEmpty();
    var future =
        new DrawCommand.NoteRecusals(
            DRAW,
            List.of(
                new DeclaredRecusal(
                    "S001", "I1", "RELATIVE", java.time.LocalDate.of(2024, 1, 1), null)),
            TODAY);
    assertThat(executed.when(future).events()).isEmpty();
  }

  @Test
  void two_people_may_decide_that_a_recused_member_stays_and_nothing_is_due_any_more() {
    var executed = drawn(freezeWith(STAFF, List.of()));
    var draw = (TaskDraws.Executed) executed.when(approve("王局", "看一看")).state();
    String subject = draw.result().selected().getFirst();
    String member = draw.roster().teams().get(subject).getFirst();
    var keep = new DrawCommand.RequestKeeping(DRAW, subject, member, "检查已经结束", "张科");
    executed.when(keep).thenRejected(ReplacementRejection.REPLACEMENT_NOT_DUE);
    var asked = executed.having(declared(subject, member)).having(keep);
    asked
        .when(
            new DrawCommand.ApproveReplacement(DRAW, subject, "张科", TODAY, Ceremony.REGISTER, null))
        .thenRejected(ReplacementRejection.REPLACEMENT_NEEDS_SECOND_PERSON);
    var kept =
        new DrawCommand.ApproveReplacement(DRAW, subject, "王局", TODAY, Ceremony.REGISTER, null);
    asked
        .when(kept)
        .then(new ReplacementEvent.MemberKept(subject, member, "检查已经结束", "张科", "王局", TODAY, null));
    var after = (TaskDraws.Executed) asked.when(kept).state();
    assertThat(due(after)).isEmpty();
    assertThat(after.roster().teams()).isEqualTo(draw.roster().teams());
  }

  @Test
  void nobody_comes_in_for_another_against_a_recusal_declared_after_the_freeze() {
    var executed = drawn(freezeWith(STAFF, List.of()));
    var draw = (TaskDraws.Executed) executed.when(approve("王局", "看一看")).state();
    String subject = draw.result().selected().getFirst();
    List<String> team = draw.roster().teams().get(subject);
    String out = team.getFirst();
    var asked =
        new DrawCommand.RequestInspectorReplacement(
            DRAW, subject, out, "病假", "", "张科", TODAY, Ceremony.REGISTER, null);
    var approve =
        new DrawCommand.ApproveReplacement(DRAW, subject, "王局", TODAY, Ceremony.REGISTER, null);
    var first = (TaskDraws.Executed) executed.having(asked).when(approve).state();
    String substitute =
        first.roster().teams().get(subject).stream()
            .filter(i -> !team.contains(i))
            .findFirst()
            .orElseThrow();
    var other =
        (TaskDraws.Executed)
            drawn(freezeWith(STAFF, List.of()))
                .having(declared(subject, substitute))
                .having(asked)
                .when(approve)
                .state();
    assertThat(other.roster().teams().get(subject)).hasSize(2).doesNotContain(substitute, out);
  }
}
