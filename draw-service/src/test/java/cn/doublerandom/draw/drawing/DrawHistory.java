package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.DEADLINE;
import static cn.doublerandom.draw.drawing.Ceremony.NOW;
import static cn.doublerandom.draw.drawing.Ceremony.PREPARED;
import static cn.doublerandom.draw.drawing.Ceremony.SECRET;
import static cn.doublerandom.draw.drawing.Ceremony.TODAY;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.Vrf;
import cn.doublerandom.eventstore.decider.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened in the draws of the ceremony's task, for the tests of what is read of them. */
public final class DrawHistory {
  public static final String DRAW = Ceremony.DRAW;
  public static final String SECOND = "130534-2023001-001-2";
  public static final String STREAM = "task-130534-2023001-001";
  public static final LocalDate DAY = TODAY;

  private static final DrawDecider DECIDER = new DrawDecider();
  private static final String KEY = "42".repeat(32);
  private static final String OPEN_BY = "2023-11-30T16:00:00Z";

  private static final List<DrawEvent> COMMITTED =
      after(prepared(frozen()), List.of(Ceremony.COMMIT));
  private static final List<DrawEvent> DRAWN =
      after(COMMITTED, List.of(Ceremony.reveal(A), Ceremony.reveal(B), Ceremony.EXECUTE));
  private static final List<DrawEvent> SEALED = drawnAndSealed();
  private static final List<DrawEvent> INFEASIBLE = drawnWithoutTeams();
  private static final List<DrawEvent> DRAWN_AGAIN = teamsDrawnAgain();

  private DrawHistory() {}

  /** Thirty-four firms and three officers are frozen, of whom one alone fits the first slot. */
  public static List<DrawEvent> frozen() {
    return after(List.of(), List.of(Ceremony.FREEZE));
  }

  /** The same with a floor that draws more than the plan says. */
  public static List<DrawEvent> frozenAbovePlan() {
    return after(
        List.of(), List.of(Ceremony.freezeWith(new Commit.Floor(50, 100, 0), Optional.empty())));
  }

  /** Witnesses promise, the secret is deposited, and somebody agrees to the terms. */
  public static List<DrawEvent> prepared(List<DrawEvent> frozen) {
    return after(frozen, PREPARED);
  }

  public static List<DrawEvent> committed() {
    return COMMITTED;
  }

  /** Four firms, each with a team of two. */
  public static List<DrawEvent> drawn() {
    return DRAWN;
  }

  /** Drawn, and nobody may know who. */
  public static List<DrawEvent> sealed() {
    return SEALED;
  }

  private static List<DrawEvent> drawnAndSealed() {
    List<DrawEvent> revealed =
        after(
            prepared(frozen()),
            List.of(
                new DrawCommand.CommitDraw(
                    DRAW,
                    Optional.empty(),
                    Ceremony.RULES,
                    Optional.of(new Commit.Seal(Vrf.publicKey(KEY), OPEN_BY)),
                    DEADLINE,
                    "coordinator",
                    NOW),
                Ceremony.reveal(A),
                Ceremony.reveal(B)));
    var committed = (TaskDraws.Committed) state(revealed);
    var given = new Given.OperatorSecret(SECRET);
    String proof =
        Vrf.prove(KEY, DrawComputation.alpha(committed.commit(), committed.entropy(given)));
    return after(
        revealed,
        List.of(
            new DrawCommand.ExecuteDraw(
                DRAW,
                given,
                Optional.of(new Sealing(proof, "5a".repeat(32))),
                "coordinator",
                Ceremony.REVEALED,
                NOW,
                TODAY)));
  }

  /** A sealed draw that everybody may see since a day. */
  public static List<DrawEvent> opened(LocalDate on) {
    return after(sealed(), List.of(new DrawCommand.OpenDraw(DRAW, "coordinator", on)));
  }

  /** Two agree that the draw under way is void. */
  public static List<DrawEvent> voided(List<DrawEvent> before) {
    return after(before, List.of(Ceremony.approve("王局", "名单有误"), Ceremony.approve("李局", "名单有误")));
  }

