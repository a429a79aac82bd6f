package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.COMMIT;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.EXECUTE;
import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static cn.doublerandom.draw.drawing.Ceremony.NOW;
import static cn.doublerandom.draw.drawing.Ceremony.PREPARED;
import static cn.doublerandom.draw.drawing.Ceremony.TODAY;
import static cn.doublerandom.draw.drawing.Ceremony.reveal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.deposit.SupervisorKeyCommand;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionDecider;
import cn.doublerandom.draw.exclusion.HandExclusion;
import cn.doublerandom.draw.plan.AdjustedPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanDecider;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.programme.PlannedBatch;
import cn.doublerandom.draw.programme.ProgrammeCommand;
import cn.doublerandom.draw.programme.ProgrammeContent;
import cn.doublerandom.draw.programme.ProgrammeDecider;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.sealing.SealingKeyCommand;
import cn.doublerandom.draw.sealing.SealingKeyDecider;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody approves what he asked for, whatever roles he holds and however his account is spelt. */
class TwoSidesTest {
  private static final LocalDate FROM = LocalDate.of(2023, 3, 1);
  private static final LocalDate TO = LocalDate.of(2023, 11, 30);

  /** Every command of the draw-service there is one for; a new one must be added or ruled out. */
  private static final List<Class<?>> APPROVING =
      List.of(
          DrawCommand.ApproveTerms.class,
          DrawCommand.ApproveRelease.class,
          DrawCommand.ApproveVoid.class,
          DrawCommand.ApproveReplacement.class,
          PlanCommand.ApprovePlan.class,
          PlanCommand.ApproveAdjustment.class,
          ProgrammeCommand.ApproveProgramme.class,
          ExclusionCommand.ApproveExclusion.class,
          SealingKeyCommand.ApproveSealingKey.class);

  /**
   * Something two people do.
   *
   * @param accepted whether an approval counts, by who asked and by who approves
   */
  record TwoSides(String name, Function<String, Function<String, Boolean>> accepted) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static <C, E, S> TwoSides sides(
      String name,
      Decider<C, E, S> decider,
      Function<String, List<C>> asked,
      Function<String, C> approval) {
    return new TwoSides(
        name,
        asker -> {
          List<E> history = new ArrayList<>();
          for (C command : asked.apply(asker)) {
            if (!(decider.decide(command, decider.replay(history))
                instanceof Decision.Accepted<E>(var events))) {
              throw new AssertionError(name + ": " + command + " was refused");
            }
            history.addAll(events);
          }
          S state = decider.replay(history);
          return approver ->
              decider.decide(approval.apply(approver), state)
                      instanceof Decision.Accepted<E>(var events)
                  && !events.isEmpty();
        });
  }

  private static List<DrawCommand> drawn(DrawCommand... more) {
    List<DrawCommand> commands = new ArrayList<>(List.of(FREEZE));
    commands.addAll(PREPARED);
    commands.addAll(List.of(COMMIT, reveal(A), reveal(B), EXECUTE));
    commands.addAll(List.of(more));
    return commands;
  }

  private static final String OTHER = "jia";

  /** The same draw, its steps done by these accounts. */
  private static List<DrawCommand> drawnBy(String freezer, String committer, String executor) {
    return drawn().stream()
        .map(command ->
            switch (command) {
              case DrawCommand.FreezeFrame f -> Ceremony.freeze(new Officer(freezer, "法制安全科"));
              case DrawCommand.CommitDraw c -> Ceremony.commit(c, committer);
              case DrawCommand.ExecuteDraw e ->
                  new DrawCommand.ExecuteDraw(
                      DRAW,
                      e.given(),
                      e.sealing(),
                      executor,
                      Ceremony.OTHERS_FROM,
                      e.now(),
                      e.today());
              default -> command;
            })
        .toList();
  }

  private static DrawCommand.DepositSecret deposit(String drawId, String by) {
    var known = Ceremony.deposit(drawId);
    return new DrawCommand.DepositSecret(
        drawId,
        known.commitment(),
        known.sealed(),
        known.key(),
        known.receiptHash(),
        by,
        known.holder());
  }

