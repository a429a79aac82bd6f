package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.DemoIdentity.User;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The exercise of the handbook's chapters of officers, leads, legal reviewers and publishers, step
 * by step as they are written, in the practice bureau of a suite whose day is long before the rules
 * that ask for most of it.
 */
final class PracticeExercise implements AutoCloseable {
  private static final String VISITS = "/inspection/api/v1/visits";
  private static final User APPROVER = learner("practice-approver", "approver", "分管领导");
  private static final User LEAD = learner("practice-lead", "unit-lead", DemoDesk.BRIGADE);
  private static final User REVIEWER = learner("practice-reviewer", "legal-reviewer", "法制安全科");
  private static final User PUBLISHER =
      learner("practice-publisher", "publisher", DemoDesk.BRIGADE);

  private final Client client;
  private final String origin;
  private final HttpClient outside = HttpClient.newHttpClient();

  PracticeExercise(int gateway, DemoIdentity identity) {
    client = new Client(gateway, identity);
    origin = "http://127.0.0.1:" + gateway;
  }

  private static User learner(String account, String role, String unit) {
    return new User(account, List.of(role), unit, List.of(DemoPractice.BUREAU));
  }

  private static User officer(String number) {
    return learner(number, "inspector", DemoDesk.BRIGADE);
  }

  /** A visit, and who is on it. */
  private record Going(String id, User first, User second) {
    String api() {
      return VISITS + "/" + Client.part(id);
    }

    String page() {
      return "/inspection/ui/visits/" + Client.part(id);
    }

    List<User> team() {
      return List.of(first, second);
    }
  }

  void isDone() throws Exception {
    Going visit = visit();
    whatComesBefore(visit);
    bothLookOnSite(visit);
    for (User one : visit.team()) {
      done(one, visit, "/finish", Map.of());
    }
    allSign(visit);
    oneRecordsAndTheLeadReturnsIt(visit);
    itIsPutRightAndConfirmed(visit);
    theReviewerPasses(visit);
    thePublisherReadsWhereItEnds(visit);
  }

  private Going visit() throws InterruptedException {
    List<JsonNode> found = new ArrayList<>();
    Patience.until(
        Duration.ofMinutes(1),
        Duration.ofMillis(200),
        () -> {
          found.clear();
          client.get(LEAD, VISITS).body().path("items").forEach(found::add);
          return !found.isEmpty();
        });
    JsonNode first = found.getFirst();
    return new Going(
        first.path("visitId").asText(),
        officer(first.path("inspectors").path(0).asText()),
        officer(first.path("inspectors").path(1).asText()));
  }

  private JsonNode done(User by, Going visit, String path, Object body)
      throws InterruptedException {
    return client
        .post(by, visit.api() + path, by.account() + path + "-" + System.nanoTime(), body)
        .expect(200, path)
        .body();
  }

  /** Agrees to what he has read. */
  private void agreed(User by, Going visit, String read, String path, Object body)
      throws InterruptedException {
    client
        .approve(
            by,
            visit.api() + read,
            visit.api() + path,
            by.account() + path + "-" + System.nanoTime(),
            body)
        .expect(200, path);
  }

  private String page(User reader, String at) throws InterruptedException {
    return client.get(reader, at).expect(200, at).text();
  }

  /** 检查以前: training of both, 提请审批, the approval of another, 通知书, 检查码. */
  private void whatComesBefore(Going visit) throws Exception {
    assertThat(page(visit.first(), visit.page())).contains("行政检查审批", "送达通知书");
    for (User one : visit.team()) {
      done(one, visit, "/preparation/training", Map.of("content", "抽查检查工作指引"));
    }
    assertThat(start(visit, visit.first()).status()).isEqualTo(409);
    assertThat(page(visit.first(), visit.page())).contains("提请审批");
    done(visit.first(), visit, "/preparation/approval-request", Map.of());
    agreed(APPROVER, visit, "/preparation", "/preparation/approval", Map.of());
    JsonNode served =
        done(
            visit.second(),
            visit,
            "/preparation/notice",
            Map.of("way", "IN_PERSON", "receivedAs", "安全负责人"));
    String code = served.path("code").asText();
    assertThat(code).hasSize(6);
    assertThat(stranger("/inspection/api/v1/checks/" + code)).isEqualTo(404);
  }

