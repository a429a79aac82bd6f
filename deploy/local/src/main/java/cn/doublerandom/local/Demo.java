package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import cn.doublerandom.verifier.Verify;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The main job on real input: the two tasks of the 2023 plan from claim to public notice, over REST
 * as any client would do it, told one line a step.
 */
final class Demo {
  static final LocalDate FIRST_DATE = LocalDate.of(2023, 3, 15);

  /** The window of the second task: June to October. */
  private static final LocalDate SECOND_DATE = LocalDate.of(2023, 6, 15);

  private static final String BRIGADE = "综合行政执法大队";
  private static final int SUBJECTS = 194;
  private static final int INSPECTORS = 12;
  private static final int RECUSALS = 30;
  private static final Duration WAIT = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(50);

  private static final User REGISTRAR = user("registrar", "法制安全科");
  private static final User COORDINATOR = user("coordinator", "法制安全科");
  private static final User APPROVER = user("approver", "局领导");
  private static final User PUBLISHER = user("publisher", BRIGADE);

  private final Home home;
  private final Stack stack;
  private final Client client;
  private final PrintStream out;
  private final Path bundles;
  private final StepTimes times;
  private final Map<String, String> units = new HashMap<>();
  private int drawn;
  private int published;
  private int verified;

  Demo(Home home, Stack stack, Path data, PrintStream out) {
    this(home, stack, data, out, new StepTimes());
  }

  Demo(Home home, Stack stack, Path data, PrintStream out, StepTimes times) {
    this.times = times;
    this.home = home;
    this.stack = stack;
    this.client = new Client(stack.ports().gateway(), stack.identity());
    this.out = out;
    this.bundles = data.resolve("bundles");
  }

  private static User user(String role, String unit) {
    return new User(role, List.of(role), unit);
  }

  @SuppressWarnings(
      "AnnotateFormatMethod") // every format stands in this file and runs in each demo
  private void tell(String line, Object... values) {
    out.println("  " + line.formatted(values));
    out.flush();
  }

  /** Runs the story; the line to end with. */
  String run() throws Exception {
    try (client) {
      times.begin("一单两库");
      registers();
      times.begin("计划");
      plan();
      String first =
          draw(
              "2023001-001",
              () -> {
                programme("2023003-002", "2023-06-01", "2023-10-31");
                refuseOutsideWindow("2023003-002");
              });
      times.begin("重新启动");
      out.println("— 业务时钟拨到 " + SECOND_DATE + "，服务在同一份数据上重新启动 —");
      stack.setDate(SECOND_DATE);
      stack.restartServices();
      // The first task is visited while the commit of the second is public for its minute.
      String second = draw("2023003-002", () -> visits(first));
      visits(second);
      times.begin("统计");
      figures();
      times.begin("审计");
      String audit =
          new Audit(stack.ports().kafka(), stack.ports().postgres(), stack.witnessed()).run();
      tell("审计：%s", audit);
      return "RESULT tasks=2 drawn=%d published=%d verified=%d audit=%s"
          .formatted(drawn, published, verified, audit.startsWith("AUDIT OK") ? "OK" : "FAILED");
    }
  }

  /** The first half of the story, for those who only want to see every part at work. */
  void rehearse() throws Exception {
    try (client) {
      registers();
      plan();
      visits(draw("2023001-001", () -> programme("2023003-002", "2023-06-01", "2023-10-31")));
    }
  }

  /** What the bureau is there for, as far as the two tasks need it. */
  private static final Map<String, Object> MANDATE =
      Map.of(
          "level",
          "COUNTY",
          "document",
          "清河县交通运输局职能配置、内设机构和人员编制规定（示例）",
          "clauses",
          List.of(
              Map.of(
                  "number", "第三条第（一）项",
                  "duty", "负责道路运输行业监督管理",
                  "fields", List.of("道路运输")),
              Map.of(
                  "number", "第三条第（二）项",
                  "duty", "负责公路工程建设监督管理",
                  "fields", List.of("公路工程质量", "公路工程安全"))));