  private static DrawCommand approveVoid(String by) {
    return new DrawCommand.ApproveVoid(DRAW, by, "名单有误", NOW);
  }

  private static final TaskDraws.Executed DRAWN = executed();
  private static final String SUBJECT = DRAWN.result().selected().getFirst();

  private static TaskDraws.Executed executed() {
    var decider = new DrawDecider();
    List<DrawEvent> history = new ArrayList<>();
    for (DrawCommand command : drawn()) {
      if (decider.decide(command, decider.replay(history))
          instanceof Decision.Accepted<DrawEvent>(var events)) {
        history.addAll(events);
      }
    }
    return decider.replay(history).executed(DRAW).orElseThrow();
  }

  private static final TaskScope SCOPE = new TaskScope("ENTERPRISE", List.of(), List.of("道路运输"));
  private static final String TASK = AdjustedPlan.TASK;

  private static List<PlanCommand> plan(String importer, String definer, String submitter) {
    return List.of(
        new PlanCommand.ImportPlan(AdjustedPlan.BEFORE, importer),
        new PlanCommand.DefineTaskScope(TASK, SCOPE, definer),
        new PlanCommand.SubmitPlan(submitter, TODAY));
  }

  private static List<PlanCommand> published(PlanCommand... more) {
    List<PlanCommand> commands = new ArrayList<>(plan("甲", "甲", "甲"));
    commands.add(new PlanCommand.ApprovePlan("乙", TODAY, List.of()));
    commands.add(new PlanCommand.ReportPlan("甲", "市局", TODAY));
    commands.add(new PlanCommand.PublishPlan(TODAY));
    commands.addAll(List.of(more));
    return commands;
  }

  private static ProgrammeCommand.DraftProgramme draft(String title, String by) {
    return new ProgrammeCommand.DraftProgramme(
        new ProgrammeContent(title, "", List.of("项"), FROM, TO, 6, "培训", "实地", "科"),
        FROM,
        TO,
        new PlannedBatch(1, 1, List.of()),
        false,
        by,
        TODAY);
  }

