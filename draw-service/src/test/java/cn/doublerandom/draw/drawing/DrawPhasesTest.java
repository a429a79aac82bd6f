package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.DEADLINE;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static cn.doublerandom.draw.drawing.Ceremony.NOW;
import static cn.doublerandom.draw.drawing.Ceremony.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Vrf;
import cn.doublerandom.eventstore.decider.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked of a draw in each of its phases, and what is answered in the others. */
class DrawPhasesTest {
  private static final List<String> PHASES =
      List.of("undrawn", "frozen", "prepared", "committed", "revealed", "executed", "voided");
  private static final String LATER = "130534-2023001-001-2";
  private static final DrawDecider DECIDER = new DrawDecider();

  private static Decision<DrawEvent> ask(DrawCommand command, TaskDraws draws) {
    return DECIDER.decide(command, draws);
  }

  private static TaskDraws after(TaskDraws draws, DrawCommand command) {
    if (ask(command, draws) instanceof Decision.Accepted<DrawEvent>(var events)) {
      TaskDraws then = draws;
      for (DrawEvent event : events) {
        then = DECIDER.evolve(then, event);
      }
      return then;
    }
    throw new AssertionError(command + " was refused");
  }

  private static TaskDraws after(TaskDraws draws, List<? extends DrawCommand> commands) {
    TaskDraws then = draws;
    for (DrawCommand command : commands) {
      then = after(then, command);
    }
    return then;
  }

  private static TaskDraws in(String phase) {
    TaskDraws draws = DECIDER.initial();
    for (String step : PHASES.subList(1, 1 + PHASES.indexOf(phase))) {
      draws =
          switch (step) {
            case "frozen" -> after(draws, FREEZE);
            case "prepared" -> after(draws, Ceremony.PREPARED);
            case "committed" -> after(draws, Ceremony.COMMIT);
            case "revealed" -> after(draws, List.of(Ceremony.reveal(A), Ceremony.reveal(B)));
            case "executed" -> after(draws, Ceremony.EXECUTE);
            default ->
                after(
                    draws,
                    List.of(
                        Ceremony.approve("leader-1", "名单有误"),
                        Ceremony.approve("leader-2", "名单有误")));
          };
    }
    return draws;
  }

  private static TaskDraws sealed() {
    String key = "42".repeat(32);
    TaskDraws committed =
        after(
            in("prepared"),
            List.of(
                new DrawCommand.CommitDraw(
                    DRAW,
                    Optional.empty(),
                    Ceremony.RULES,
                    Optional.of(new Commit.Seal(Vrf.publicKey(key), "2023-11-30T16:00:00Z")),
                    DEADLINE,
                    "coordinator",
                    NOW),
                Ceremony.reveal(A),
                Ceremony.reveal(B)));
    var draw = (TaskDraws.Committed) committed;
    var given = new Given.OperatorSecret(Ceremony.SECRET);
    String proof = Vrf.prove(key, DrawComputation.alpha(draw.commit(), draw.entropy(given)));
    return after(
        committed,
        new DrawCommand.ExecuteDraw(
            DRAW,
            given,
            Optional.of(new Sealing(proof, "5a".repeat(32))),
            "coordinator",
            Ceremony.REVEALED,
            NOW,
            TODAY));
  }

