package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.DrawHistory.DRAW;
import static cn.doublerandom.draw.drawing.DrawHistory.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.FrameRejection;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.drawing.TaskDraws.Undrawn;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who was drawn stays drawn, whatever becomes of the round that was to find the teams. */
class VoidedTeamsTest {
  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  static List<List<DrawEvent>> teamsRounds() {
    return List.of(DrawHistory.teamsFrozen(), DrawHistory.drawnAgain());
  }

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given after(
      List<DrawEvent> events) {
    return task.given(events.toArray(DrawEvent[]::new));
  }

  private static Executed parent() {
    return (Executed) DrawHistory.state(DrawHistory.infeasible());
  }

  @ParameterizedTest
  @MethodSource("teamsRounds")
  void the_selection_stands_when_the_teams_drawn_again_are_void(List<DrawEvent> round) {
    TaskDraws voided = DrawHistory.state(DrawHistory.secondVoided(round));
    assertThat(voided.stands(DRAW)).isTrue();
    assertThat(voided.stands(SECOND)).isFalse();
    assertThat(voided.standing())
        .singleElement()
        .satisfies(draw -> assertThat(draw.result()).isEqualTo(parent().result()));
    assertThat(voided.nextRound()).isEqualTo(3);
    assertThat(voided.batch()).isEqualTo(parent().batch());
  }

  @ParameterizedTest
  @MethodSource("teamsRounds")
  void nobody_else_is_drawn_before_the_selection_itself_is_void(List<DrawEvent> round) {
    List<DrawEvent> voided = DrawHistory.secondVoided(round);
    after(voided)
        .when(Ceremony.FREEZE)
        .thenRejected(FrameRejection.TASK_ALREADY_DRAWN, Map.of("drawId", DRAW));
    after(voided)
        .having(DrawHistory.approve(DRAW, "赵局"))
        .when(Ceremony.FREEZE)
        .thenRejected(FrameRejection.TASK_ALREADY_DRAWN, Map.of("drawId", DRAW));
    var anew =
        (TaskDraws.Frozen)
            after(voided)
                .having(DrawHistory.approve(DRAW, "赵局"))
                .having(DrawHistory.approve(DRAW, "钱局"))
                .when(Ceremony.FREEZE)
                .state();
    assertThat(anew.frame().drawId()).isEqualTo("130534-2023001-001-3");
    assertThat(anew.past().ended()).extracting(e -> e.frame().drawId()).contains(DRAW);
    assertThat(anew.past().batches()).isZero();
  }

  @Test
  void the_void_of_the_selection_says_which_draw_it_is_about_and_whose_visits_fall_away() {
    var events =
        after(DrawHistory.secondVoided(DrawHistory.teamsFrozen()))
            .having(DrawHistory.approve(DRAW, "赵局"))
            .when(DrawHistory.approve(DRAW, "钱局"))
            .events();
    var voided = (DrawEvent.DrawVoided) events.getLast();
    assertThat(voided.ofEarlier()).contains(DRAW);
    assertThat(voided.teams()).containsOnlyKeys(parent().result().selected());
  }

  @Test
  void who_worked_on_the_teams_does_not_make_the_selection_void() {
    after(DrawHistory.secondVoided(DrawHistory.teamsFrozen()))
        .when(DrawHistory.approve(DRAW, Ceremony.COORDINATOR.account()))
        .thenRejected(PhaseRejection.VOID_NEEDS_OUTSIDER);
  }

  @Test
  void who_agreed_to_the_terms_of_the_teams_alone_may_still_make_the_selection_void() {
    List<DrawEvent> round = new ArrayList<>(DrawHistory.drawnAgain());
    int agreed = 0;
    for (int i = 0; i < round.size(); i++) {
      agreed = round.get(i) instanceof DrawEvent.TermsApproved ? i : agreed;
    }
    round.set(agreed, new DrawEvent.TermsApproved("孙局", Ceremony.TODAY));
    assertThat(((Executed) DrawHistory.state(round)).touchedBy()).contains("孙局");
    assertThat(
            after(DrawHistory.secondVoided(round))
                .having(DrawHistory.approve(DRAW, "赵局"))
                .when(DrawHistory.approve(DRAW, "孙局"))
                .events()
                .getLast())
        .isInstanceOf(DrawEvent.DrawVoided.class);
  }

  @Test
  void a_round_of_teams_is_not_spent_on_lists_that_cannot_fill_them() {
    DrawCommand.FreezeTeams f = DrawHistory.teams();
    var nobodyNew = new FrozenLists(List.of(), List.of(), List.of());
    after(DrawHistory.infeasible())
        .when(
            new DrawCommand.FreezeTeams(
                DRAW, true, f.rulePack(), nobodyNew, f.unlisted(), f.by(), f.today(), 4712L))
        .thenRejected(
            PhaseRejection.TEAMS_STILL_LACKING, Map.of("missing", 2, "shortfall", "缺 2 名 大队 执法人员"));
  }

  /** A commit of teams says the round after its draw's (protocol §3), and that one is used up. */
  @Test
  void teams_are_not_drawn_in_a_round_no_verifier_accepts() {
    after(DrawHistory.secondVoided(DrawHistory.teamsFrozen()))
        .when(DrawHistory.teams())
        .thenRejected(PhaseRejection.TEAMS_VOIDED);
  }

  @Test
  void teams_are_drawn_again_within_the_days_of_the_task_only() {
    DrawCommand.FreezeTeams f = DrawHistory.teams();
    after(DrawHistory.infeasible())
        .when(
            new DrawCommand.FreezeTeams(
                DRAW, false, f.rulePack(), f.lists(), f.unlisted(), f.by(), f.today(), 4712L))
        .thenRejected(FrameRejection.TASK_OUTSIDE_WINDOW);
  }

  @Test
  void a_ceremony_of_the_teams_nobody_completed_bars_the_next_one() {
    List<DrawEvent> committed =
        DrawHistory.drawnAgain().subList(0, lastCommit(DrawHistory.drawnAgain()) + 1);
    List<DrawEvent> voided = DrawHistory.secondVoided(committed);
    var anew =
        (Undrawn)
            after(voided)
                .having(DrawHistory.approve(DRAW, "赵局"))
                .when(DrawHistory.approve(DRAW, "钱局"))
                .state();
    assertThat(anew.past().ceremonyBarred()).isTrue();
    assertThat(anew.past().rounds()).isEqualTo(2);
  }

  private static int lastCommit(List<DrawEvent> events) {
    int last = 0;
    for (int i = 0; i < events.size(); i++) {
      last = events.get(i) instanceof DrawEvent.DrawCommitted ? i : last;
    }
    return last;
  }

  /** Releases before this one let the coordinator begin anew after such a void. */
  @Test
  void a_ledger_of_old_that_began_anew_behind_voided_teams_still_reads_as_it_did() {
    FrozenFrame whole = ((DrawEvent.FrameFrozen) DrawHistory.frozenAgain()).frame();
    var anew =
        (TaskDraws.Frozen)
            after(DrawHistory.secondVoided(DrawHistory.drawnAgain()))
                .and(new DrawEvent.FrameFrozen(whole))
                .when(new DrawCommand.ApproveVoid(SECOND, "王局", "看一看", Ceremony.NOW))
                .state();
    assertThat(anew.past().batches()).isZero();
    assertThat(anew.past().standing()).isEmpty();
    assertThat(anew.past().ended())
        .extracting(e -> e.frame().drawId())
        .containsExactlyInAnyOrder(DRAW, SECOND);
    assertThat(anew.stands(DRAW)).isFalse();
  }
}