  static Stream<TwoSides> everything() {
    Function<String, PlanCommand> approvePlan =
        by -> new PlanCommand.ApprovePlan(by, TODAY, List.of());
    Function<String, PlanCommand> approveAdjustment =
        by -> new PlanCommand.ApproveAdjustment(by, TODAY, List.of());
    Function<String, ProgrammeCommand> approveProgramme =
        by -> new ProgrammeCommand.ApproveProgramme(by, TODAY);
    Function<String, DrawCommand> approveReplacement =
        by -> new DrawCommand.ApproveReplacement(DRAW, SUBJECT, by, TODAY, Ceremony.REGISTER, null);
    var firm = new HandExclusion("S1", "OTHER", "正在搬迁", "现场照片", null);
    return Stream.of(
        sides(
            "解除指定",
            new DrawDecider(),
            by -> {
              List<DrawCommand> commands = new ArrayList<>(List.of(FREEZE));
              commands.addAll(PREPARED);
              commands.add(new DrawCommand.ReleaseWitness(DRAW, B.by(), "记下的数遗失", by));
              return commands;
            },
            by -> new DrawCommand.ApproveRelease(DRAW, B.by(), by)),
        sides("计划：读入", new PlanDecider(), by -> plan(by, "甲", "甲"), approvePlan),
        sides("计划：范围", new PlanDecider(), by -> plan("甲", by, "甲"), approvePlan),
        sides("计划：提交", new PlanDecider(), by -> plan("甲", "甲", by), approvePlan),
        sides(
            "计划：数量",
            new PlanDecider(),
            by -> {
              List<PlanCommand> commands = new ArrayList<>(plan("甲", "甲", "甲"));
              commands.add(2, new PlanCommand.DecideQuota(TASK, new Quota.Count(3), "人手", by));
              return commands;
            },
            approvePlan),
        sides(
            "计划：退回后重做",
            new PlanDecider(),
            by -> {
              List<PlanCommand> commands = new ArrayList<>(plan(by, "甲", "甲"));
              commands.add(new PlanCommand.ReturnPlan("丙", "再议"));
              commands.add(new PlanCommand.SubmitPlan("甲", TODAY));
              return commands;
            },
            approvePlan),
        sides(
            "公示后的数量",
            new PlanDecider(),
            by -> published(new PlanCommand.DecideQuota(TASK, new Quota.Count(3), "人手", by)),
            by -> new PlanCommand.DecideQuota(TASK, new Quota.Count(3), "人手", by)),
        sides(
            "公示后的数量：别人也提过",
            new PlanDecider(),
            by ->
                published(
                    new PlanCommand.DecideQuota(TASK, new Quota.Count(4), "人手", by),
                    new PlanCommand.DecideQuota(TASK, new Quota.Count(3), "人手", OTHER)),
            by -> new PlanCommand.DecideQuota(TASK, new Quota.Count(3), "人手", by)),
        sides(
            "调整：提出",
            new PlanDecider(),
            by ->
                published(
                    new PlanCommand.ProposeAdjustment(AdjustedPlan.AFTER, "上级部署", by, TODAY),
                    new PlanCommand.DefineTaskScope(AdjustedPlan.OTHER, SCOPE, "甲")),
            approveAdjustment),
        sides(
            "调整：范围",
            new PlanDecider(),
            by ->
                published(
                    new PlanCommand.ProposeAdjustment(AdjustedPlan.AFTER, "上级部署", "甲", TODAY),
                    new PlanCommand.DefineTaskScope(AdjustedPlan.OTHER, SCOPE, by)),
            approveAdjustment),
        sides(
            "实施方案：起草",
            new ProgrammeDecider(),
            by -> List.<ProgrammeCommand>of(draft("一", by)),
            approveProgramme),
        sides(
            "实施方案：别人改过",
            new ProgrammeDecider(),
            by -> List.<ProgrammeCommand>of(draft("一", by), draft("二", "甲")),
            approveProgramme),
        sides(
            "作废",
            new DrawDecider(),
            by -> drawn(new DrawCommand.ApproveVoid(DRAW, by, "名单有误", NOW)),
            by -> new DrawCommand.ApproveVoid(DRAW, by, "同意", NOW)),
        sides(
            "作废：冻结", new DrawDecider(), by -> drawnBy(by, OTHER, OTHER), TwoSidesTest::approveVoid),
        sides(
            "作废：承诺", new DrawDecider(), by -> drawnBy(OTHER, by, OTHER), TwoSidesTest::approveVoid),
        sides(
            "作废：执行", new DrawDecider(), by -> drawnBy(OTHER, OTHER, by), TwoSidesTest::approveVoid),
        sides(
            "作废：保管秘密",
            new DrawDecider(),
            by -> List.<DrawCommand>of(FREEZE, deposit(DRAW, by)),
            TwoSidesTest::approveVoid),
        sides(
            "抽取条件：锁定",
            new DrawDecider(),
            by -> List.<DrawCommand>of(Ceremony.freeze(new Officer(by, "法制安全科"))),
            TwoSidesTest::approveTerms),
        sides(
            "抽取条件：指定见证人",
            new DrawDecider(),
            by ->
                List.<DrawCommand>of(
                    FREEZE,
                    new DrawCommand.NameWitness(
                        DRAW, "公众", WitnessKind.PUBLIC, "witness", Sides.NONE, by)),
            TwoSidesTest::approveTerms),
        sides(
            "抽取条件：保管秘密",
            new DrawDecider(),
            by -> List.<DrawCommand>of(FREEZE, deposit(DRAW, by)),
            TwoSidesTest::approveTerms),
        sides(
            "作废：同意抽取条件",
            new DrawDecider(),
            // Before there is a result he may: else there might be nobody left (TermsTest).
            by ->
                drawn().stream()
                    .map(c -> c instanceof DrawCommand.ApproveTerms ? approveTerms(by) : c)
                    .toList(),
            TwoSidesTest::approveVoid),
        sides(
            "递补",
            new DrawDecider(),
            by ->
                drawn(
                    new DrawCommand.RequestSubjectReplacement(
                        DRAW, SUBJECT, "已注销", "登记机关通知", by, TODAY, Ceremony.REGISTER, null)),
            approveReplacement),
        sides(
            "更换执法人员",
            new DrawDecider(),
            by ->
                drawn(
                    new DrawCommand.RequestInspectorReplacement(
                        DRAW, SUBJECT, other(), "回避", "", by, TODAY, Ceremony.REGISTER, null)),
            approveReplacement),
        sides(
            "人工排除",
            new ExclusionDecider(),
            by -> List.<ExclusionCommand>of(new ExclusionCommand.RequestExclusion(firm, by)),
            by -> new ExclusionCommand.ApproveExclusion("S1", by)),
        sides(
            "人工排除：别人也提过",
            new ExclusionDecider(),
            by ->
                List.<ExclusionCommand>of(
                    new ExclusionCommand.RequestExclusion(firm, by),
                    new ExclusionCommand.RequestExclusion(firm, OTHER)),
            by -> new ExclusionCommand.ApproveExclusion("S1", by)),
        sides(
            "密封密钥",
            new SealingKeyDecider(),
            by ->
                List.<SealingKeyCommand>of(
                    new SealingKeyCommand.RequestSealingKey("0a".repeat(32), by, TODAY)),
            by -> new SealingKeyCommand.ApproveSealingKey(by, TODAY)),
        sides(
            "密封密钥：别人也提过",
            new SealingKeyDecider(),
            by ->
                List.<SealingKeyCommand>of(
                    new SealingKeyCommand.RequestSealingKey("0a".repeat(32), by, TODAY),
                    new SealingKeyCommand.RequestSealingKey("0b".repeat(32), OTHER, TODAY)),
            by -> new SealingKeyCommand.ApproveSealingKey(by, TODAY)),
        sides(
            "交存",
            new DrawDecider(),
            by -> List.<DrawCommand>of(FREEZE),
            by ->
                new DrawCommand.DepositSecret(
                    DRAW,
                    Ceremony.deposit(DRAW).commitment(),
                    "x",
                    "0a".repeat(32),
                    Ceremony.deposit(DRAW).receiptHash(),
                    "zhang.ke",
                    by)));
  }