  private int stranger(String at) throws Exception {
    return outside
        .send(
            HttpRequest.newBuilder(URI.create(origin + at)).GET().build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private Client.Answer start(Going visit, User by) throws InterruptedException {
    return client.post(
        by,
        visit.api() + "/start",
        by.account() + "-start-" + System.nanoTime(),
        Map.of("inspectors", visit.team().stream().map(User::account).toList()));
  }

  private void bothLookOnSite(Going visit) throws InterruptedException {
    for (User one : visit.team()) {
      start(visit, one).expect(200, "start");
    }
    answer(visit, "YL-01", Map.of("codes", List.of("1"), "note", "")).expect(200, "nothing found");
    assertThat(answer(visit, "YL-02", Map.of("codes", List.of("1", "A", "D"), "note", "两样")))
        .extracting(Client.Answer::status)
        .isEqualTo(422);
    violated(visit, "车辆未按规定检测。");
  }

  private void violated(Going visit, String note) throws InterruptedException {
    answer(
            visit,
            "YL-02",
            Map.of(
                "codes",
                List.of("A", "D"),
                "note",
                note,
                "violation",
                Map.of(
                    "severity",
                    "SERIOUS",
                    "clause",
                    "《中华人民共和国道路运输条例》第五十八条",
                    "measure",
                    "CASE_FILED")))
        .expect(200, "a finding");
  }

  private Client.Answer answer(Going visit, String item, Object finding)
      throws InterruptedException {
    return client.put(
        visit.first(),
        visit.api() + "/items/" + item,
        visit.id() + item + System.nanoTime(),
        finding);
  }

  private void allSign(Going visit) throws InterruptedException {
    client
        .put(
            visit.first(),
            visit.api() + "/statement",
            "statement-" + System.nanoTime(),
            Map.of("words", "无异议"))
        .expect(200, "statement");
    String hash =
        client
            .get(visit.first(), visit.api() + "/record")
            .expect(200, "record")
            .body()
            .path("recordHash")
            .asText();
    done(
        visit.first(),
        visit,
        "/subject-signature",
        Map.of(
            "way", "TYPED",
            "recordHash", hash,
            "signer", "虚构负责人",
            "signedAs", "安全负责人",
            "witness", "虚构见证人",
            "witnessedAs", "村委会工作人员"));
    for (User one : visit.team()) {
      done(one, visit, "/signatures", Map.of("recordHash", hash, "digits", hash.substring(0, 8)));
    }
  }

  private void oneRecordsAndTheLeadReturnsIt(Going visit) throws InterruptedException {
    done(visit.first(), visit, "/result", Map.of());
    assertThat(page(visit.second(), visit.page())).contains("确认结果");
    assertThat(page(visit.first(), visit.page())).doesNotContain(">确认结果</button>");
    done(LEAD, visit, "/result/return", Map.of("reason", "第二项说不清楚"));
  }

  private void itIsPutRightAndConfirmed(Going visit) throws InterruptedException {
    violated(visit, "3 号车辆检测有效期至上月，未按规定检测。");
    allSign(visit);
    done(visit.first(), visit, "/result", Map.of());
    agreed(LEAD, visit, "", "/result/confirmation", Map.of());
  }

  private void theReviewerPasses(Going visit) throws InterruptedException {
    assertThat(
            Patience.until(
                Duration.ofMinutes(1),
                Duration.ofMillis(200),
                () ->
                    client.get(REVIEWER, "/inspection/api/v1/waiting").body().path("total").asInt()
                        > 0))
        .isTrue();
    assertThat(page(REVIEWER, visit.page())).contains("通过法制审核", "退回检查组");
    agreed(REVIEWER, visit, "", "/result/legal-review", Map.of("opinion", "依据正确，证据充分"));
  }

  private void thePublisherReadsWhereItEnds(Going visit) throws Exception {
    String at = "/publication/ui/notices/" + Client.part(visit.id());
    Patience.until(
        Duration.ofMinutes(1),
        Duration.ofMillis(200),
        () -> client.get(PUBLISHER, at).status() == 200);
    assertThat(page(PUBLISHER, at)).contains("演练到此为止", "公众将看到的");
    JsonNode waiting = client.get(PUBLISHER, "/publication/api/v1/waiting").body();
    assertThat(waiting.path("total").asInt(-1)).isZero();
    assertThat(stranger("/publication/ui/results/" + Client.part(visit.id()))).isEqualTo(404);
  }

  @Override
  public void close() {
    client.close();
    outside.close();
  }
}
