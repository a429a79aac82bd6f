package cn.doublerandom.local;

import cn.doublerandom.verifier.Verify;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * The main job on real input: the two tasks of the 2023 plan from claim to public notice, over REST
 * as any client would do it, told one line a step.
 */
final class Demo {
  static final LocalDate FIRST_DATE = LocalDate.of(2023, 3, 15);

  /** The window of the second task: June to October. */
  static final LocalDate SECOND_DATE = LocalDate.of(2023, 6, 15);

  private static final String FIRST_TASK = "2023001-001";

  /** How many of its closed visits are seen again. */
  private static final int REVISITS = 2;

  private final Stack stack;
  private final DemoDesk desk;
  private final DemoRegisters registers;
  private final DemoPlan plan;
  private final DemoVisits visits;
  private final DemoFollowUps followUps;
  private final CountDownLatch followed = new CountDownLatch(1);
  private final DemoRevisits revisits;
  private final DemoArchive archive;
  private final DemoRights rights;
  private final DemoDiscipline discipline;
  private final DemoBulletin bulletin;
  private final DemoPortal portal;
  private final Map<String, JsonNode> teams = new HashMap<>();
  private final Path bundles;
  private int drawn;
  private int published;
  private int verified;

  Demo(Home home, Stack stack, Path data, PrintStream out) {
    this(home, stack, data, out, new StepTimes());
  }

  Demo(Home home, Stack stack, Path data, PrintStream out, StepTimes times) {
    this.stack = stack;
    this.desk = new DemoDesk(new Client(stack.ports().gateway(), stack.identity()), out, times);
    this.registers = new DemoRegisters(desk, home);
    this.plan = new DemoPlan(desk, home);
    this.visits = new DemoVisits(desk, registers);
    this.followUps = new DemoFollowUps(desk);
    this.revisits = new DemoRevisits(desk, registers, FIRST_TASK);
    this.archive = new DemoArchive(desk, registers);
    this.rights = new DemoRights(desk);
    this.discipline = new DemoDiscipline(desk, home, stack.ports());
    this.bulletin = new DemoBulletin(desk);
    this.portal = new DemoPortal(desk, stack.ports());
    this.bundles = data.resolve("bundles");
  }

  /** Runs the story; the line to end with. */
  String run() throws Exception {
    try (desk) {
      desk.times().begin("一单两库");
      registers.fill();
      desk.times().begin("计划");
      plan.make();
      String first =
          draw(
              FIRST_TASK,
              () -> {
                plan.programme("2023003-002", "2023-06-01", "2023-10-31");
                plan.refuseOutsideWindow("2023003-002");
                desk.times().begin("其余服务");
                stack.startServices(Home.SERVICES);
              });
      desk.heading("— 业务时钟拨到 " + SECOND_DATE + " —");
      stack.setDate(SECOND_DATE);
      // The first task is visited while the commit of the second is public for its minute. What
      // follows from it needs nothing of the second, and is told when the second is visited, too.
      List<List<String>> follows = new ArrayList<>();
      String second =
          draw(
              "2023003-002",
              () -> {
                visits(first);
                desk.times().begin("后续、异议");
                follows.addAll(whatFollows(first));
              });
      visits(second);
      desk.tells(follows.get(0));
      archive(second);
      desk.times().begin("统计");
      portal.shows(published);
      desk.times().begin("异议与更正");
      desk.tells(follows.get(1));
      rights.withdraws(visits.found().get(2));
      desk.tells(follows.get(2));
      desk.times().begin("审计");
      String audit =
          new Audit(stack.ports().kafka(), stack.ports().postgres(), stack.witnessed()).run();
      desk.tell("审计：%s", audit);
      return ("RESULT tasks=2 drawn=%d published=%d followups=%s revisited=%d archived=%d"
              + " verified=%d objections=%s corrected=%d withdrawn=%d acknowledged=%d audit=%s")
          .formatted(
              drawn,
              published,
              followUps.closedOfAll(),
              revisits.recorded(),
              archive.archived(),
              verified,
              rights.decidedOfAll(),
              rights.corrected(),
              rights.withdrawn(),
              discipline.acknowledged(),
              audit.startsWith("AUDIT OK") ? "OK" : "FAILED");
    }
  }

  /** The first half of the story, for those who only want a draw and its results. */
  void rehearse() throws Exception {
    try (desk) {
      visits(firstDraw());
    }
  }

  /** The first task to its archive, for those who only want to see every part at work. */
  void rehearseToTheArchive() throws Exception {
    try (desk) {
      String drawId = firstDraw();
      stack.setDate(SECOND_DATE);
      visits(drawId);
      whatFollows(drawId);
    }
  }

  private String firstDraw() throws Exception {
    registers.fill();
    plan.make();
    return draw(FIRST_TASK, () -> plan.programme("2023003-002", "2023-06-01", "2023-10-31"));
  }

