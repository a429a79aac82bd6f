package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Visits of the demonstration, from the team on site to the published result. */
final class DemoVisits {
  private static final Map<String, Object> NOTHING_FOUND =
      Map.of("codes", List.of("1"), "note", "");

  private final DemoDesk desk;
  private final DemoRegisters registers;
  private final List<DemoFollowUps.Found> found = new ArrayList<>();

  DemoVisits(DemoDesk desk, DemoRegisters registers) {
    this.desk = desk;
    this.registers = registers;
  }

  /** The visits that found something, in the order they were made. */
  List<DemoFollowUps.Found> found() {
    return found;
  }

  /** Makes one visit; its id. */
  String make(String drawId, JsonNode team, int number) throws InterruptedException {
    List<String> inspectors =
        StreamSupport.stream(team.path("inspectors").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    String lead =
        inspectors.stream()
            .filter(i -> DemoDesk.BRIGADE.equals(registers.unit(i)))
            .findFirst()
            .orElseThrow();
    var officer = new User(lead, List.of("inspector"), DemoDesk.BRIGADE);
    String visitId = drawId + "-" + team.path("subject").asText();
    String path = "/inspection/api/v1/visits/" + Client.part(visitId);
    desk.await(visitId + " to be assigned", () -> desk.client().get(officer, path).status() == 200);
    JsonNode started = start(visitId, path, inspectors);
    int item = 0;
    for (JsonNode one : started.path("items")) {
      String code = one.path("code").asText();
      Map<String, Object> finding = finding(number, item++);
      desk.client()
          .put(officer, path + "/items/" + code, "demo-check-" + visitId + "-" + code, finding)
          .expect(200, "check item");
      if (!finding.equals(NOTHING_FOUND)) {
        found.add(new DemoFollowUps.Found(visitId, code, officers(inspectors)));
      }
    }
    desk.client()
        .post(officer, path + "/finish", "demo-finish-" + visitId, Client.nothing())
        .expect(200, "finish");
    desk.client()
        .post(officer, path + "/result", "demo-result-" + visitId, Client.nothing())
        .expect(200, "record");
    return visitId;
  }

  /** Each says for himself that the team is on site; with the last the visit begins. */
  private JsonNode start(String visitId, String path, List<String> inspectors)
      throws InterruptedException {
    JsonNode visit = MissingNode.getInstance();
    for (String one : inspectors) {
      train(visitId, path, one);
    }
    for (String one : inspectors) {
      visit =
          desk.client()
              .post(
                  officer(one),
                  path + "/start",
                  "demo-start-" + visitId + "-" + one,
                  Map.of("inspectors", inspectors))
              .expect(200, "start")
              .body();
    }
    return visit;
  }

  /** 抽查前业务培训: each confirms with his own account that he was there. */
  private void train(String visitId, String path, String inspector) throws InterruptedException {
    desk.client()
        .post(
            officer(inspector),
            path + "/preparation/training",
            "demo-training-" + visitId + "-" + inspector,
            Map.of("content", "抽查检查工作指引和本次事项的检查表"))
        .expect(200, "training");
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
    return NOTHING_FOUND;
  }

  private List<User> officers(List<String> inspectors) {
    return inspectors.stream().map(this::officer).toList();
  }

  private User officer(String inspector) {
    return new User(inspector, List.of("inspector"), registers.unit(inspector));
  }

  /** Publishes what was found. */
  void publish(String resultId) throws InterruptedException {
    String pending = "/publication/api/v1/results/pending?resultId=" + Client.part(resultId);
    desk.await(
        resultId + " to arrive",
        () -> desk.client().get(DemoDesk.PUBLISHER, pending).status() == 200);
    desk.client()
        .post(
            DemoDesk.PUBLISHER,
            "/publication/api/v1/results/" + Client.part(resultId) + "/publication",
            "demo-publish-" + resultId,
            Client.nothing())
        .expect(201, "publish");
  }
}
