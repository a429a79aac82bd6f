package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.local.browser.Chromium;
import cn.doublerandom.local.browser.Examiner;
import cn.doublerandom.local.browser.Look;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The whole path, and what becomes of it when parts are killed on the way; then what can be done
 * with the data it left, each on a copy of its own and two at a time.
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class DemoIT {
  /** Two services; {@code ./suite test --deep} kills every part, the broker twice. */
  private static final int TWO_PARTS = 2;

  /** Line of the story at which a part is killed, so that speed decides nothing. */
  private static final List<Map.Entry<String, String>> KILLS =
      List.of(
          Map.entry("认领本级事项", "registry"),
          Map.entry("公布承诺值", "draw"),
          Map.entry("见证人 企业代表", "kafka"),
          Map.entry("抽取完成", "inspection"),
          Map.entry("锁定名单：范围内 7", "kafka"),
          Map.entry("检查 19 户", "publication"),
          Map.entry("公示结果 19 份", "postgres"));

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of the story at least its two draws. */
  private static final Pattern EXECUTED =
      Pattern.compile("suite_draws\\{phase=\"executed\"} [2-9]");

  /** What a notice says under the same name wherever it is read. */
  private static final List<String> NOTICE =
      List.of(
          "resultId",
          "drawId",
          "planId",
          "planName",
          "taskId",
          "taskName",
          "drawType",
          "authority",
          "unit",
          "subjectId",
          "subjectName",
          "finishedOn",
          "dueOn",
          "provisional",
          "publishedOn",
          "onTime",
          "indexNumber",
          "version",
          "codes",
          "text");

  private final Home home = new Home(Path.of("../..").toAbsolutePath().normalize());
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Reaper out = new Reaper();
  private Path directory;
  private Path copies;
  private String result = "";
  private Map<String, List<String>> desks = Map.of();

  /** Listens to the story and kills at its cue, with -9 and at once. */
  private final class Reaper extends PrintStream {
    private final Deque<Map.Entry<String, String>> plan =
        new ArrayDeque<>(KILLS.subList(0, Integer.getInteger("demo.kills", TWO_PARTS)));
    private Stack stack;

    Reaper() {
      super(told, true, StandardCharsets.UTF_8);
    }

    @Override
    public void println(String line) {
      super.println(line);
      if (!plan.isEmpty() && line.contains(plan.peek().getKey())) {
        String part = plan.poll().getValue();
        assertThat(ProcessHandle.of(stack.pid(part)).map(ProcessHandle::destroyForcibly))
            .as("%s was killed", part)
            .contains(true);
      }
    }
  }

  @BeforeAll
  void story(@TempDir Path temporary) throws Exception {
    System.setProperty("suite.home", home.root().toString());
    directory = Files.createDirectory(temporary.resolve("story"));
    copies = Files.createDirectory(temporary.resolve("copies"));
    var stack = new Stack(home, directory, Ports.freeFrom(20_080), out);
    stack.setDate(Demo.FIRST_DATE);
    out.stack = stack;
    try {
      stack.start();
      result = new Demo(home, stack, directory, out).run();
      assertEveryFactOnce(stack);
      figuresOfTheDashboards(stack);
      rebuiltByAStranger(stack);
      strangersCostLittle(stack);
      productionRefusesDemoKeys(stack);
      new PlantedPeople(stack, directory).comeAndGo(copies);
      signsIn(stack);
      desks = faultsOfItsDesks(stack);
      forgotten(stack);
    } finally {
      stack.stop();
    }
  }

  /** What the dashboards and alarms of deploy/ ask for is there, and counts what was done. */
  private static void figuresOfTheDashboards(Stack stack) throws Exception {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(figures(stack)).containsPattern(EXECUTED));
    String exported = figures(stack);
    for (Queries.Query query : Queries.all(Path.of("../.."))) {
      assertThat(query.selectors()).as(query.text()).isNotEmpty();
      for (Queries.Selector asked : query.selectors()) {
        assertThat(asked.isIn(exported)).as("%s: %s", query.where(), query.text()).isTrue();
      }
    }
  }

  private static String figures(Stack stack) throws Exception {
    StringBuilder all = new StringBuilder();
    for (String service : Home.SERVICES) {
      all.append(text("http://127.0.0.1:" + stack.ports().operations().of(service) + "/q/metrics"));
    }
    return all.toString();
  }

  /** The example reads the public topic alone, and has what is public to the last byte. */
  private void rebuiltByAStranger(Stack stack) throws Exception {
    String publication = "http://127.0.0.1:" + stack.ports().gateway() + "/publication/api/v1/";
    Path notices = directory.resolve("notices.ndjson");
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> {
          JsonNode ours = JSON.readTree(text(publication + "results/root"));
          assertThat(new Example(home, stack).mirror(notices))
              .isEqualTo(
                  "notices=%d root=%s"
                      .formatted(ours.path("count").asInt(), ours.path("root").asText()));
        });
    JsonNode published = JSON.readTree(text(publication + "results?limit=200")).path("items");
    assertThat(published).hasSize(20);
    Map<String, JsonNode> rebuilt = new HashMap<>();
    for (String line : Files.readAllLines(notices)) {
      JsonNode notice = JSON.readTree(line);
      rebuilt.put(notice.path("resultId").asText(), notice);
    }
    assertThat(rebuilt).hasSize(19);
    for (JsonNode result : published) {
      JsonNode notice = rebuilt.remove(result.path("resultId").asText());
      if (result.has("withdrawn")) {
        assertThat(notice).as("withdrawn, so it stands on the topic no more").isNull();
        continue;
      }
      assertThat(notice).as(result.toString()).isNotNull();
      for (String member : NOTICE) {
        assertThat(notice.path(member)).as(member).isEqualTo(result.path(member));
      }
      assertThat(notice.path("items")).isNotEmpty();
      assertThat(notice.path("former").size()).isEqualTo(result.path("former").size());
      assertThat(notice.path("disciplines").size()).isEqualTo(result.path("disciplines").size());
    }
    assertThat(rebuilt).isEmpty();
    assertThat(Files.readString(notices)).contains("已列入“限制”名单", "已调整纳税信用等级", "异议成立");
  }

  private static String text(String address) throws IOException, InterruptedException {
    try (HttpClient reader = HttpClient.newHttpClient()) {
      return reader
          .send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  /** Before and after its gateway is killed; both are kept once. */
  private void signsIn(Stack stack) throws Exception {
    new Accounts(directory, stack.identity()).renew(home);
    signIn(stack);
    ProcessHandle gateway = ProcessHandle.of(stack.pid(Home.GATEWAY)).orElseThrow();
    gateway.destroyForcibly();
    gateway.onExit().get();
    await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> signIn(stack));
    // What the gateway tells is kept a moment later.
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() ->
            assertThat(
                    new Audit(stack.ports().kafka(), stack.ports().postgres(), stack.witnessed())
                        .run())
                .startsWith("AUDIT OK")
                .contains(" gateway-books=1 sign-ins=2"));
  }

  private static void signIn(Stack stack) throws Exception {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      var form =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + stack.ports().gateway() + "/signin"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("account=registrar"))
              .build();
      assertThat(browser.send(form, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void killed_on_the_way_the_demo_still_ends_with_every_fact_exactly_once() {
    assertThat(result)
        .as(told.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "RESULT tasks=2 drawn=20 published=20 followups=3/3 revisited=2 archived=2 verified=3"
                + " objections=1/1 corrected=1 withdrawn=1 acknowledged=1 audit=OK");
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("通报 1 期公示后撤销，页面保留，写明原因", "清河县税务局经 Kafka 反馈“已调整纳税信用等级”");
    assertThat(out.plan).as("parts that were never killed").isEmpty();
    assertThat(directory.resolve("up.pid")).doesNotExist();
  }

  /**
   * Of those who do most, on a phone; all desks, pages and widths are looked at by {@code
   * BrowserIT}.
   */
  private Map<String, List<String>> faultsOfItsDesks(Stack stack) throws Exception {
    if (Chromium.installed().isEmpty()) {
      return Map.of();
    }
    var examiner = Examiner.of(home.root(), Accounts.names(home));
    var office = new PageOffice(Files.createDirectory(copies.resolve("desk")), stack);
    try {
      Look look = Look.of("zh", Look.DESK);
      return new PageTour(office, examiner, look, List.of(Look.PHONE), Optional.empty())
          .glance("/draw/ui/draws/130534-2023001-001-1");
    } finally {
      office.close();
    }
  }

  @Test
  void the_desks_of_the_story_can_be_read_and_used() {
    assumeTrue(Chromium.installed().isPresent(), Chromium.MISSING);

    assertThat(desks).isEmpty();
  }

  @Test
  void people_planted_in_the_year_were_found_nowhere_and_lie_in_no_file() throws IOException {
    PlantedPeople.lieInNoFile(directory);
  }

  private static void assertEveryFactOnce(Stack stack) throws SQLException {
    assertThat(ask(stack, "inspection", "SELECT count(*) FROM event WHERE type = 'VisitAssigned'"))
        .isEqualTo(20);
    assertThat(ask(stack, "inspection", "SELECT count(*) FROM event WHERE type = 'ResultRecorded'"))
        .isEqualTo(20);
    assertThat(
            ask(stack, "publication", "SELECT count(*) FROM event WHERE type = 'ResultReceived'"))
        .isEqualTo(20);
    assertThat(ask(stack, "draw", "SELECT count(*) FROM event WHERE type = 'DrawExecuted'"))
        .isEqualTo(2);
    for (String service : Home.SERVICES) {
      assertThat(ask(stack, service, "SELECT count(*) FROM parked_record")).isZero();
      assertThat(ask(stack, service, "SELECT count(*) FROM parked_stream")).isZero();
    }
  }

  /** What the story left, in a copy that nobody else touches. */
  private MemoryAtRest atRest(String name) throws Exception {
    return new MemoryAtRest(MemoryAtRest.copy(directory, copies.resolve(name)));
  }

  @Test
  void a_replay_tells_what_is_live() throws Exception {
    atRest("replay").replaysToWhatIsLive();
  }

  /** Each is a start of its own; {@code ReplayedAlike} finds a changed row in every service. */
  @Test
  @Tag("deep")
  void a_replay_tells_what_was_known_then_and_what_was_changed() throws Exception {
    atRest("past").tellsWhatWasKnownThenAndWhatWasChanged();
  }

  @Test
  void a_draw_and_a_subject_are_explained_from_what_is_kept() throws Exception {
    atRest("explain").explainsADrawAndASubject();
  }

  @Test
  void a_public_export_convinces_a_stranger_and_no_forger() throws Exception {
    atRest("export").convincesAStrangerAndNoForger();
  }

  @Test
  @Tag("deep")
  void a_lost_broker_is_filled_again_record_by_record() throws Exception {
    atRest("broker").fillsALostBrokerAgainRecordByRecord();
  }

  /**
   * What a backup is, and what becomes of one that breaks off: {@code RestoredIT}, in every run.
   */
  @Test
  @Tag("deep")
  void a_backup_comes_back_in_a_fresh_cluster_and_a_tail_cut_there_is_missed() throws Exception {
    MemoryAtRest memory = atRest("backup");
    memory.comesBackFromABackupInAFreshCluster(home, out);
    memory.missesATailThatAWitnessSaw();
  }

  @Test
  @Tag("deep")
  void a_draw_and_a_visit_that_disagree_are_named_by_audit_and_replay() throws Exception {
    atRest("agreement").namesADrawAndAVisitThatDisagree();
  }

  @Test
  void a_row_that_was_changed_by_hand_is_noticed() throws Exception {
    atRest("row").noticesARowThatWasChangedByHand();
  }

  private static long ask(Stack stack, String service, String sql) throws SQLException {
    try (Connection connection = Databases.open(stack.ports().postgres(), service);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * What everybody may ask for costs no service more than a moment: hundreds of requests, so it is
   * measured by {@code ./suite test --deep}.
   */
  private static void strangersCostLittle(Stack stack) throws Exception {
    if (StrangersCost.EACH == 0) {
      return;
    }
    Map<String, Double> measured = new StrangersCost(stack.ports(), stack::pid).measured();
    Files.write(
        Path.of("target/strangers-cost.txt"),
        measured.entrySet().stream()
            .map(cost -> "%.1f ms %s".formatted(cost.getValue(), cost.getKey()))
            .toList());
    // Plans, draws, notices, the portal's pages and the readings were found: not just a few.
    assertThat(measured).hasSizeGreaterThan(50);
    assertThat(measured)
        .allSatisfy((answer, millis) ->
            assertThat(millis).as(answer).isLessThan((double) StrangersCost.MOST.toMillis()));
  }

  /** The same application, the same database, but the profile of a real office. */
  private void productionRefusesDemoKeys(Stack stack) throws Exception {
    List<String> command = new ArrayList<>(List.of(Home.java()));
    Map<String, String> settings =
        new HashMap<>(LocalPostgres.settings(stack.ports().postgres(), "registry"));
    settings.putAll(DemoIdentity.settings(directory.resolve("identity/demo-jwks.json")));
    settings.put("mp.jwt.verify.issuer", "https://id.county.example");
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + stack.ports().kafka());
    settings.put("quarkus.http.port", Integer.toString(LocalKafka.freePort()));
    settings.put("quarkus.management.port", Integer.toString(LocalKafka.freePort()));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", home.application("registry").toString()));
    Path log = directory.resolve("production.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertThat(Files.readString(log)).contains("production refuses to start").contains("demo key");
  }

  /** One who left is forgotten by two people; the audit still agrees with every hash. */
  private void forgotten(Stack stack) throws Exception {
    List<String> rows = Files.readAllLines(home.sample("inspectors.csv"));
    String[] cells = rows.get(1).split(",");
    String left = String.join(",", cells).replace("在岗", "离岗");
    var registrar = new DemoIdentity.User("registrar", List.of("registrar"), "法制安全科");
    var approver = new DemoIdentity.User("approver", List.of("approver"), "分管领导");
    try (var client = new Client(stack.ports().gateway(), stack.identity())) {
      client
          .file(
              registrar,
              "/registry/api/v1/inspectors/imports",
              "left",
              "text/csv",
              (rows.getFirst() + "\n" + left + "\n").getBytes(StandardCharsets.UTF_8))
          .expect(200, "leave");
      String absence = "/registry/api/v1/inspectors/" + cells[0] + "/absence";
      client.approve(approver, absence, "left-approved").expect(200, "left");
      String erasure = "/registry/api/v1/inspectors/" + cells[0] + "/erasure";
      client.post(registrar, erasure, "erase", Map.of("reason", "本人申请")).expect(201, "request");
      client.approve(approver, erasure, "approve").expect(200, "approval");
    }
    assertThat(
            ask(
                stack,
                "registry",
                "SELECT count(*) FROM person_key WHERE person = '" + cells[0] + "'"))
        .isZero();
    assertThat(new Audit(stack.ports().kafka(), stack.ports().postgres(), stack.witnessed()).run())
        .startsWith("AUDIT OK");
  }
}