  private static DrawCommand command(String name, String drawId) {
    var drawn = ((TaskDraws.Executed) in("executed")).result();
    String subject = drawn.selected().getFirst();
    String member = drawn.teams().getFirst().inspectors().getLast();
    return switch (name) {
      case "teams" ->
          new DrawCommand.FreezeTeams(
              drawId,
              true,
              "hebei-2023.1",
              Ceremony.lists(34),
              List.of(),
              Ceremony.COORDINATOR,
              TODAY,
              4711L);
      case "terms" -> Ceremony.terms(drawId, "approver-4");
      case "name" ->
          new DrawCommand.NameWitness(
              drawId, "公众代表", WitnessKind.PUBLIC, "public", Sides.NONE, "coordinator");
      case "release" -> new DrawCommand.ReleaseWitness(drawId, "公众代表", "", "coordinator");
      case "release agreed" -> new DrawCommand.ApproveRelease(drawId, A.by(), "leader-1");
      case "code" ->
          new DrawCommand.IssueWitnessCode(
              drawId, "公众代表", WitnessKind.PUBLIC, "0c".repeat(32), Sides.NONE, "coordinator");
      case "promise" -> Ceremony.promise(drawId, A);
      case "deposit" -> Ceremony.deposit(drawId);
      case "confirm" -> Ceremony.confirm(drawId);
      case "commit" -> Ceremony.commit(drawId, DEADLINE);
      case "reveal" -> Ceremony.reveal(drawId, A);
      case "observe" ->
          new DrawCommand.ObserveNumbers(
              drawId,
              new Entropy.LotteryReveal("ssq", "2023030", List.of(List.of(1))),
              TODAY,
              "x",
              NOW);
      case "execute" ->
          new DrawCommand.ExecuteDraw(
              drawId,
              new Given.OperatorSecret(Ceremony.SECRET),
              Optional.empty(),
              "coordinator",
              Ceremony.REVEALED,
              NOW,
              TODAY);
      case "open" -> new DrawCommand.OpenDraw(drawId, "coordinator", TODAY);
      case "void" -> new DrawCommand.ApproveVoid(drawId, "leader-1", "名单有误", NOW);
      case "void declined" -> new DrawCommand.EndVoid(drawId, "leader-2", "名单核对无误", false);
      case "void taken back" -> new DrawCommand.EndVoid(drawId, "leader-1", "名单核对无误", true);
      case "replace subject" ->
          new DrawCommand.RequestSubjectReplacement(
              drawId, subject, "企业已经注销", "登记机关的通知", "coordinator", TODAY, Ceremony.REGISTER, null);
      case "replace inspector" ->
          new DrawCommand.RequestInspectorReplacement(
              drawId, subject, member, "住院治疗", "", "coordinator", TODAY, Ceremony.REGISTER, null);
      case "agree" ->
          new DrawCommand.ApproveReplacement(
              drawId, subject, "leader-1", TODAY, Ceremony.REGISTER, null);
      case "keep" -> new DrawCommand.RequestKeeping(drawId, subject, member, "别无他人", "coordinator");
      case "follow" ->
          new DrawCommand.FollowVisit(
              drawId, subject, List.of("I1", "I3"), Optional.empty(), "检查已经结束", TODAY);
      case "overdue" -> new DrawCommand.NoteOverdue(DEADLINE);
      case "recusals" ->
          new DrawCommand.NoteRecusals(
              drawId, List.of(new DeclaredRecusal(subject, member, "RELATIVE", null, null)), TODAY);
      default -> FREEZE;
    };
  }

