package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Visits of the demonstration, from the team on site to the published result. */
final class DemoVisits {
  private static final Map<String, Object> NOTHING_FOUND =
      Map.of("codes", List.of("1"), "note", "");

  /** As many of the record's hash an officer without a key types. */
  private static final int CHECK_DIGITS = 8;

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

  /**
   * A visit that is to be made.
   *
   * @param number of the visit in its draw, from 0
   * @param inspectors its team
   */
  private record Going(String visitId, int number, List<String> inspectors) {
    String path() {
      return "/inspection/api/v1/visits/" + Client.part(visitId);
    }

    boolean sharesAnOfficerWith(Going other) {
      return inspectors.stream().anyMatch(other.inspectors()::contains);
    }
  }

  /**
   * Makes the visits of a draw, several at once, as long as nobody is at two of them.
   *
   * @return their ids in the order of the teams
   */
  List<String> make(String drawId, JsonNode teams) throws InterruptedException {
    List<Going> all = new ArrayList<>();
    for (JsonNode team : teams) {
      String visitId = drawId + "-" + team.path("subject").asText();
      all.add(new Going(visitId, all.size(), inspectors(team)));
    }
    for (Going one : all) {
      desk.await(
          one.visitId() + " to be assigned",
          () -> desk.client().get(lead(one), one.path()).status() == 200);
    }
    Map<Integer, DemoFollowUps.Found> faults = new ConcurrentSkipListMap<>();
    for (List<Going> round : rounds(all)) {
      SideBySide.few(round, one -> make(one, fault -> faults.put(one.number(), fault)));
    }
    found.addAll(faults.values());
    return all.stream().map(Going::visitId).toList();
  }

  private static List<String> inspectors(JsonNode team) {
    return StreamSupport.stream(team.path("inspectors").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private User lead(Going visit) {
    return visit.inspectors().stream()
        .filter(one -> DemoDesk.BRIGADE.equals(registers.unit(one)))
        .findFirst()
        .map(one -> new User(one, List.of("inspector"), DemoDesk.BRIGADE))
        .orElseThrow();
  }

  /** Each visit goes into the first round in which its officers are free. */
  private static List<List<Going>> rounds(List<Going> all) {
    List<List<Going>> rounds = new ArrayList<>();
    for (Going one : all) {
      rounds.stream()
          .filter(round -> round.stream().noneMatch(one::sharesAnOfficerWith))
          .findFirst()
          .orElseGet(() -> {
            rounds.add(new ArrayList<>());
            return rounds.getLast();
          })
          .add(one);
    }
    return rounds;
  }

  private void make(Going visit, Consumer<DemoFollowUps.Found> finds) throws InterruptedException {
    User officer = lead(visit);
    String visitId = visit.visitId();
    String path = visit.path();
    JsonNode started = start(visitId, path, visit.inspectors());
    int item = 0;
    for (JsonNode one : started.path("items")) {
      String code = one.path("code").asText();
      Map<String, Object> finding = finding(visit.number(), item++);
      desk.client()
          .put(officer, path + "/items/" + code, "demo-check-" + visitId + "-" + code, finding)
          .expect(200, "check item");
      if (!finding.equals(NOTHING_FOUND)) {
        finds.accept(new DemoFollowUps.Found(visitId, code, officers(visit.inspectors())));
      }
    }
    for (User one : officers(visit.inspectors())) {
      desk.client()
          .post(
              one,
              path + "/finish",
              "demo-finish-" + visitId + "-" + one.account(),
              Client.nothing())
          .expect(200, "finish");
    }
    sign(visit, officer);
    desk.client()
        .post(officer, path + "/result", "demo-result-" + visitId, Client.nothing())
        .expect(200, "record");
  }

  /** The firm signs before the officer, with a witness and no glass, and each of the team. */
  private void sign(Going visit, User officer) throws InterruptedException {
    String hash =
        desk.client()
            .get(officer, visit.path() + "/record")
            .expect(200, "record of the visit")
            .body()
            .path("recordHash")
            .asText();
    desk.client()
        .post(
            officer,
            visit.path() + "/subject-signature",
            "demo-subject-" + visit.visitId(),
            Map.of(
                "way", "TYPED",
                "recordHash", hash,
                "signer", "示例负责人",
                "signedAs", "安全负责人",
                "witness", "示例见证人",
                "witnessedAs", "村委会工作人员"))
        .expect(200, "signature of the firm");
    for (String one : visit.inspectors()) {
      desk.client()
          .post(
              officer(one),
              visit.path() + "/signatures",
              "demo-signature-" + visit.visitId() + "-" + one,
              Map.of("recordHash", hash, "digits", hash.substring(0, CHECK_DIGITS)))
          .expect(200, "signature");
    }
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
  void publish(List<String> results) throws InterruptedException {
    for (String resultId : results) {
      String pending = "/publication/api/v1/results/pending?resultId=" + Client.part(resultId);
      desk.await(
          resultId + " to arrive",
          () -> desk.client().get(DemoDesk.PUBLISHER, pending).status() == 200);
    }
    SideBySide.few(results, this::publish);
  }

  private void publish(String resultId) throws InterruptedException {
    desk.client()
        .post(
            DemoDesk.PUBLISHER,
            "/publication/api/v1/results/" + Client.part(resultId) + "/publication",
            "demo-publish-" + resultId,
            Client.nothing())
        .expect(201, "publish");
  }
}
