package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import cn.doublerandom.embedded.ExampleProgram;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * 联合惩戒 in the demonstration: two people ask two other authorities to act because of a published
 * result. A program of the one, {@code deploy/examples/Acknowledgement.java}, says once by its link
 * what it did, and one of the other, {@code deploy/examples/DisciplineAnswer.java}, over Kafka.
 */
final class DemoDiscipline {
  private static final User SECOND = new User("coordinator-2", List.of("coordinator"), "法制安全科");
  private static final String RECEIVER = "清河县财政局";
  private static final String ON_KAFKA = "清河县税务局";
  private static final String DEED = "已列入“限制”名单，期满移出";
  private static final String DEED_ON_KAFKA = "已调整纳税信用等级";

  private final DemoDesk desk;
  private final Path root;
  private final Ports ports;
  private int acknowledged;

  DemoDiscipline(DemoDesk desk, Home home, Ports ports) {
    this.desk = desk;
    this.root = home.root();
    this.ports = ports;
  }

  /** How many measures there are of which every receiver has said what it did. */
  int acknowledged() {
    return acknowledged;
  }

  /** What else goes on while the programs of the receivers start. */
  interface Meanwhile {
    void goesOn() throws InterruptedException;
  }

  /** Proposed, agreed to, and answered by both receivers. */
  void asks(DemoFollowUps.Found found, Meanwhile meanwhile) throws InterruptedException {
    String result = Client.part(found.visitId());
    String discipline = "/publication/api/v1/results/" + result + "/discipline";
    isAgreed(discipline, found);
    String link = link(result, discipline, found, RECEIVER, "finance");
    String other = link(result, discipline, found, ON_KAFKA, "tax");
    try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> onKafka =
          beside.submit(() ->
              ExampleProgram.run(
                  root,
                  "DisciplineAnswer.java",
                  "127.0.0.1:" + ports.kafka(),
                  other,
                  ON_KAFKA,
                  DEED_ON_KAFKA));
      Future<String> byLink =
          beside.submit(() -> ExampleProgram.run(root, "Acknowledgement.java", link, DEED));
      meanwhile.goesOn();
      said(byLink, "acknowledged=1");
      said(onKafka, "told=discipline.acknowledgements.v1");
    }
    desk.await("both answers to be shown", () -> answers(found) == 2);
    acknowledged++;
    desk.tell("联合惩戒 1 项，%s反馈“%s”", RECEIVER, DEED);
    desk.tell("%s经 Kafka 反馈“%s”", ON_KAFKA, DEED_ON_KAFKA);
  }

  private void isAgreed(String discipline, DemoFollowUps.Found found) throws InterruptedException {
    desk.client()
        .post(
            DemoDesk.PUBLISHER,
            discipline,
            "demo-discipline-" + found.visitId(),
            Map.of(
                "measure",
                "限制参加政府采购活动",
                "basis",
                "《企业信息公示暂行条例》第十八条",
                "from",
                Demo.SECOND_DATE.toString(),
                "to",
                Demo.SECOND_DATE.plusYears(9).toString(),
                "authorities",
                List.of(RECEIVER, ON_KAFKA)))
        .expect(200, "proposal of joint discipline");
    desk.client()
        .approve(SECOND, discipline, "demo-discipline-approval-" + found.visitId())
        .expect(200, "agreement to joint discipline");
  }

  private String link(
      String result, String discipline, DemoFollowUps.Found found, String receiver, String key)
      throws InterruptedException {
    String secret =
        desk.client()
            .post(
                DemoDesk.PUBLISHER,
                discipline + "/link",
                "demo-discipline-link-" + found.visitId() + "-" + key,
                Map.of("number", 1, "authority", receiver))
            .expect(201, "link of the receiver")
            .body()
            .path("secret")
            .asText();
    return "http://127.0.0.1:%d/publication/api/v1/disciplines/%s/1/%s"
        .formatted(ports.gateway(), result, secret);
  }

  private static void said(Future<String> program, String wanted) throws InterruptedException {
    try {
      if (program.get().equals(wanted)) {
        return;
      }
      throw new IllegalStateException("接收部门的程序没有完成反馈 the receiver could not answer: " + wanted);
    } catch (ExecutionException e) {
      throw new IllegalStateException("接收部门的程序没有完成反馈 the receiver could not answer", e.getCause());
    }
  }

  /** What everybody reads beside the result. */
  private int answers(DemoFollowUps.Found found) throws InterruptedException {
    for (JsonNode result :
        desk.client()
            .get(DemoDesk.PUBLISHER, "/publication/api/v1/results?limit=200")
            .body()
            .path("items")) {
      if (result.path("resultId").asText().equals(found.visitId())) {
        return result.path("disciplines").path(0).path("deeds").size();
      }
    }
    return 0;
  }
}
