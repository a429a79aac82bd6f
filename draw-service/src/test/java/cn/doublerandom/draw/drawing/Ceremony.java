package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.DrawCommand.ApproveVoid;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.drawing.DrawCommand.RevealContribution;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.Window;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.draw.register.InRegister;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One task, its frozen lists and a ceremony of two witnesses, as the tests of draws begin. */
final class Ceremony {
  private Ceremony() {}

  static final Officer COORDINATOR = new Officer("coordinator", "法制安全科");
  static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  static final Instant NOW = Instant.parse("2023-03-15T02:00:00Z");
  static final Instant DEADLINE = Instant.parse("2023-03-20T16:00:00Z");
  static final String DRAW = "130534-2023001-001-1";
  static final String SECRET = "30".repeat(32);
  static final Entropy.Contribution A = new Entropy.Contribution("纪检监察室", "ab".repeat(16), "7919");
  static final Entropy.Contribution B = new Entropy.Contribution("企业代表", "cd".repeat(16), "");
  static final PlanTask TASK =
      new PlanTask(
          "2023001",
          "随机抽查001",
          "001",
          "道路运输行业随机抽查",
          PlanTask.DrawType.TARGETED,
          "10%",
          10,
          100,
          "事项",
          "范围",
          "法制安全科",
          "执法大队",
          "2023年3月至11月",
          LocalDate.of(2023, 3, 1),
          LocalDate.of(2023, 11, 30),
          null,
          null);