  /** The first round has four firms and too few officers. */
  public static List<DrawEvent> infeasible() {
    return INFEASIBLE;
  }

  private static List<DrawEvent> drawnWithoutTeams() {
    return after(
        List.of(),
        concat(
            List.of(Ceremony.freezeWith(List.of(Ceremony.BRIGADE, Ceremony.OFFICE), List.of())),
            concat(
                PREPARED,
                List.of(
                    Ceremony.COMMIT, Ceremony.reveal(A), Ceremony.reveal(B), Ceremony.EXECUTE))));
  }

  /** The second draws the teams of the same firms again. */
  public static List<DrawEvent> drawnAgain() {
    return DRAWN_AGAIN;
  }

  private static List<DrawEvent> teamsDrawnAgain() {
    return after(
        teamsFrozen(),
        concat(
            Ceremony.prepared(SECOND, A, B),
            List.of(
                Ceremony.commit(SECOND, DEADLINE),
                Ceremony.reveal(SECOND, A),
                Ceremony.reveal(SECOND, B),
                new DrawCommand.ExecuteDraw(
                    SECOND,
                    new Given.OperatorSecret(SECRET),
                    Optional.empty(),
                    "coordinator",
                    Ceremony.REVEALED,
                    NOW,
                    TODAY))));
  }

  /** The lists of the second round, which is to draw the teams of the same firms again. */
  public static List<DrawEvent> teamsFrozen() {
    return after(infeasible(), List.of(teams()));
  }

  static DrawCommand.FreezeTeams teams() {
    return new DrawCommand.FreezeTeams(
        DRAW,
        true,
        "hebei-2023.1",
        new FrozenLists(
            List.of(), List.of(new InspectorEntry("I9", List.of("unit:大队"), 3, 20)), List.of()),
        List.of(),
        Ceremony.COORDINATOR,
        TODAY,
        4712L);
  }

  /** Two agree that the second round is void. */
  public static List<DrawEvent> secondVoided(List<DrawEvent> before) {
    return after(before, List.of(approve(SECOND, "王局"), approve(SECOND, "李局")));
  }

  static DrawCommand.ApproveVoid approve(String drawId, String by) {
    return new DrawCommand.ApproveVoid(drawId, by, "名单有误", NOW);
  }

  /** The frame of the second round; the same firms and officers. */
  public static DrawEvent frozenAgain() {
    FrozenFrame f = ((DrawEvent.FrameFrozen) frozen().getFirst()).frame();
    return new DrawEvent.FrameFrozen(
        new FrozenFrame(
            SECOND,
            f.planId(),
            f.taskId(),
            2,
            f.rulePack(),
            f.rateNum(),
            f.rateDen(),
            f.lists(),
            f.slots(),
            f.alternates(),
            f.items(),
            f.checkFrom(),
            f.checkTo(),
            f.strata(),
            f.floor(),
            f.continues(),
            f.unlisted(),
            f.combined(),
            f.excluded(),
            f.frozenBy(),
            f.upcoming(),
            f.registerSeq(),
            f.recusedFrom(),
            f.limits(),
            f.names(),
            null));
  }

  /** The first batch is drawn and the second one begins. */
  public static List<DrawEvent> nextBatch() {
    List<DrawEvent> events = new ArrayList<>(drawn());
    events.add(frozenAgain());
    return List.copyOf(events);
  }

  public static TaskDraws state(List<DrawEvent> events) {
    return DECIDER.replay(events);
  }

  private static List<DrawCommand> concat(
      List<? extends DrawCommand> first, List<? extends DrawCommand> then) {
    List<DrawCommand> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private static List<DrawEvent> after(
      List<DrawEvent> before, List<? extends DrawCommand> commands) {
    List<DrawEvent> events = new ArrayList<>(before);
    for (DrawCommand command : commands) {
      switch (DECIDER.decide(command, state(events))) {
        case Decision.Accepted<DrawEvent>(var more) -> events.addAll(more);
        case Decision.Rejected<DrawEvent> rejected ->
            throw new AssertionError(command + " was refused: " + rejected);
      }
    }
    return List.copyOf(events);
  }
}
