package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import cn.doublerandom.eventstore.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** The year's plan of the demonstration and the programme of each of its tasks. */
final class DemoPlan {
  private final DemoDesk desk;
  private final Home home;

  DemoPlan(DemoDesk desk, Home home) {
    this.desk = desk;
    this.home = home;
  }

  /**
   * Of what a task draws.
   *
   * @param labels of the subjects
   * @param fields of the items
   */
  record Scope(String task, String kind, List<String> labels, List<String> fields) {}

  void make() throws IOException, InterruptedException {
    desk.heading("年度抽查工作计划");
    String key =
        make(
            Files.readAllBytes(home.sample("plan-2023.txt")),
            List.of(
                new Scope("2023001-001", "ENTERPRISE", List.of("道路运输"), List.of("道路运输")),
                new Scope(
                    "2023003-002",
                    "PROJECT",
                    List.of("国省干线", "地方道路"),
                    List.of("公路工程质量", "公路工程安全"))));
    desk.tell("计划提交、批准、上报、公示：%s（演示把计划放在抽取的当天，门户因此注明逾期）", key);
    programme("2023001-001", "2023-03-01", "2023-11-30");
  }

  /** A plan from its table to its publication; its key. */
  String make(byte[] table, List<Scope> scopes) throws InterruptedException {
    JsonNode read =
        desk.client()
            .file(
                DemoDesk.COORDINATOR,
                "/draw/api/v1/plans/imports",
                // Each year brings a table of its own.
                "demo-plan-" + Sha256.hex(table),
                "text/plain",
                table)
            .expect(201, "import plan")
            .body();
    String key = read.path("planKey").asText();
    desk.tell("读入计划表：%d 个任务", read.path("tasks").size());
    read.path("warnings").forEach(w -> desk.tell("提示：%s", w.path("text").asText()));
    for (Scope scope : scopes) {
      scope(key, scope.task(), scope.kind(), scope.labels(), scope.fields());
    }
    step(DemoDesk.COORDINATOR, key, "submission", Client.nothing());
    approve(key);
    step(
        DemoDesk.COORDINATOR,
        key,
        "report",
        Map.of(
            "to",
            "邢台市交通运输局",
            "documentNumber",
            "清交双随机办（%s）1号".formatted(key.substring(key.lastIndexOf('-') + 1))));
    step(DemoDesk.COORDINATOR, key, "publication", Client.nothing());
    return key;
  }

  /** 每期实施方案: written, approved and published before its draw. */
  void programme(String task, String from, String to) throws InterruptedException {
    String programme = "/draw/api/v1/tasks/" + task + "/programme";
    desk.client()
        .put(
            DemoDesk.COORDINATOR,
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
    desk.client()
        .approve(
            DemoDesk.APPROVER,
            programme + "/draft",
            programme + "/approval",
            "demo-approve-" + task,
            Client.nothing())
        .expect(201, "approval of the programme");
    desk.client()
        .post(
            DemoDesk.COORDINATOR,
            programme + "/publication",
            "demo-publish-" + task,
            Client.nothing())
        .expect(201, "publication of the programme");
    desk.tell("实施方案批准、公示：任务 %s", task);
  }

  private void approve(String plan) throws InterruptedException {
    String address = "/draw/api/v1/plans/" + plan;
    desk.client()
        .approve(
            DemoDesk.APPROVER,
            address + "/draft",
            address + "/approval",
            "demo-plan-approval",
            Client.nothing())
        .expect(201, "approval of the plan");
  }

  private void step(User who, String plan, String step, Map<String, Object> body)
      throws InterruptedException {
    desk.client()
        .post(who, "/draw/api/v1/plans/" + plan + "/" + step, "demo-plan-" + step, body)
        .expect(201, step + " of the plan");
  }

  private void scope(
      String plan, String task, String kind, List<String> labels, List<String> fields)
      throws InterruptedException {
    desk.client()
        .put(
            DemoDesk.COORDINATOR,
            "/draw/api/v1/plans/" + plan + "/tasks/" + task + "/scope",
            "demo-scope-" + task,
            Map.of("subjectKind", kind, "labels", labels, "itemFields", fields))
        .expect(200, "scope of " + task);
    desk.tell("确定范围：任务 %s，%s，%s", task, kind, String.join("、", labels));
  }

  /** What a draw of a task is asked for with. */
  static Map<String, Object> freeze() {
    return Map.of(
        "slots",
        List.of(List.of("unit:" + DemoDesk.BRIGADE), List.of()),
        "alternates",
        3,
        "cap",
        20);
  }

  /** A draw on another day than the plan says is refused. */
  void refuseOutsideWindow(String task) throws InterruptedException {
    JsonNode refusal =
        desk.client()
            .post(
                DemoDesk.COORDINATOR,
                "/draw/api/v1/tasks/" + task + "/draws",
                "demo-too-early-" + task,
                freeze())
            .expect(409, "a draw outside its window")
            .body();
    desk.tell("任务 %s 现在抽取被拒绝：%s", task, refusal.path("title").asText());
  }
}