  private void registers() throws IOException, InterruptedException {
    out.println("一单两库");
    for (String kind : List.of("items", "subjects", "inspectors", "recusals")) {
      JsonNode report =
          client
              .file(
                  REGISTRAR,
                  "/registry/api/v1/" + kind + "/imports",
                  "demo-import-" + kind,
                  "text/csv",
                  Files.readAllBytes(home.sample(kind + ".csv")))
              .expect(200, "import " + kind)
              .body();
      tell("导入 %s：%d 行", kind, report.path("rows").asInt());
    }
    for (String line :
        Files.readAllLines(home.sample("inspectors.csv")).stream().skip(1).toList()) {
      String[] cells = line.split(",");
      units.put(cells[0], cells[2]);
    }
    List<String> items =
        Files.readAllLines(home.sample("items.csv")).stream()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .toList();
    client
        .put(REGISTRAR, "/registry/api/v1/offices/清河县交通运输局/mandate", "demo-mandate", MANDATE)
        .expect(200, "register the mandate");
    for (String item : items) {
      client
          .post(
              REGISTRAR,
              "/registry/api/v1/items/" + item + "/claim",
              "demo-claim-" + item,
              Map.of("unit", "清河县交通运输局"))
          .expect(201, "claim " + item);
    }
    tell("认领本级事项 %d 项", items.size());
    await(
        "一单两库 to reach the draw-service",
        () -> {
          JsonNode known = client.get(COORDINATOR, "/draw/api/v1/register").body();
          return known.path("subjects").asInt() == SUBJECTS
              && known.path("inspectors").asInt() == INSPECTORS
              && known.path("recusals").asInt() == RECUSALS
              && known.path("claimedItems").asInt() == items.size();
        });
    tell("抽取服务已收到 %d 个检查对象、%d 名执法人员、%d 条回避", SUBJECTS, INSPECTORS, RECUSALS);
  }

  private void plan() throws IOException, InterruptedException {
    out.println("年度抽查工作计划");
    byte[] table = Files.readAllBytes(home.sample("plan-2023.txt"));
    JsonNode read =
        client
            .file(COORDINATOR, "/draw/api/v1/plans/imports", "demo-plan", "text/plain", table)
            .expect(201, "import plan")
            .body();
    String key = read.path("planKey").asText();
    tell("读入计划表：%d 个任务", read.path("tasks").size());
    read.path("warnings").forEach(w -> tell("提示：%s", w.path("text").asText()));
    scope(key, "2023001-001", "ENTERPRISE", List.of("道路运输"), List.of("道路运输"));
    scope(key, "2023003-002", "PROJECT", List.of("国省干线", "地方道路"), List.of("公路工程质量", "公路工程安全"));
    step(COORDINATOR, key, "submission", Client.nothing());
    step(APPROVER, key, "approval", Client.nothing());
    step(COORDINATOR, key, "report", Map.of("to", "邢台市交通运输局"));
    step(COORDINATOR, key, "publication", Client.nothing());
    tell("计划提交、批准、上报、公示：%s（演示把计划放在抽取的当天，门户因此注明逾期）", key);
    programme("2023001-001", "2023-03-01", "2023-11-30");
  }

  /** 每期实施方案: written, approved and published before its draw. */
  private void programme(String task, String from, String to) throws InterruptedException {
    String programme = "/draw/api/v1/tasks/" + task + "/programme";
    client
        .put(
            COORDINATOR,
            programme,
            "demo-programme-" + task,
            Map.of(
                "title",
                "任务 " + task + " 实施方案",
                "documentNumber",
                "",
                "items",
                List.of("按本任务抽查事项"),
                "checkFrom",
                from,
                "checkTo",
                to,
                "teams",
                6,
                "training",
                "检查前集中学习抽查检查工作指引",
                "method",
                "实地检查",
                "contact",
                "局法制安全科"))
        .expect(200, "programme of " + task);
    client
        .post(APPROVER, programme + "/approval", "demo-approve-" + task, Client.nothing())
        .expect(201, "approval of the programme");
    client
        .post(COORDINATOR, programme + "/publication", "demo-publish-" + task, Client.nothing())
        .expect(201, "publication of the programme");
    tell("实施方案批准、公示：任务 %s", task);
  }

  private void step(User who, String plan, String step, Map<String, Object> body)
      throws InterruptedException {
    client
        .post(who, "/draw/api/v1/plans/" + plan + "/" + step, "demo-plan-" + step, body)
        .expect(201, step + " of the plan");
  }