  static final Window WINDOW = new Window(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 11, 30));

  static FrozenLists lists(int subjects) {
    List<FrameEntry> frame = new ArrayList<>();
    for (int i = 0; i < subjects; i++) {
      frame.add(new FrameEntry("S%03d".formatted(i), "ALL"));
    }
    return new FrozenLists(
        frame,
        List.of(
            new InspectorEntry("I1", List.of("unit:大队"), 0, 20),
            new InspectorEntry("I2", List.of("unit:科"), 0, 20),
            new InspectorEntry("I3", List.of("unit:科"), 1, 20)),
        List.of());
  }

  static FreezeFrame freeze(LocalDate today, boolean published, int subjects, int items) {
    return freeze(
        today,
        published,
        subjects,
        items == 0 ? List.of() : List.of(new FrozenFrame.Item("I-1", "经营行为检查")));
  }

  static FreezeFrame withItems(List<FrozenFrame.Item> items) {
    return freeze(TODAY, true, 34, items);
  }

  private static FreezeFrame freeze(
      LocalDate today, boolean published, int subjects, List<FrozenFrame.Item> items) {
    return new FreezeFrame(
        "130534",
        TASK,
        WINDOW,
        published,
        Optional.of(PROGRAMME),
        "hebei-2023.1",
        2,
        Rates.ofAll(10, 100),
        lists(subjects),
        items,
        List.of(List.of("unit:大队"), List.of()),
        3,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        COORDINATOR,
        today,
        4711L);
  }

  /** The same frame, frozen by somebody. */
  static FreezeFrame freeze(Officer by) {
    return freeze(FREEZE.unlisted(), by);
  }

  /** The same frame on a day on which some were not on the list. */
  static FreezeFrame freeze(List<FrozenFrame.Unlisted> unlisted, Officer by) {
    return freeze(unlisted, FREEZE.recusedFrom(), by);
  }

  /** The same frame with recusals that somebody decided. */
  static FreezeFrame freezeBehind(List<RecusedFrom> recusedFrom) {
    return freeze(FREEZE.unlisted(), recusedFrom, FREEZE.by());
  }

  private static FreezeFrame freeze(
      List<FrozenFrame.Unlisted> unlisted, List<RecusedFrom> recusedFrom, Officer by) {
    FreezeFrame f = FREEZE;
    return new FreezeFrame(
        f.bureau(),
        f.task(),
        f.window(),
        f.planPublished(),
        f.programme(),
        f.rulePack(),
        f.leastTeam(),
        f.rates(),
        f.lists(),
        f.items(),
        f.slots(),
        f.alternates(),
        unlisted,
        f.combined(),
        f.excluded(),
        f.upcoming(),
        List.of(),
        recusedFrom,
        f.limits(),
        by,
        f.today(),
        f.registerSeq());
  }

  /** The same frame with a floor, and with how often a subject may be drawn. */
  static FreezeFrame freezeWith(Commit.Floor floor, Optional<FrozenFrame.Limits> limits) {
    FreezeFrame f = FREEZE;
    return new FreezeFrame(
        f.bureau(),
        f.task(),
        f.window(),
        f.planPublished(),
        f.programme(),
        f.rulePack(),
        f.leastTeam(),
        new Rates(f.rates().strata(), Optional.of(floor)),
        f.lists(),
        f.items(),
        f.slots(),
        f.alternates(),
        f.unlisted(),
        f.combined(),
        f.excluded(),
        f.upcoming(),
        List.of(),
        f.recusedFrom(),
        limits,
        f.by(),
        f.today(),
        f.registerSeq());
  }

  /** The same commit, made by somebody. */
  static CommitDraw commit(CommitDraw c, String by) {
    return new CommitDraw(c.drawId(), c.source(), c.rules(), c.seal(), c.executeBy(), by, c.now());
  }

  static final FrozenFrame.Programme PROGRAMME =
      new FrozenFrame.Programme("清交双随机办〔2023〕2号", "第一期实施方案", WINDOW.from(), WINDOW.to());

  /** Everybody is in business and may serve. */
  static final InRegister REGISTER =
      new InRegister(
          lists(100).frame().stream().collect(Collectors.toMap(FrameEntry::id, entry -> "ACTIVE")),
          Map.of());

  static final FreezeFrame FREEZE = freeze(TODAY, true, 34, 1);
  static final String HOLDER = "supervisor";

  /** Real time at which somebody outside had seen the commit, and the first moment to reveal. */
  static final Instant COSIGNED = Instant.parse("2026-11-26T01:00:00Z");

  static final Duration MINUTE = Duration.ofSeconds(60);

  /** Real time at which the witnesses reveal, and since when others than the operator may draw. */
  static final Instant REVEALED = COSIGNED.plus(MINUTE);

  static final Instant OTHERS_FROM = REVEALED.plus(Duration.ofMinutes(10));

  static final CommitSeen SEEN = new CommitSeen(7, "ef".repeat(32), COSIGNED.toString());

  static final WitnessRule WITNESSES =
      new WitnessRule(
          2, Set.of(WitnessKind.DISCIPLINE_INSPECTION, WitnessKind.ENTERPRISE, WitnessKind.PUBLIC));

  /** Any source, no lottery pinned. */
  static final ChanceRules RULES = rules(List.of());

  static ChanceRules rules(List<PublicLottery> lotteries) {
    Set<ChanceRules.Kind> all = Set.of(ChanceRules.Kind.values());
    return new ChanceRules(all, all, lotteries, WITNESSES);
  }

  /** A and B have promised, each for himself, and the supervisor has opened the deposit. */
  static final List<DrawCommand> PREPARED = prepared(DRAW, A, B);

  static List<DrawCommand> prepared(String drawId, Entropy.Contribution... promised) {
    List<DrawCommand> commands = new ArrayList<>();
    for (Entropy.Contribution one : promised) {
      commands.add(named(drawId, one.by()));
      commands.add(promise(drawId, one));
    }
    commands.add(deposit(drawId));
    commands.add(confirm(drawId));
    commands.add(terms(drawId, TERMS_APPROVER));
    return commands;
  }

  static final String TERMS_APPROVER = "approver-3";

  /** Somebody agrees to what was frozen. */
  static DrawCommand.ApproveTerms terms(String drawId, String by) {
    return new DrawCommand.ApproveTerms(drawId, by, TODAY);
  }

  static DrawCommand.NameWitness named(String drawId, String name) {
    return new DrawCommand.NameWitness(
        drawId,
        name,
        name.equals(A.by()) ? WitnessKind.DISCIPLINE_INSPECTION : WitnessKind.ENTERPRISE,
        witness(name).account(),
        Sides.NONE,
        COORDINATOR.account());
  }

  /** Whose account the witness of that name acts with. */
  static Officer witness(String name) {
    return new Officer("witness-" + name, name);
  }

  static DrawCommand.PromiseContribution promise(String drawId, Entropy.Contribution one) {
    return new DrawCommand.PromiseContribution(
        drawId,
        one.by(),
        one.commitment(),
        new Credential.Account(witness(one.by())),
        Sides.NONE,
        one.nonce().substring(0, 16));
  }

  static DrawCommand.DepositSecret deposit(String drawId) {
    return new DrawCommand.DepositSecret(
        drawId,
        Hashes.ofSecret(SECRET),
        "sealed",
        "0a".repeat(32),
        Hashes.ofReceipt("ee".repeat(32)),
        COORDINATOR.account(),
        HOLDER);
  }

  static DrawCommand.ConfirmDeposit confirm(String drawId) {
    return new DrawCommand.ConfirmDeposit(
        drawId, Hashes.ofSecret(SECRET), Hashes.ofReceipt("ee".repeat(32)), HOLDER);
  }

  static final CommitDraw COMMIT = commit(DRAW, DEADLINE);

  static CommitDraw commit(String drawId, Instant executeBy) {
    return new CommitDraw(
        drawId, Optional.empty(), RULES, Optional.empty(), executeBy, COORDINATOR.account(), NOW);
  }

  static CommitDraw commitAt(Instant now) {
    return new CommitDraw(
        DRAW,
        Optional.empty(),
        RULES,
        Optional.empty(),
        now.plus(Duration.ofDays(1)),
        COORDINATOR.account(),
        now);
  }

  static RevealContribution reveal(Entropy.Contribution contribution) {
    return reveal(DRAW, contribution);
  }

  static RevealContribution reveal(String drawId, Entropy.Contribution contribution) {
    return new RevealContribution(
        drawId,
        contribution,
        new Credential.Account(witness(contribution.by())),
        Optional.of(SEEN),
        MINUTE,
        REVEALED,
        NOW);
  }

  static ExecuteDraw execute(String secret, Instant now) {
    return new ExecuteDraw(
        DRAW,
        new Given.OperatorSecret(secret),
        Optional.empty(),
        COORDINATOR.account(),
        REVEALED,
        now,
        TODAY);
  }

  /** The same secret, told by somebody at some real time. */
  static ExecuteDraw execute(String by, Instant recordedAt, String secret) {
    return new ExecuteDraw(
        DRAW, new Given.OperatorSecret(secret), Optional.empty(), by, recordedAt, NOW, TODAY);
  }

  static ApproveVoid approve(String by, String reason) {
    return new ApproveVoid(DRAW, by, reason, NOW);
  }

  static final ExecuteDraw EXECUTE = execute(SECRET, NOW);

  static FreezeFrame freezeWith(List<InspectorEntry> inspectors, List<RecusalEntry> recusals) {
    return new FreezeFrame(
        "130534",
        TASK,
        WINDOW,
        true,
        Optional.of(PROGRAMME),
        "hebei-2023.1",
        2,
        Rates.ofAll(10, 100),
        new FrozenLists(lists(34).frame(), inspectors, recusals),
        List.of(new FrozenFrame.Item("I-1", "经营行为检查")),
        List.of(List.of("unit:大队"), List.of()),
        3,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        COORDINATOR,
        TODAY,
        4711L);
  }

  static final InspectorEntry BRIGADE = new InspectorEntry("I1", List.of("unit:大队"), 0, 2);
  static final InspectorEntry OFFICE = new InspectorEntry("I2", List.of("unit:科"), 0, 20);
}
