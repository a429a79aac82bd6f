package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * 联合惩戒 in the demonstration: two people ask another authority to act because of a published result,
 * and a program of its own, {@code deploy/examples/Acknowledgement.java}, says once by its link
 * what it did.
 */
final class DemoDiscipline {
  private static final User SECOND = new User("coordinator-2", List.of("coordinator"), "法制安全科");
  private static final String RECEIVER = "清河县财政局";
  private static final String DEED = "已列入“限制”名单，期满移出";

  private final DemoDesk desk;
  private final Path program;
  private final String origin;
  private int acknowledged;

  /**
   * @param origin of the gateway, as others reach it
   */
  DemoDiscipline(DemoDesk desk, Home home, String origin) {
    this.desk = desk;
    this.program = home.root().resolve("deploy/examples/Acknowledgement.java");
    this.origin = origin;
  }

  /** How many receivers have said what they did. */
  int acknowledged() {
    return acknowledged;
  }

  /** Proposed, agreed to, and answered by the receiver. */
  void asks(DemoFollowUps.Found found) throws IOException, InterruptedException {
    String result = Client.part(found.visitId());
    String discipline = "/publication/api/v1/results/" + result + "/discipline";
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
                List.of(RECEIVER)))
        .expect(200, "proposal of joint discipline");
    desk.client()
        .approve(SECOND, discipline, "demo-discipline-approval-" + found.visitId())
        .expect(200, "agreement to joint discipline");
    String secret =
        desk.client()
            .post(
                DemoDesk.PUBLISHER,
                discipline + "/link",
                "demo-discipline-link-" + found.visitId(),
                Map.of("number", 1, "authority", RECEIVER))
            .expect(201, "link of the receiver")
            .body()
            .path("secret")
            .asText();
    String link = "%s/publication/api/v1/disciplines/%s/1/%s".formatted(origin, result, secret);
    acknowledged += answers(link) ? 1 : 0;
    desk.tell("联合惩戒 1 项，%s反馈“%s”", RECEIVER, DEED);
  }

  /** As a stranger starts it: from its source, with nothing of ours. */
  private boolean answers(String link) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Home.java(), "-XX:TieredStopAtLevel=1", program.toString(), link, DEED)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || !said.strip().equals("acknowledged=1")) {
      throw new IllegalStateException("接收部门的程序没有完成反馈 the receiver could not answer: " + said);
    }
    return true;
  }
}