  private void scope(
      String plan, String task, String kind, List<String> labels, List<String> fields)
      throws InterruptedException {
    client
        .put(
            COORDINATOR,
            "/draw/api/v1/plans/" + plan + "/tasks/" + task + "/scope",
            "demo-scope-" + task,
            Map.of("subjectKind", kind, "labels", labels, "itemFields", fields))
        .expect(200, "scope of " + task);
    tell("确定范围：任务 %s，%s，%s", task, kind, String.join("、", labels));
  }

  private Map<String, Object> freeze() {
    return Map.of(
        "slots", List.of(List.of("unit:" + BRIGADE), List.of()), "alternates", 3, "cap", 20);
  }

  private void refuseOutsideWindow(String task) throws InterruptedException {
    JsonNode refusal =
        client
            .post(
                COORDINATOR,
                "/draw/api/v1/tasks/" + task + "/draws",
                "demo-too-early-" + task,
                freeze())
            .expect(409, "a draw outside its window")
            .body();
    tell("任务 %s 现在抽取被拒绝：%s", task, refusal.path("title").asText());
  }

  private void visits(String drawId) throws Exception {
    out.println("检查 " + drawId);
    String draw = "/draw/api/v1/draws/" + drawId;
    await(
        "the draw to be seen",
        () -> client.get(COORDINATOR, draw).body().path("phase").asText().equals("EXECUTED"));
    JsonNode state = client.get(COORDINATOR, draw).expect(200, "draw").body();
    times.begin("检查");
    int number = 0;
    List<String> visits = new ArrayList<>();
    for (JsonNode team : state.path("teams")) {
      visits.add(visit(drawId, team, number++));
    }
    drawn += visits.size();
    tell("检查 %d 户，逐项作答，两人到场，录入结果", visits.size());
    times.begin("公示");
    for (String visit : visits) {
      publish(visit);
    }
    tell("公示结果 %d 份", visits.size());
    verify(drawId);
  }

  private String draw(String task, DemoCeremony.Meanwhile meanwhile) throws Exception {
    out.println("任务 " + task);
    times.begin("抽取");
    JsonNode frozen =
        client
            .post(
                COORDINATOR,
                "/draw/api/v1/tasks/" + task + "/draws",
                "demo-freeze-" + task,
                freeze())
            .expect(201, "freeze")
            .body();
    String drawId = frozen.path("drawId").asText();
    tell("锁定名单：范围内 %d，可抽 %d", frozen.path("frameSize").asInt(), frozen.path("eligible").asInt());
    var ceremony = new DemoCeremony(client, line -> tell("%s", line), times::waited, drawId);
    ceremony.prepare();
    LocalDate today = task.equals("2023001-001") ? FIRST_DATE : SECOND_DATE;
    JsonNode committed =
        client
            .post(
                COORDINATOR,
                "/draw/api/v1/draws/" + drawId + "/commitment",
                "demo-commit-" + drawId,
                Map.of("executeBy", today.plusDays(5) + "T16:00:00Z"))
            .expect(201, "commit")
            .body();
    tell("公布承诺值 %s…，此时尚无任何随机数", committed.path("commitHash").asText().substring(0, 16));
    JsonNode executed =
        ceremony.hold(() -> {
          meanwhile.tell();
          times.begin("抽取");
        });
    tell(
        "抽取完成：抽中 %d，种子 %s…",
        executed.path("selected").size(), executed.path("seed").asText().substring(0, 16));
    return drawId;
  }

