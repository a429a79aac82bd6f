package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What each person of a ceremony types, and what then leaves his machine. */
class WitnessCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DRAW = "130534-2023001-001-1";

  /** A request the office got. */
  private record Sent(String path, String authorization, JsonNode body) {}

  @TempDir Path directory;

  private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> answers =
      Collections.synchronizedMap(new java.util.HashMap<>());

  /**
   * What the office answers to each request from now on; 0 for a connection that ends unanswered.
   */
  private volatile int status = 201;

  private final StringWriter said = new StringWriter();
  private HttpServer office;

  @BeforeEach
  void open() throws IOException {
    office = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    office.createContext("/", this::answer);
    office.start();
  }

  @AfterEach
  void close() {
    office.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (body.length > 0) {
      sent.add(
          new Sent(
              path,
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              JSON.readTree(body)));
    }
    byte[] answer = answers.getOrDefault(path, "{}").getBytes(UTF_8);
    int now = body.length > 0 ? status : 200;
    if (now == 0) {
      exchange.close();
      return;
    }
    exchange.sendResponseHeaders(now, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private int run(String... words) throws IOException {
    Path token = directory.resolve("token");
    if (!Files.exists(token)) {
      Files.writeString(token, "a-token\n");
    }
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(
        List.of(
            "--server",
            "http://127.0.0.1:" + office.getAddress().getPort(),
            "--keep",
            directory.resolve("own").toString()));
    if (!line.contains("--code")) {
      line.addAll(List.of("--token", token.toString()));
    }
    return new CommandLine(new WitnessCommand())
        .setErr(new PrintWriter(said, true))
        .execute(line.toArray(String[]::new));
  }

  private static String draw(String step) {
    return "/draw/api/v1/draws/" + DRAW + "/" + step;
  }

  @Test
  void a_witness_promises_a_hash_and_reveals_what_fits_it_and_nobody_else_reads_the_value()
      throws IOException {
    assertThat(run("promise", "--draw", DRAW, "--name", "企业代表", "--value", "7919")).isZero();
    Path kept = directory.resolve("own").resolve(DRAW + "-企业代表");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    assertThat(sent.getFirst().path()).isEqualTo(draw("promises"));
    assertThat(sent.getFirst().authorization()).isEqualTo("Bearer a-token");
    assertThat(sent.getFirst().body().toString()).doesNotContain("7919");

    assertThat(run("reveal", "--draw", DRAW, "--name", "企业代表")).isZero();
    JsonNode revealed = sent.getLast().body();
    assertThat(sent.getLast().path()).isEqualTo(draw("contributions"));
    var own =
        new Witness(
            revealed.path("by").asText(),
            revealed.path("nonce").asText(),
            revealed.path("value").asText());
    assertThat(own.value()).isEqualTo("7919");
    assertThat(own.promise().get("commitment"))
        .isEqualTo(sent.getFirst().body().path("commitment").asText());
  }

  @Test
  void a_promise_is_not_written_over() throws IOException {
    assertThat(run("promise", "--draw", DRAW, "--name", "企业代表")).isZero();
    assertThat(run("promise", "--draw", DRAW, "--name", "企业代表")).isNotZero();
    assertThat(sent).hasSize(1);
  }

  @Test
  void who_comes_too_early_is_told_when_to_come_again() throws IOException {
    assertThat(run("promise", "--draw", DRAW, "--name", "企业代表")).isZero();
    status = 409;
    answers.put(
        draw("contributions"),
        "{\"title\":\"承诺公开满 60 秒之后才能公布。\",\"code\":\"reveal-too-soon\",\"context\":{\"from\":\"2026-11-26T01:01:00Z\"}}");
    assertThat(run("reveal", "--draw", DRAW, "--name", "企业代表")).isNotZero();
    assertThat(said.toString()).contains("承诺公开满 60 秒", "2026-11-26T01:01:00Z");
  }

  private List<String> kept() throws IOException {
    try (var files = Files.list(directory.resolve("own"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void what_the_office_refused_is_not_kept_and_can_be_promised_anew() throws IOException {
    status = 409;
    assertThat(run("promise", "--draw", DRAW, "--name", "企业代表", "--value", "7919")).isNotZero();
    assertThat(kept()).isEmpty();
    status = 201;
    assertThat(run("promise", "--draw", DRAW, "--name", "企业代表", "--value", "31")).isZero();
    assertThat(kept()).containsExactly(DRAW + "-企业代表");
    assertThat(run("reveal", "--draw", DRAW, "--name", "企业代表")).isZero();
    assertThat(sent.getLast().body().path("value").asText()).isEqualTo("31");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 408, 500, 503, 504})
  void a_promise_nobody_answered_is_kept_as_such_and_sent_again_unchanged(int trouble)
      throws IOException {
    status = trouble;
    assertThat(run("promise", "--draw", DRAW, "--name", "企业代表")).isNotZero();
    assertThat(kept()).containsExactly(DRAW + "-企业代表.pending");
    status = 201;
    assertThat(run("promise", "--draw", DRAW, "--name", "企业代表")).isZero();
    assertThat(kept()).containsExactly(DRAW + "-企业代表");
    assertThat(sent.getLast().body()).isEqualTo(sent.getFirst().body());
  }

  @Test
  void a_promise_that_was_taken_without_an_answer_is_found_at_the_office() throws IOException {
    status = 0;
    run("promise", "--draw", DRAW, "--name", "企业代表");
    status = 409;
    answers.put(draw("ceremony"), ceremony("ff".repeat(32)));
    assertThat(run("promise", "--draw", DRAW, "--name", "企业代表")).isNotZero();
    assertThat(kept()).isEmpty();

    status = 0;
    run("promise", "--draw", DRAW, "--name", "企业代表");
    String commitment = sent.getLast().body().path("commitment").asText();
    status = 409;
    answers.put(draw("ceremony"), ceremony(commitment));
    assertThat(run("promise", "--draw", DRAW, "--name", "企业代表")).isZero();
    assertThat(kept()).containsExactly(DRAW + "-企业代表");
  }

  private static String ceremony(String commitment) {
    return "{\"operatorCommitment\":\"%s\",\"witnesses\":[{\"name\":\"企业代表\",\"commitment\":\"%s\"}]}"
        .formatted(commitment, commitment);
  }

  @Test
  void a_secret_whose_deposit_was_refused_is_not_kept_and_one_nobody_answered_is()
      throws IOException {
    assertThat(run("deposit", "--draw", DRAW)).isNotZero();
    assertThat(Files.exists(directory.resolve("own"))).isFalse();

    String key = DepositSeal.Key.fresh().publicHalf();
    answers.put("/draw/api/v1/supervisor-keys", "[{\"publicKey\":\"" + key + "\"}]");
    status = 422;
    assertThat(run("deposit", "--draw", DRAW)).isNotZero();
    assertThat(kept()).isEmpty();

    status = 0;
    assertThat(run("deposit", "--draw", DRAW)).isNotZero();
    assertThat(kept()).containsExactly(DRAW + "-operator.secret.pending");
    JsonNode unanswered = sent.getLast().body();
    status = 201;
    assertThat(run("deposit", "--draw", DRAW)).isZero();
    assertThat(kept()).containsExactly(DRAW + "-operator.secret");
    assertThat(sent.getLast().body().path("operatorCommitment"))
        .isEqualTo(unanswered.path("operatorCommitment"));

    // A second deposit of the same secret that is refused takes the first away from nobody.
    status = 409;
    assertThat(run("deposit", "--draw", DRAW)).isNotZero();
    assertThat(kept()).containsExactly(DRAW + "-operator.secret");
  }

  @Test
  void a_witness_without_an_account_acts_with_the_code_and_no_token() throws IOException {
    String[] code = {"--code", "K7QM-2XVD-9RTB-H4WC"};
    assertThat(run("promise", "--draw", DRAW, "--name", "公众代表", code[0], code[1])).isZero();
    assertThat(run("reveal", "--draw", DRAW, "--name", "公众代表", code[0], code[1])).isZero();
    assertThat(sent)
        .extracting(Sent::path)
        .containsExactly(draw("code-promises"), draw("code-contributions"));
    assertThat(sent).allMatch(s -> s.authorization().equals("null"));
    assertThat(sent).allMatch(s -> s.body().path("code").asText().equals(code[1]));
  }

  @Test
  void the_operators_secret_reaches_the_supervisor_and_nobody_in_between() throws IOException {
    assertThat(run("key")).isZero();
    String key = sent.getLast().body().path("publicKey").asText();
    assertThat(sent.getLast().path()).isEqualTo("/draw/api/v1/supervisor-keys");

    answers.put("/draw/api/v1/supervisor-keys", "[{\"publicKey\":\"" + key + "\"}]");
    assertThat(run("deposit", "--draw", DRAW)).isZero();
    JsonNode laid = sent.getLast().body();
    String secret =
        Files.readString(directory.resolve("own").resolve(DRAW + "-operator.secret")).strip();
    assertThat(laid.toString()).doesNotContain(secret);
    assertThat(laid.path("operatorCommitment").asText())
        .isEqualTo(Witness.operatorCommitment(secret));

    answers.put(draw("deposit"), laid.toString());
    assertThat(run("open", "--draw", DRAW)).isZero();
    JsonNode said = sent.getLast().body();
    assertThat(said.toString()).doesNotContain(secret);
    assertThat(DepositSeal.receiptHash(said.path("receipt").asText()))
        .isEqualTo(laid.path("receiptHash").asText());
    assertThat(directory.resolve("own").resolve(DRAW + "-supervisor.secret"))
        .hasContent(secret + "\n");

    assertThat(run("complete", "--draw", DRAW)).isZero();
    assertThat(sent.getLast().path()).isEqualTo(draw("execution"));
    assertThat(sent.getLast().body().path("operatorSecret").asText()).isEqualTo(secret);
  }
}