  /** The name of the refusal, or of the events; "-" where nothing happens. */
  private static String told(Decision<DrawEvent> decision) {
    return switch (decision) {
      case Decision.Rejected<DrawEvent>(var rejection, var details) -> rejection.toString();
      case Decision.Accepted<DrawEvent>(var events) when events.isEmpty() -> "-";
      case Decision.Accepted<DrawEvent>(var events) ->
          events.stream().map(e -> e.getClass().getSimpleName()).collect(Collectors.joining("+"));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "freeze, DRAW_OPEN DRAW_OPEN DRAW_OPEN DRAW_OPEN TASK_ALREADY_DRAWN" + " TASK_ALREADY_DRAWN",
    "teams, DRAW_OPEN DRAW_OPEN DRAW_OPEN DRAW_OPEN TEAMS_COMPLETE DRAW_SEALED",
    "terms, TermsApproved TERMS_APPROVED_ALREADY DRAW_OPEN DRAW_OPEN"
        + " DRAW_ALREADY_EXECUTED DRAW_ALREADY_EXECUTED",
    "name, WitnessNamed WitnessNamed DRAW_OPEN DRAW_OPEN DRAW_ALREADY_EXECUTED"
        + " DRAW_ALREADY_EXECUTED",
    "release, WITNESS_UNKNOWN WITNESS_UNKNOWN DRAW_OPEN DRAW_OPEN DRAW_ALREADY_EXECUTED"
        + " DRAW_ALREADY_EXECUTED",
    "release agreed, RELEASE_NOT_ASKED RELEASE_NOT_ASKED DRAW_OPEN DRAW_OPEN"
        + " DRAW_ALREADY_EXECUTED DRAW_ALREADY_EXECUTED",
    "code, WITNESS_NOT_IMPARTIAL WITNESS_NOT_IMPARTIAL DRAW_OPEN DRAW_OPEN"
        + " DRAW_ALREADY_EXECUTED DRAW_ALREADY_EXECUTED",
    "promise, WITNESS_UNKNOWN PROMISE_KNOWN DRAW_OPEN DRAW_OPEN DRAW_ALREADY_EXECUTED"
        + " DRAW_ALREADY_EXECUTED",
    "deposit, SecretDeposited DEPOSIT_CONFIRMED DRAW_OPEN DRAW_OPEN DRAW_ALREADY_EXECUTED"
        + " DRAW_ALREADY_EXECUTED",
    "confirm, DEPOSIT_MISSING DEPOSIT_CONFIRMED DRAW_OPEN DRAW_OPEN DRAW_ALREADY_EXECUTED"
        + " DRAW_ALREADY_EXECUTED",
    "commit, WITNESSES_TOO_FEW DrawCommitted DRAW_OPEN DRAW_OPEN DRAW_ALREADY_EXECUTED"
        + " DRAW_ALREADY_EXECUTED",
    "reveal, DRAW_NOT_COMMITTED DRAW_NOT_COMMITTED ContributionRevealed"
        + " CONTRIBUTION_KNOWN DRAW_ALREADY_EXECUTED DRAW_ALREADY_EXECUTED",
    "observe, DRAW_NOT_COMMITTED DRAW_NOT_COMMITTED ENTROPY_UNFIT ENTROPY_UNFIT"
        + " DRAW_ALREADY_EXECUTED DRAW_ALREADY_EXECUTED",
    "execute, DRAW_NOT_COMMITTED DRAW_NOT_COMMITTED WITNESSES_FIRST"
        + " EntropyObserved+DrawExecuted DRAW_ALREADY_EXECUTED DRAW_ALREADY_EXECUTED",
    "open, DRAW_NOT_SEALED DRAW_NOT_SEALED DRAW_NOT_SEALED DRAW_NOT_SEALED"
        + " DRAW_NOT_SEALED DrawOpened",
    "void, VoidApproved VoidApproved VoidApproved VoidApproved VoidApproved VoidApproved",
    "void declined, VOID_NOT_ASKED VOID_NOT_ASKED VOID_NOT_ASKED VOID_NOT_ASKED VOID_NOT_ASKED"
        + " VOID_NOT_ASKED",
    "replace subject, DRAW_NOT_EXECUTED DRAW_NOT_EXECUTED DRAW_NOT_EXECUTED"
        + " DRAW_NOT_EXECUTED ReplacementRequested DRAW_NOT_EXECUTED",
    "replace inspector, DRAW_NOT_EXECUTED DRAW_NOT_EXECUTED DRAW_NOT_EXECUTED"
        + " DRAW_NOT_EXECUTED ReplacementRequested DRAW_NOT_EXECUTED",
    "agree, DRAW_NOT_EXECUTED DRAW_NOT_EXECUTED DRAW_NOT_EXECUTED DRAW_NOT_EXECUTED"
        + " REPLACEMENT_UNKNOWN DRAW_NOT_EXECUTED",
    "keep, DRAW_NOT_EXECUTED DRAW_NOT_EXECUTED DRAW_NOT_EXECUTED DRAW_NOT_EXECUTED"
        + " REPLACEMENT_NOT_DUE DRAW_NOT_EXECUTED",
    "follow, - - - - - -",
    "overdue, - - DrawOverdue DrawOverdue - -",
    "recusals, MemberRecused MemberRecused MemberRecused MemberRecused MemberRecused"
        + " MemberRecused"
  })
  void every_step_has_its_phases_and_is_refused_in_all_others(String command, String answers) {
    List<String> told = new ArrayList<>();
    for (TaskDraws phase :
        List.of(
            in("frozen"),
            in("prepared"),
            in("committed"),
            in("revealed"),
            in("executed"),
            sealed())) {
      told.add(told(ask(command(command, DRAW), phase)));
    }
    assertThat(told).containsExactly(answers.split(" +"));
  }

  @Test
  void a_void_one_person_approved_comes_to_nothing_in_every_phase() {
    for (TaskDraws phase :
        List.of(
            in("frozen"),
            in("prepared"),
            in("committed"),
            in("revealed"),
            in("executed"),
            sealed())) {
      TaskDraws asked = after(phase, command("void", DRAW));
      for (String way : List.of("void declined", "void taken back")) {
        assertThat(told(ask(command(way, DRAW), asked))).isEqualTo("VoidEnded");
        assertThat(after(asked, command(way, DRAW))).isEqualTo(phase);
      }
    }
  }

  @Test
  void only_who_approved_a_void_takes_it_back_and_who_had_a_hand_in_the_draw_declines_none() {
    TaskDraws asked = after(in("executed"), command("void", DRAW));
    assertThat(told(ask(new DrawCommand.EndVoid(DRAW, "leader-2", "名单核对无误", true), asked)))
        .isEqualTo("VOID_OF_ANOTHER");
    assertThat(told(ask(new DrawCommand.EndVoid(DRAW, "leader-1", "名单核对无误", false), asked)))
        .isEqualTo("VOID_NEEDS_SECOND_PERSON");
    assertThat(told(ask(new DrawCommand.EndVoid(DRAW, "coordinator", "名单核对无误", false), asked)))
        .isEqualTo("VOID_NEEDS_OUTSIDER");
    assertThat(told(ask(new DrawCommand.EndVoid(DRAW, "leader-2", "。", false), asked)))
        .isEqualTo("REASON_MISSING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "teams",
        "terms",
        "name",
        "release",
        "code",
        "promise",
        "deposit",
        "confirm",
        "commit",
        "reveal",
        "observe",
        "execute",
        "open",
        "void",
        "void declined",
        "replace subject",
        "replace inspector",
        "agree",
        "keep"
      })
  void a_draw_that_is_not_there_is_unknown_and_a_void_one_is_over(String command) {
    for (String phase : PHASES) {
      assertThat(ask(command(command, LATER), in(phase)))
          .isEqualTo(Decision.reject(PhaseRejection.DRAW_UNKNOWN));
    }
    assertThat(ask(command(command, DRAW), in("undrawn")))
        .isEqualTo(Decision.reject(PhaseRejection.DRAW_UNKNOWN));
    assertThat(ask(command(command, DRAW), in("voided")))
        .isEqualTo(Decision.reject(PhaseRejection.DRAW_OVER));
  }

