package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What follows the findings of the demonstration: an order two officers look at again, a transfer
 * its receiver acknowledges by a link, and a notification he acknowledges on paper.
 */
final class DemoFollowUps {
  private static final String RECEIVER = "清河县市场监督管理局";

  private final DemoDesk desk;
  private int opened;
  private int closed;

  DemoFollowUps(DemoDesk desk) {
    this.desk = desk;
  }

  /**
   * A visit that found something.
   *
   * @param officers on its team, at least two
   */
  record Found(String visitId, String item, List<User> officers) {
    private String path() {
      return "/inspection/api/v1/visits/" + Client.part(visitId) + "/follow-ups";
    }

    /** Of a command, so that it is done once however often it is sent. */
    private String key(String step) {
      return "demo-" + step + "-" + visitId;
    }
  }

  /** Opened and closed, and how many of the opened are. */
  String closedOfAll() {
    return closed + "/" + opened;
  }

  /** 责令改正 and its re-check. */
  void corrects(Found found) throws InterruptedException {
    int number = opens(found, "CORRECTION", "清交责改〔2023〕1号责令改正通知书", Map.of());
    desk.client()
        .post(
            found.officers().getFirst(),
            found.path() + "/" + number + "/recheck-visit",
            found.key("recheck-visit"),
            Map.of(
                "on",
                Demo.SECOND_DATE.toString(),
                "officers",
                found.officers().stream().limit(2).map(User::account).toList()))
        .expect(200, "re-check as a visit of its own");
    String recheck = found.path() + "/" + number + "/recheck";
    desk.client()
        .post(
            found.officers().getFirst(),
            recheck,
            found.key("recheck"),
            Map.of("corrected", true, "note", "维护和检测记录已经补齐"))
        .expect(200, "re-check");
    desk.client()
        .approve(
            found.officers().getLast(),
            found.path(),
            recheck + "/confirmation",
            found.key("recheck-confirmed"),
            Client.nothing())
        .expect(200, "re-check by the other officer");
    countIfClosed(found);
  }

  /** 移送 and the receipt by a link that works once, without an account. */
  void transfers(Found found) throws InterruptedException {
    int number = opens(found, "TRANSFER", "清交移〔2023〕1号案件移送函", Map.of("receiver", RECEIVER));
    String secret =
        desk.client()
            .post(
                found.officers().getFirst(),
                found.path() + "/" + number + "/link",
                found.key("link"),
                Client.nothing())
            .expect(200, "link for the receiver")
            .body()
            .path("secret")
            .asText();
    String receipt =
        "/inspection/api/v1/receipts/%s/%d/%s"
            .formatted(Client.part(found.visitId()), number, secret);
    desk.client().post(receipt, received("清市监收〔2023〕18号")).expect(201, "receipt by the link");
    desk.client().post(receipt, received("清市监收〔2023〕18号")).expect(404, "the link once more");
    countIfClosed(found);
  }

  /** 抄告 and the receiver's paper. */
  void notifies(Found found) throws InterruptedException {
    int number = opens(found, "NOTIFICATION", "清交告〔2023〕1号抄告函", Map.of("receiver", RECEIVER));
    desk.client()
        .post(
            found.officers().getFirst(),
            found.path() + "/" + number + "/receipt",
            found.key("receipt"),
            received("清市监收〔2023〕19号"))
        .expect(200, "receipt on paper");
    countIfClosed(found);
  }

  private int opens(Found found, String kind, String document, Map<String, Object> more)
      throws InterruptedException {
    Map<String, Object> asked = new HashMap<>(more);
    asked.putAll(Map.of("kind", kind, "item", found.item(), "document", document));
    int number =
        desk.client()
            .post(found.officers().getFirst(), found.path(), found.key("follow-up"), asked)
            .expect(200, "follow-up")
            .body()
            .path("followUps")
            .size();
    opened++;
    return number;
  }

  private static Map<String, Object> received(String reference) {
    return Map.of("receivedAs", "综合执法大队", "reference", reference);
  }

  private void countIfClosed(Found found) throws InterruptedException {
    boolean isClosed =
        desk.client()
            .get(found.officers().getFirst(), found.path())
            .expect(200, "follow-ups")
            .body()
            .path("problemClosed")
            .asBoolean();
    closed += isClosed ? 1 : 0;
  }
}
