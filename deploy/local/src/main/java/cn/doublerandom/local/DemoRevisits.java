package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity.User;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * 回头看 of the demonstration: the supervisor freezes what is closed, two witnesses promise and
 * reveal, and those the sample names see the visits again.
 */
final class DemoRevisits {
  private static final User SUPERVISOR = new User("supervisor", List.of("supervisor"), "纪检监察室");
  private static final List<User> WITNESSES =
      List.of(
          new User("witness-1", List.of("witness"), "道路运输协会"),
          new User("witness-2", List.of("witness"), "公众代表"));

  private final DemoDesk desk;
  private final DemoRegisters registers;
  private final String task;
  private int recorded;

  DemoRevisits(DemoDesk desk, DemoRegisters registers, String task) {
    this.desk = desk;
    this.registers = registers;
    this.task = task;
  }

  /** Visits that were seen again and confirmed. */
  int recorded() {
    return recorded;
  }

  private String path(String step) {
    return "/inspection/api/v1/revisits/" + task + step;
  }

  /** Commitment first, then the values, then the sample. */
  void draws(int size) throws InterruptedException {
    JsonNode frozen =
        desk.client()
            .post(SUPERVISOR, path("/sample"), "demo-revisit-sample-" + task, Map.of("size", size))
            .expect(201, "sample of closed visits")
            .body();
    JsonNode sample = frozen.path("samples").path(0);
    desk.tell("锁定已结束的检查 %d 户，抽取 %d 户", sample.path("closed").asInt(), size);
    List<Witness> values =
        WITNESSES.stream()
            .map(one -> Witness.choosing(one.account(), DemoCeremony.dice()))
            .toList();
    String secret = Witness.operatorSecret();
    for (int i = 0; i < WITNESSES.size(); i++) {
      Map<String, Object> promise = Map.of("commitment", values.get(i).promise().get("commitment"));
      step(WITNESSES.get(i), "/promise", promise);
    }
    JsonNode committed =
        step(
            SUPERVISOR,
            "/commitment",
            Map.of("operatorCommitment", Witness.operatorCommitment(secret)));
    desk.tell(
        "见证人 %d 名承诺，公布承诺值 %s…",
        WITNESSES.size(),
        committed.path("samples").path(0).path("commitHash").asText().substring(0, 16));
    for (int i = 0; i < WITNESSES.size(); i++) {
      Witness own = values.get(i);
      step(WITNESSES.get(i), "/reveal", Map.of("nonce", own.nonce(), "value", own.value()));
    }
    JsonNode drawn =
        step(SUPERVISOR, "/execution", Map.of("operatorSecret", secret)).path("samples").path(0);
    desk.tell("抽取完成，种子 %s…", drawn.path("seed").asText().substring(0, 16));
    for (JsonNode revisit : drawn.path("revisits")) {
      isSeenAgain(revisit);
    }
    tellsAgreement();
  }

  /** What the supervisor reads, and nobody of those who went there. */
  private void tellsAgreement() throws InterruptedException {
    int agreed = 0;
    int compared = 0;
    JsonNode sample =
        desk.client()
            .get(SUPERVISOR, path(""))
            .expect(200, "sample that was seen again")
            .body()
            .path("samples")
            .path(0);
    for (JsonNode team : sample.path("agreements")) {
      agreed += team.path("agreed").asInt();
      compared += team.path("compared").asInt();
    }
    desk.tell("回头看 %d 户，%d 项中 %d 项与第一次一致", recorded, compared, agreed);
  }

  private JsonNode step(User user, String step, Map<String, Object> body)
      throws InterruptedException {
    return desk.client()
        .post(user, path(step), "demo-revisit-" + task + step + user.account(), body)
        .expect(200, step)
        .body();
  }

  /** One of two who were not there records item by item, the other confirms. */
  private void isSeenAgain(JsonNode revisit) throws InterruptedException {
    String visitId = revisit.path("visitId").asText();
    List<User> team =
        StreamSupport.stream(revisit.path("team").spliterator(), false)
            .map(one -> new User(one.asText(), List.of("inspector"), registers.unit(one.asText())))
            .toList();
    String own = "/inspection/api/v1/own-revisits/" + task + "/" + Client.part(visitId);
    JsonNode asked = desk.client().get(team.getFirst(), own).expect(200, "revisit").body();
    if (asked.path("revisit").hasNonNull("confirmed")) {
      throw new IllegalStateException("回头看以前不应看到第一次的结果 the first result is told too early");
    }
    for (JsonNode item : asked.path("items")) {
      String code = item.path("code").asText();
      desk.client()
          .put(
              team.getFirst(),
              own + "/items/" + Client.part(code),
              "demo-revisit-" + visitId + "-" + code,
              Map.of("codes", List.of("1")))
          .expect(200, "item of the revisit");
    }
    JsonNode confirmed =
        desk.client()
            .approve(
                team.getLast(),
                own,
                own + "/confirmation",
                "demo-revisit-end-" + visitId,
                Client.nothing())
            .expect(200, "revisit by the other officer")
            .body();
    recorded += confirmed.hasNonNull("confirmed") ? 1 : 0;
  }

  /** The file the sample is verified with. */
  byte[] bundle() throws InterruptedException {
    return desk.client()
        .get(SUPERVISOR, path("/bundle"))
        .expect(200, "bundle of the sample")
        .text()
        .getBytes(StandardCharsets.UTF_8);
  }
}
