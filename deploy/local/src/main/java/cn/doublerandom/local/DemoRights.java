package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import java.util.List;
import java.util.Map;

/**
 * What becomes of published results in the demonstration: a firm objects by its code and is right,
 * and one publication is withdrawn. Each takes two people, none of whom inspected.
 */
final class DemoRights {
  private static final User SECOND = new User("coordinator-2", List.of("coordinator"), "法制安全科");

  private final DemoDesk desk;
  private int raised;
  private int decided;
  private int corrected;
  private int withdrawn;

  DemoRights(DemoDesk desk) {
    this.desk = desk;
  }

  /** Objections that were answered, of those raised. */
  String decidedOfAll() {
    return decided + "/" + raised;
  }

  int corrected() {
    return corrected;
  }

  int withdrawn() {
    return withdrawn;
  }

  /** 异议: by the code on the firm's notice, without an account; the item is corrected. */
  void objects(DemoFollowUps.Found found) throws InterruptedException {
    String result = path(found);
    String code =
        desk.client()
            .post(
                DemoDesk.PUBLISHER,
                result + "/objection-code",
                key("objection-code", found),
                Client.nothing())
            .expect(201, "code for the firm's notice")
            .body()
            .path("code")
            .asText();
    String mine =
        "/publication/api/v1/objections/%s/%s".formatted(Client.part(found.visitId()), code);
    String receipt =
        desk.client()
            .post(mine, Map.of("statement", "灭火器检定日期为上月，检查时看错了铭牌"))
            .expect(201, "objection")
            .body()
            .path("receipt")
            .asText();
    raised++;
    desk.client()
        .post(
            DemoDesk.COORDINATOR,
            result + "/objection/correction",
            key("objection-correction", found),
            Map.of("itemCode", found.item(), "codes", List.of("1"), "reason", "异议成立，现场照片上的检定日期有效"))
        .expect(200, "correction for the objection");
    approves(found);
    var seen = desk.client().get(DemoDesk.COORDINATOR, mine).expect(200, "own result").body();
    String outcome = seen.path("objections").path(0).path("outcome").asText();
    decided += outcome.isEmpty() ? 0 : 1;
    corrected += outcome.equals("CORRECTED") ? 1 : 0;
    desk.tell("异议 %s 已答复，结果更正，更正前后都可以查到", receipt);
  }

  /** 撤销: the unit that inspected asks, the page stays and says why. */
  void withdraws(DemoFollowUps.Found found) throws InterruptedException {
    desk.client()
        .post(
            DemoDesk.PUBLISHER,
            path(found) + "/withdrawal",
            key("withdrawal", found),
            Map.of("reason", "登记住所门牌改号，检查对象认定有误"))
        .expect(200, "withdrawal");
    approves(found);
    withdrawn++;
    desk.tell("撤销公示 1 份，写明原因");
  }

  private void approves(DemoFollowUps.Found found) throws InterruptedException {
    desk.client()
        .approve(SECOND, path(found) + "/change", key("change", found))
        .expect(200, "approval of the change");
  }

  private static String path(DemoFollowUps.Found found) {
    return "/publication/api/v1/results/" + Client.part(found.visitId());
  }

  private static String key(String step, DemoFollowUps.Found found) {
    return "demo-" + step + "-" + found.visitId();
  }
}
