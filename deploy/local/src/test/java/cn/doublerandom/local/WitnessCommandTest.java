package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
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
    exchange.sendResponseHeaders(body.length > 0 ? 201 : 200, answer.length);
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
    return new CommandLine(new WitnessCommand()).execute(line.toArray(String[]::new));
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
