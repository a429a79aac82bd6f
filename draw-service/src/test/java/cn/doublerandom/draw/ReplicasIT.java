package cn.doublerandom.draw;

import static cn.doublerandom.draw.Office.A;
import static cn.doublerandom.draw.Office.FREEZE;
import static cn.doublerandom.draw.Office.SECRET;
import static cn.doublerandom.draw.Office.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.oneOf;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.verifier.Verify;
import cn.doublerandom.verifier.Witness;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two processes of the service over one database: what both are asked at once happens once. */
@Tag("deep")
class ReplicasIT {
  private static final int CLIENTS = 24;
  private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:([0-9]+)");
  private static final TestStack STACK = new TestStack();
  private static final List<Process> PROCESSES = new ArrayList<>();
  private static final List<Integer> PORTS = new ArrayList<>();
  private static final List<Integer> OPERATIONS = new ArrayList<>();
  private static final List<Path> LOGS = new ArrayList<>();
  private static String kafka = "";
  private static @Nullable Witness witness;

  private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

  @BeforeAll
  static void twoReplicas() throws Exception {
    STACK.init(Map.of("database", "draw"));
    Map<String, String> settings = STACK.start();
    kafka = settings.getOrDefault("kafka.bootstrap.servers", "");
    Path key = Path.of(settings.getOrDefault("suite.checkpoint-key", ""));
    Files.createDirectories(key.getParent());
    NoteKey signer = NoteKey.keptIn(key, "double-random.invalid/draw");
    Witness outside =
        Witness.start(
            "witness.example/test",
            TestStack.directory().resolve("witness"),
            List.of(signer.verifierKey()),
            0);
    witness = outside;
    for (int n = 0; n < 2; n++) {
      Path log = TestStack.directory().resolve("replica-" + n + ".log");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Xmx384m",
              "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
              "-Dquarkus.profile=local"));
      settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
      command.add("-Dsuite.sealing-keys=" + TestStack.directory().resolve("sealing"));
      command.add("-Dsuite.witnesses=http://127.0.0.1:" + outside.port());
      command.add("-Dsuite.checkpoint-every=PT1S");
      command.add("-Dsuite.plan-watch=1s");
      command.add("-Dquarkus.http.port=0");
      int operations = LocalKafka.freePort();
      OPERATIONS.add(operations);
      command.add("-Dquarkus.management.port=" + operations);
      command.add("-Dquarkus.log.category.\"cn.doublerandom\".level=DEBUG");
      command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
      PROCESSES.add(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start());
      LOGS.add(log);
      Process process = PROCESSES.getLast();
      await().atMost(Duration.ofMinutes(2)).until(() -> !process.isAlive() || listening(log) > 0);
      assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
      PORTS.add(listening(log));
    }
    RestAssured.basePath = "/draw";
    RestAssured.port = PORTS.getFirst();
    for (int port : OPERATIONS) {
      String ready = "http://127.0.0.1:" + port + "/q/health/ready";
      await().atMost(Duration.ofMinutes(2)).until(() -> given().get(ready).statusCode() == 200);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    RestAssured.reset();
    for (Process process : PROCESSES) {
      process.destroy();
      process.waitFor();
    }
    for (Path log : LOGS) {
      assertThat(Files.readString(log))
          .as("what is told to end looks at nothing that is closed already")
          .contains("stopped in")
          .doesNotContain("Pool closed");
    }
    if (witness != null) {
      witness.close();
    }
    STACK.stop();
  }

  /** The port the process took for itself, once it says that it listens; 0 before. */
  private static int listening(Path log) throws IOException {
    Matcher said = LISTENING.matcher(Files.readString(log));
    return said.find() ? Integer.parseInt(said.group(1)) : 0;
  }

  /** All at once, half of them at either replica. */
  private static List<Response> atOnce(IntFunction<Response> call) throws Exception {
    List<Response> answers = Collections.synchronizedList(new ArrayList<>());
    List<Thread> clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(
                n -> Thread.ofVirtual().start(() -> answers.add(call.apply(PORTS.get(n % 2)))))
            .toList();
    for (Thread client : clients) {
      client.join();
    }
    assertThat(answers).hasSize(CLIENTS);
    return answers;
  }

  /** Exactly one was first; all others were told what had happened. */
  private static Response theOneDone(List<Response> answers, String... codes) {
    List<Response> done = answers.stream().filter(a -> a.statusCode() == 201).toList();
    assertThat(done).hasSize(1);
    assertThat(answers.stream().filter(a -> a.statusCode() != 201))
        .allSatisfy(a -> assertThat(a.jsonPath().getString("code")).isIn((Object[]) codes));
    return done.getFirst();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /draw/api/v1/draws?after=清 HTTP/1.1⏎Host: a⏎⏎|address-malformed",
        "GET /draw/api/v1/draws?after=% HTTP/1.1⏎Host: a⏎⏎|address-malformed",
        "GET /draw/api/v1/draws HTTP/1.1⏎⏎|malformed-request",
        "NONSENSE⏎⏎|malformed-request",
        "GET / HTTP/1.1⏎Host: a⏎⏎|not-found"
      })
  void what_is_no_request_gets_a_problem_from_the_packaged_service(String request, String code)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORTS.getFirst())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.replace("⏎", "\r\n").getBytes(StandardCharsets.UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("application/problem+json", "\"code\":\"" + code + "\"");
    }
  }

  @Test
  void two_replicas_make_one_draw_and_their_logs_say_nothing_of_it_while_it_is_sealed()
      throws Exception {
    KnownRegister.tell(kafka);
    Office.publishedPlan(year, List.of("001"));
    String task = Office.task(year, "001");
    as("supervisor").post("/api/v1/sealing-keys").then().statusCode(201);
    as("approver").post("/api/v1/sealing-keys/approval").then().statusCode(201);

    Response frozen =
        theOneDone(
            atOnce(port ->
                as("coordinator").port(port).body(FREEZE).post("/api/v1/tasks/" + task + "/draws")),
            "draw-open",
            "job-under-way");
    String drawId = frozen.jsonPath().getString("drawId");
    assertThat(drawId).endsWith("-1");
    String draw = "/api/v1/draws/" + drawId;

    Map<String, Object> commitment = Office.ceremony(draw);
    commitment.put("openBy", Instant.now().plus(30, ChronoUnit.DAYS).toString());
    theOneDone(
        atOnce(port -> as("coordinator").port(port).body(commitment).post(draw + "/commitment")),
        "draw-open");
    // A program that was started waits the whole minute after somebody outside saw the commit.
    as("witness-1")
        .body(A.json())
        .post(draw + "/contributions")
        .then()
        .statusCode(409)
        .body("code", oneOf("commit-not-cosigned", "reveal-too-soon"));
    Office.reveal(draw);
    Response executed =
        theOneDone(
            atOnce(port ->
                as("coordinator")
                    .port(port)
                    .body("{\"operatorSecret\":\"" + SECRET + "\"}")
                    .post(draw + "/execution")),
            "draw-already-executed",
            "job-under-way");
    assertThat(executed.jsonPath().getString("phase")).isEqualTo("SEALED");

    List<String> said = new ArrayList<>();
    for (Path log : LOGS) {
      said.add(Files.readString(log));
    }
    theOneDone(
        atOnce(port -> as("supervisor").port(port).post(draw + "/opening")), "draw-not-sealed");
    byte[] bundle = given().port(PORTS.getLast()).get(draw + "/bundle").asByteArray();
    assertThat(Verify.check(bundle).code()).isNull();
    JsonPath opened = new JsonPath(new String(bundle, StandardCharsets.UTF_8));
    List<String> secrets = new ArrayList<>(opened.getList("result.selected", String.class));
    assertThat(secrets).hasSize(4);
    secrets.addAll(
        List.of(
            opened.getString("result.seed"),
            opened.getString("result.vrfProof"),
            opened.getString("resultHash"),
            opened.getString("salt"),
            SECRET));
    for (String log : said) {
      assertThat(log).contains("draw-service").doesNotContain(secrets.toArray(String[]::new));
    }
  }
}
