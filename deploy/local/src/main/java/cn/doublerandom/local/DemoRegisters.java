package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 一单两库 of the demonstration: what is inspected, who is inspected, who inspects. */
final class DemoRegisters {
  private static final int SUBJECTS = 194;
  private static final int INSPECTORS = 12;
  private static final int RECUSALS = 30;

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

  private final DemoDesk desk;
  private final Home home;
  private final Map<String, String> units = new HashMap<>();

  DemoRegisters(DemoDesk desk, Home home) {
    this.desk = desk;
    this.home = home;
  }

  /** The office of an inspector; empty where he is not known. */
  String unit(String inspector) {
    return units.getOrDefault(inspector, "");
  }

  /** 回避由负责人决定: another person agrees to what the table asked for. */
  private void approve(String kind, String batch) throws IOException, InterruptedException {
    String requests = "/registry/api/v1/recusal-requests";
    desk.await(
        kind + " to wait for a second person",
        () ->
            !desk.client()
                .get(DemoDesk.APPROVER, requests + "?batch=" + batch)
                .body()
                .path("items")
                .isEmpty());
    int approved =
        desk.client()
            .post(
                DemoDesk.APPROVER,
                requests + "/" + batch + "/approval",
                "demo-approve-" + kind,
                Client.nothing())
            .expect(200, "approve " + kind)
            .body()
            .path("approved")
            .asInt();
    desk.tell("负责人批准 %d 名执法人员的回避", approved);
  }

  /** 三定规定: entered by one person, agreed to by another. */
  void mandate() throws InterruptedException {
    desk.client()
        .put(
            DemoDesk.REGISTRAR,
            "/registry/api/v1/offices/清河县交通运输局/mandate",
            "demo-mandate",
            MANDATE)
        .expect(200, "register the mandate");
    desk.client()
        .approve(
            DemoDesk.APPROVER, "/registry/api/v1/offices/清河县交通运输局/mandate", "demo-mandate-approval")
        .expect(200, "approve the mandate");
  }

  private void claim(String item) throws InterruptedException {
    desk.client()
        .post(
            DemoDesk.REGISTRAR,
            "/registry/api/v1/items/" + item + "/claim",
            "demo-claim-" + item,
            Map.of("unit", "清河县交通运输局"))
        .expect(201, "claim " + item);
  }

  void fill() throws IOException, InterruptedException {
    desk.heading("一单两库");
    for (String kind : List.of("items", "subjects", "inspectors", "recusals")) {
      JsonNode report =
          desk.client()
              .file(
                  DemoDesk.REGISTRAR,
                  "/registry/api/v1/" + kind + "/imports",
                  "demo-import-" + kind,
                  "text/csv",
                  Files.readAllBytes(home.sample(kind + ".csv")))
              .expect(200, "import " + kind)
              .body();
      desk.tell("导入 %s：%d 行", kind, report.path("rows").asInt());
      if (report.path("waiting").has("batch")) {
        approve(kind, report.path("waiting").path("batch").asText());
      }
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
    mandate();
    SideBySide.few(items, this::claim);
    desk.tell("认领本级事项 %d 项", items.size());
    desk.await(
        "一单两库 to reach the draw-service",
        () -> {
          JsonNode known = desk.client().get(DemoDesk.COORDINATOR, "/draw/api/v1/register").body();
          return known.path("subjects").asInt() == SUBJECTS
              && known.path("inspectors").asInt() == INSPECTORS
              && known.path("recusals").asInt() == RECUSALS
              && known.path("claimedItems").asInt() == items.size();
        });
    desk.tell("抽取服务已收到 %d 个检查对象、%d 名执法人员、%d 条回避", SUBJECTS, INSPECTORS, RECUSALS);
  }
}