  @Test
  void what_is_told_of_a_draw_that_is_not_there_changes_nothing() {
    for (String told : List.of("recusals", "follow")) {
      for (String phase : PHASES) {
        assertThat(told(ask(command(told, LATER), in(phase)))).isEqualTo("-");
      }
    }
    for (String phase : List.of("undrawn", "voided")) {
      assertThat(told(ask(command("overdue", DRAW), in(phase)))).isEqualTo("-");
      assertThat(told(ask(FREEZE, in(phase)))).isEqualTo("FrameFrozen");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2023-03-20T16:00:00Z, OPEN_BY_INVALID",
    "2023-03-20T16:00:01Z, DrawCommitted",
    "2024-03-20T16:00:00Z, DrawCommitted",
    "2024-03-20T16:00:01Z, OPEN_BY_INVALID"
  })
  void a_sealed_draw_is_opened_after_it_was_made_and_not_years_later(String openBy, String told) {
    String key = Vrf.publicKey("42".repeat(32));
    assertThat(
            told(
                ask(
                    new DrawCommand.CommitDraw(
                        DRAW,
                        Optional.empty(),
                        Ceremony.RULES,
                        Optional.of(new Commit.Seal(key, openBy)),
                        DEADLINE,
                        "coordinator",
                        NOW),
                    in("prepared"))))
        .isEqualTo(told);
  }

  @Test
  void what_the_visit_says_holds_and_the_record_names_who_went_and_who_stayed() {
    var drawn = ((TaskDraws.Executed) in("executed")).result().teams().getFirst();
    String stays = drawn.inspectors().getFirst();
    String goes = drawn.inspectors().getLast();
    String comes =
        Stream.of("I1", "I2", "I3")
            .filter(i -> !drawn.inspectors().contains(i))
            .findFirst()
            .orElseThrow();
    List<String> team = Stream.of(stays, comes).sorted().toList();
    var said =
        new DrawCommand.FollowVisit(DRAW, drawn.subject(), team, Optional.empty(), "检查已经开始", TODAY);
    assertThat(ask(said, in("executed")))
        .isEqualTo(
            Decision.accept(
                new ReplacementEvent.ReplacementUndone(
                    drawn.subject(),
                    null,
                    List.of(goes),
                    List.of(comes),
                    team,
                    "检查已经开始",
                    TODAY,
                    null)));
    var same =
        new DrawCommand.FollowVisit(
            DRAW, drawn.subject(), drawn.inspectors().reversed(), Optional.empty(), "x", TODAY);
    assertThat(told(ask(same, in("executed")))).isEqualTo("-");
  }

  @Test
  void who_is_replaced_is_of_the_team_of_a_drawn_firm() {
    var drawn = ((TaskDraws.Executed) in("executed")).result().teams().getFirst();
    assertThat(
            told(
                ask(
                    new DrawCommand.RequestInspectorReplacement(
                        DRAW,
                        "S999",
                        drawn.inspectors().getFirst(),
                        "住院治疗",
                        "",
                        "coordinator",
                        TODAY,
                        Ceremony.REGISTER,
                        null),
                    in("executed"))))
        .isEqualTo("SUBJECT_NOT_DRAWN");
    assertThat(
            told(
                ask(
                    new DrawCommand.RequestInspectorReplacement(
                        DRAW,
                        drawn.subject(),
                        "I9",
                        "住院治疗",
                        "",
                        "coordinator",
                        TODAY,
                        Ceremony.REGISTER,
                        null),
                    in("executed"))))
        .isEqualTo("MEMBER_UNKNOWN");
    assertThat(
            told(
                ask(
                    new DrawCommand.RequestInspectorReplacement(
                        DRAW,
                        drawn.subject(),
                        drawn.inspectors().getFirst(),
                        "x",
                        "",
                        "coordinator",
                        TODAY,
                        Ceremony.REGISTER,
                        null),
                    in("executed"))))
        .isEqualTo("REASON_MISSING");
  }
}
