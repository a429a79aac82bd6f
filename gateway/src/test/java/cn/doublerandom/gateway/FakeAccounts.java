package cn.doublerandom.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of the tests, with tokens nobody verifies here. What a {@link FakeService} answers when
 * it is asked what waits for one of them stands in his token.
 */
final class FakeAccounts {
  static final Path KEY = Path.of("target/sign-in-test/session.key").toAbsolutePath();
  static final Path TOKENS = Path.of("target/sign-in-test/tokens").toAbsolutePath();

  private static final String ANSWERS = "answers";

  private FakeAccounts() {}

  static void make() throws IOException {
    Files.createDirectories(TOKENS);
    make("coordinator", "示例统筹员", "coordinator", Map.of());
    make("JC001", "示例人员一", "inspector", Map.of());
    make(
        "approver",
        "示例<局长>",
        "approver",
        Map.of(
            "/registry/api/v1/deputies/mine",
            "json [{\"principal\":\"wang\",\"name\":\"王<工>\",\"unit\":\"法制安全科\",\"roles\":[\"coordinator\",\"chief\"],\"until\":\"2023-03-31\"},"
                + "{\"principal\":\"no account\",\"roles\":[\"approver\"]},7]",
            "/draw/ui/waiting",
            "html <p id=\"of-draw\">抽取一件</p>",
            "/registry/api/v1/waiting",
            "json {\"items\":[{\"what\":\"批准<名录>变更\",\"due\":\"2023-04-13\",\"left\":\"还剩 6 个工作日\",\"at\":\"/registry/ui/changes\"},"
                + "{\"kind\":\"status\",\"what\":\"外来\",\"at\":\"https://evil.example\"}],\"total\":298}",
            "/publication/api/v1/waiting",
            "json {\"items\":[]}",
            "/registry/api/v1/glance",
            "json {\"bureaus\":[{\"key\":\"130534\",\"name\":\"清河县交通运输局\"}],"
                + "\"year\":[{\"label\":\"待完善<事项>\",\"number\":\"3\",\"of\":\"共 12 项\","
                + "\"look\":\"warn\",\"at\":\"/registry/ui/readiness\"},"
                + "{\"label\":\"外来数字\",\"number\":\"1\",\"at\":\"https://evil.example\"}],"
                + "\"told\":[{\"what\":\"停业申请：未获同意\",\"by\":\"wang\",\"who\":\"王<工>（wang）\",\"on\":\"2023-03-13\","
                + "\"why\":\"缺少<证明>\",\"at\":\"/registry/ui/requests\"}],"
                + "\"own\":[{\"what\":\"批准停业\",\"by\":\"approver\",\"on\":\"2023-03-12\",\"at\":\"\"}]}",
            "/draw/api/v1/glance",
            "json {\"own\":[{\"what\":\"批准计划\",\"by\":\"approver\",\"on\":\"2023-03-14\",\"at\":\"/draw/ui/plans/1\"}]}",
            "/publication/api/v1/glance",
            "status 500",
            "/registry/api/v1/board",
            "json {\"bureaus\":[{\"key\":\"130534\",\"name\":\"清河县交通运输局\"}],\"figures\":["
                + "{\"group\":\"DEADLINES\",\"figure\":{\"label\":\"待完善<事项>\",\"number\":\"3\",\"look\":\"warn\","
                + "\"at\":\"/registry/ui/readiness\"}},"
                + "{\"group\":\"MEMORY\",\"figure\":{\"label\":\"积压\",\"number\":\"7\",\"look\":\"quiet\","
                + "\"at\":\"/registry/ui/memory\"}}]}",
            "/draw/api/v1/board",
            "json {\"figures\":[{\"group\":\"COVERAGE\",\"figure\":{\"label\":\"预计覆盖率\",\"number\":\"3.20%\","
                + "\"at\":\"/draw/ui/plans/2023/checks\"}},"
                + "{\"group\":\"COVERAGE\",\"figure\":{\"label\":\"外来数字\",\"number\":\"1\",\"at\":\"https://evil.example\"}},"
                + "{\"group\":\"ELSEWHERE\",\"figure\":{\"label\":\"无处可放\",\"number\":\"1\"}}],"
                + "\"series\":[{\"group\":\"VISITS\",\"title\":\"每周检查\",\"at\":\"/draw/ui/plans\","
                + "\"points\":[{\"label\":\"03-06\",\"value\":2},{\"label\":\"03-13\",\"value\":5}]}]}",
            "/publication/api/v1/board",
            "status 500"));
    make(
        "registrar",
        "示例名录员",
        "registrar",
        Map.of(
            "/registry/ui/waiting", "never",
            "/draw/ui/waiting", "html <p id=\"of-draw\">抽取一件</p>",
            "/publication/ui/waiting", "status 500"));
    make(
        "auditor",
        "示例审计员",
        "auditor",
        Map.of(
            "/registry/ui/waiting", "status 401",
            "/draw/ui/waiting", "long",
            "/publication/api/v1/waiting", "json {\"items\":[7]}"));
    Files.writeString(
        TOKENS.resolve("examiner"),
        token(
            new JsonObject()
                .put("sub", "examiner")
                .put("name", "示例市级审计")
                .put("unit", "审计处")
                .put("groups", new JsonArray().add("auditor"))
                .put("bureau", new JsonArray().add("130534").add("130535"))));
    Files.writeString(
        TOKENS.resolve("trainee"),
        token(
            new JsonObject()
                .put("sub", "trainee")
                .put("name", "演练人员")
                .put("groups", new JsonArray().add("supervisor"))
                .put("bureau", "130534.practice")));
    Files.writeString(TOKENS.resolve("broken"), "no token");
    Files.writeString(TOKENS.resolve("renamed"), token("coordinator"));
  }

  private static void make(String account, String name, String role, Map<String, String> answers)
      throws IOException {
    var waiting = new JsonObject();
    var claims =
        new JsonObject()
            .put("sub", account)
            .put("name", name)
            .put("unit", "法制安全科")
            .put("groups", new JsonArray().add(role))
            .put(ANSWERS, waiting);
    answers.forEach((path, answer) -> waiting.put(path, answer));
    Files.writeString(TOKENS.resolve(account), token(claims) + "\n");
  }

  private static String token(JsonObject claims) {
    return String.join(".", part("{\"alg\":\"ES256\"}"), part(claims.encode()), part("signed"));
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String token(String account) throws IOException {
    return Files.readString(TOKENS.resolve(account)).strip();
  }

  /** What the token of a request has a service answer at that address. */
  static String answer(@Nullable String authorization, String path) {
    if (authorization == null || authorization.split("\\.", -1).length != 3) {
      return "status 404";
    }
    byte[] claims = Base64.getUrlDecoder().decode(authorization.split("\\.", -1)[1]);
    return new JsonObject(new String(claims, StandardCharsets.UTF_8))
        .getJsonObject(ANSWERS, new JsonObject())
        .getString(path, "status 404");
  }
}