  /** What comes of the visits of the first task, side by side; what is to be told of each. */
  private List<List<String>> whatFollows(String drawId) throws Exception {
    return desk.ahead(
        List.of(
            () -> {
              cases();
              archive(drawId);
            },
            () -> {
              // Of a finding that was corrected nothing is sent on any more.
              followed.await();
              desk.times().begin("异议与更正");
              rights.objects(visits.found().get(1));
            },
            () -> {
              desk.times().begin("联合惩戒");
              discipline.asks(visits.found().getFirst(), bulletin::comesAndGoes);
            }));
  }

  private void visits(String drawId) throws Exception {
    desk.heading("检查 " + drawId);
    String draw = "/draw/api/v1/draws/" + drawId;
    desk.await(
        "the draw to be seen",
        () ->
            desk.client()
                .get(DemoDesk.COORDINATOR, draw)
                .body()
                .path("phase")
                .asText()
                .equals("EXECUTED"));
    JsonNode state = desk.client().get(DemoDesk.COORDINATOR, draw).expect(200, "draw").body();
    desk.times().begin("检查");
    List<String> made = visits.make(drawId, state.path("teams"));
    drawn += made.size();
    teams.put(drawId, state.path("teams"));
    desk.tell("检查 %d 户，逐项作答，两人到场，录入结果", made.size());
    desk.times().begin("公示");
    visits.publish(made);
    published += made.size();
    desk.tell("公示结果 %d 份", made.size());
    verify(drawId);
  }

  /** What the visits of the first task found is followed up, and a few of them are seen again. */
  private void cases() throws IOException, InterruptedException {
    desk.times().begin("后续处置");
    try {
      followUp();
    } finally {
      followed.countDown();
    }
    desk.times().begin("回头看");
    revisit();
  }

  private void archive(String drawId) throws InterruptedException {
    desk.times().begin("归档");
    archive.seals(drawId, Objects.requireNonNull(teams.get(drawId)));
  }

  /** What three visits found is put right, taken over and told on. */
  private void followUp() throws InterruptedException {
    followUps.corrects(visits.found().get(0));
    followUps.notifies(visits.found().get(1));
    followUps.transfers(visits.found().get(2));
    desk.tell("后续处置 %s 件办结：责令改正复查，抄告、移送回执", followUps.closedOfAll());
  }

  /** A few of the closed visits are seen again, and nobody chose which. */
  private void revisit() throws IOException, InterruptedException {
    desk.heading("回头看 " + FIRST_TASK);
    revisits.draws(REVISITS);
    verify("revisit-" + FIRST_TASK, revisits.bundle());
  }

  private String draw(String task, DemoCeremony.Meanwhile meanwhile) throws Exception {
    desk.heading("任务 " + task);
    desk.times().begin("抽取");
    JsonNode frozen =
        desk.client()
            .post(
                DemoDesk.COORDINATOR,
                "/draw/api/v1/tasks/" + task + "/draws",
                "demo-freeze-" + task,
                DemoPlan.freeze())
            .expect(201, "freeze")
            .body();
    String drawId = frozen.path("drawId").asText();
    desk.tell(
        "锁定名单：范围内 %d，可抽 %d", frozen.path("frameSize").asInt(), frozen.path("eligible").asInt());
    var ceremony =
        new DemoCeremony(
            desk.client(), line -> desk.tell("%s", line), desk.times()::waited, drawId);
    ceremony.prepare();
    LocalDate today = task.equals(FIRST_TASK) ? FIRST_DATE : SECOND_DATE;
    JsonNode committed =
        desk.client()
            .post(
                DemoDesk.COORDINATOR,
                "/draw/api/v1/draws/" + drawId + "/commitment",
                "demo-commit-" + drawId,
                Map.of("executeBy", today.plusDays(5) + "T16:00:00Z"))
            .expect(201, "commit")
            .body();
    desk.tell("公布承诺值 %s…，此时尚无任何随机数", committed.path("commitHash").asText().substring(0, 16));
    JsonNode executed =
        ceremony.hold(() -> {
          meanwhile.tell();
          desk.times().begin("抽取");
        });
    desk.tell(
        "抽取完成：抽中 %d，种子 %s…",
        executed.path("selected").size(), executed.path("seed").asText().substring(0, 16));
    return drawId;
  }

  private void verify(String drawId) throws IOException, InterruptedException {
    verify(
        drawId,
        desk.client()
            .get(DemoDesk.COORDINATOR, "/draw/api/v1/draws/" + drawId + "/bundle")
            .expect(200, "bundle")
            .text()
            .getBytes(StandardCharsets.UTF_8));
  }

  private void verify(String name, byte[] bundle) throws IOException {
    PrivateFile.directory(bundles);
    Path file = bundles.resolve(name + ".json");
    PrivateFile.put(file, bundle);
    Verify.Verdict verdict = Verify.check(bundle);
    verified += verdict.isOk() ? 1 : 0;
    desk.tell("独立验证 %s：%s", file.getFileName(), verdict.isOk() ? "OK" : verdict.toString());
  }
}