  private static DrawCommand approveTerms(String by) {
    return new DrawCommand.ApproveTerms(DRAW, by, TODAY);
  }

  /** A member whose seat somebody else can take. */
  private static String other() {
    return DRAWN.roster().teams().getOrDefault(SUBJECT, List.of()).stream()
        .filter(i -> !i.equals("I1"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void nobody_approves_what_he_asked_for_and_somebody_else_can(TwoSides sides) {
    Function<String, Boolean> approval = sides.accepted().apply("zhang.ke");
    assertThat(approval.apply("zhang.ke")).isFalse();
    var random = new Random(sides.name().hashCode());
    for (int n = 0; n < 50; n++) {
      String spelling = spelt("zhang.ke", random);
      assertThat(approval.apply(spelling)).as(spelling).isFalse();
    }
    assertThat(approval.apply("li.ju")).isTrue();
  }

  private static String spelt(String account, Random random) {
    UnaryOperator<String> wide =
        s ->
            s.chars()
                .mapToObj(c -> Character.toString(c > 32 && c < 127 ? c + 0xfee0 : c))
                .reduce("", String::concat);
    List<UnaryOperator<String>> ways =
        List.of(
            s -> s.toUpperCase(Locale.ROOT),
            s -> " " + s,
            s -> s + "\u3000",
            s -> s.substring(0, 3) + "\u200b" + s.substring(3),
            wide);
    String spelt = account;
    for (int i = 0; i <= random.nextInt(3); i++) {
      spelt = ways.get(random.nextInt(ways.size())).apply(spelt);
    }
    return spelt;
  }

  @ParameterizedTest
  @MethodSource("sealedCommands")
  void no_command_that_approves_is_forgotten_here(Class<?> commands) {
    assertThat(commands.getPermittedSubclasses())
        .filteredOn(c -> c.getSimpleName().startsWith("Approve"))
        .allSatisfy(c -> assertThat(APPROVING).contains(c));
  }

  static Stream<Class<?>> sealedCommands() {
    return Stream.of(
        DrawCommand.class,
        PlanCommand.class,
        ProgrammeCommand.class,
        ExclusionCommand.class,
        SealingKeyCommand.class,
        SupervisorKeyCommand.class);
  }
}