  private String visit(String drawId, JsonNode team, int number) throws InterruptedException {
    List<String> inspectors =
        StreamSupport.stream(team.path("inspectors").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    String lead =
        inspectors.stream().filter(i -> BRIGADE.equals(units.get(i))).findFirst().orElseThrow();
    var officer = new User(lead, List.of("inspector"), BRIGADE);
    String visitId = drawId + "-" + team.path("subject").asText();
    String path = "/inspection/api/v1/visits/" + Client.part(visitId);
    await(visitId + " to be assigned", () -> client.get(officer, path).status() == 200);
    JsonNode started = start(visitId, path, inspectors);
    int item = 0;
    for (JsonNode one : started.path("items")) {
      client
          .put(
              officer,
              path + "/items/" + one.path("code").asText(),
              "demo-check-" + visitId + "-" + one.path("code").asText(),
              finding(number, item++))
          .expect(200, "check item");
    }
    client
        .post(officer, path + "/finish", "demo-finish-" + visitId, Client.nothing())
        .expect(200, "finish");
    client
        .post(officer, path + "/result", "demo-result-" + visitId, Client.nothing())
        .expect(200, "record");
    return visitId;
  }

  /** Each says for himself that the team is on site; with the last the visit begins. */
  private JsonNode start(String visitId, String path, List<String> inspectors)
      throws InterruptedException {
    JsonNode visit = MissingNode.getInstance();
    for (String one : inspectors) {
      var officer = new User(one, List.of("inspector"), units.getOrDefault(one, ""));
      visit =
          client
              .post(
                  officer,
                  path + "/start",
                  "demo-start-" + visitId + "-" + one,
                  Map.of("inspectors", inspectors))
              .expect(200, "start")
              .body();
    }
    return visit;
  }

  /** A few visits find something: the fourth, the ninth and the fourteenth. */
  private static Map<String, Object> finding(int visit, int item) {
    if (item == 1 && visit == 3) {
      return Map.of("codes", List.of("A", "D"), "note", "未按规定维护和检测车辆，责令限期改正。");
    } else if (item == 2 && visit == 8) {
      return Map.of("codes", List.of("E"), "note", "灭火器过期，当场更换。");
    } else if (item == 0 && visit == 13) {
      return Map.of("codes", List.of("6", "A"), "note", "通过登记住所无法联系。");
    }
    return Map.of("codes", List.of("1"), "note", "");
  }

  private void publish(String resultId) throws InterruptedException {
    String pending = "/publication/api/v1/results/pending?resultId=" + Client.part(resultId);
    await(resultId + " to arrive", () -> client.get(PUBLISHER, pending).status() == 200);
    client
        .post(
            PUBLISHER,
            "/publication/api/v1/results/" + Client.part(resultId) + "/publication",
            "demo-publish-" + resultId,
            Client.nothing())
        .expect(201, "publish");
    published++;
  }

  private void verify(String drawId) throws IOException, InterruptedException {
    byte[] bundle =
        client
            .get(COORDINATOR, "/draw/api/v1/draws/" + drawId + "/bundle")
            .expect(200, "bundle")
            .text()
            .getBytes(StandardCharsets.UTF_8);
    Files.createDirectories(bundles);
    Path file = bundles.resolve(drawId + ".json");
    Files.write(file, bundle);
    Verify.Verdict verdict = Verify.check(bundle);
    verified += verdict.isOk() ? 1 : 0;
    tell("独立验证 %s：%s", file.getFileName(), verdict.isOk() ? "OK" : verdict.toString());
  }

  private void figures() throws InterruptedException {
    String path = "/publication/api/v1/statistics?year=2023";
    await(
        "the figures to be complete",
        () -> client.get(PUBLISHER, path).body().path("published").asInt() == published);
    JsonNode figures = client.get(PUBLISHER, path).body();
    out.println("公示门户 http://localhost:" + stack.ports().gateway() + "/");
    tell(
        "年度抽查企业占比 %d/%d，公示率 %d/%d，逾期 %d",
        figures.path("inspected").asInt(),
        figures.path("registered").asInt(),
        figures.path("published").asInt(),
        figures.path("recorded").asInt(),
        figures.path("overdue").size());
    String page = client.get(PUBLISHER, "/").expect(200, "portal").text();
    if (!page.contains("抽查工作计划公告")) {
      throw new IllegalStateException("公示门户上没有计划公告 the portal does not show the plan notice");
    }
  }

  private void await(String what, Patience.Condition<RuntimeException> condition)
      throws InterruptedException {
    boolean came =
        Patience.until(
            WAIT,
            POLL,
            () -> {
              boolean holds = condition.holds();
              times.waited(holds ? Duration.ZERO : POLL);
              return holds;
            });
    if (!came) {
      throw new IllegalStateException("没有等到 waited in vain for " + what);
    }
  }
}
