package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.RecordHash;
import cn.doublerandom.eventstore.ledger.TopicTails;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * One whole stack on its real broker: what it logs while nobody works, what somebody who may write
 * to its topics can do, and how it comes back to equality. Runs beside other classes, its own tests
 * one after the other.
 */
@Tag("deep")
@Order(3)
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForgeryIT {
  private static final Duration IDLE = Duration.ofSeconds(45);
  private static final int HANDFUL = 8;
  private static final Pattern CRY = Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b");

  private static final long HUGE = 999_999_999_999L;
  private static final String SUBJECTS = "registry.subjects.v1";
  private static final String FORGED_DRAW = "130534-2099001-001-1";

  private static final DemoIdentity.User REGISTRAR =
      new DemoIdentity.User("registrar", List.of("registrar"), "法制安全科");
  private static final DemoIdentity.User COORDINATOR =
      new DemoIdentity.User("coordinator", List.of("coordinator"), "法制安全科");
  private static final DemoIdentity.User AUDITOR =
      new DemoIdentity.User("auditor", List.of("auditor"), "外部审计");

  private final PrintStream out = new PrintStream(System.out, true, UTF_8);
  private Home home;
  private Path data;
  private Stack stack;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    home = new Home(Path.of("../..").toAbsolutePath().normalize());
    System.setProperty("suite.home", home.root().toString());
    data = temporary.resolve("data");
    up();
  }

  private void up() throws Exception {
    stack = new Stack(home, data, Ports.freeFrom(23_080), out);
    stack.start();
  }

  private void down() throws Exception {
    stack.stop();
  }

  @AfterAll
  void stop() throws Exception {
    stack.stop();
  }

  private Client client() {
    return new Client(stack.ports().gateway(), stack.identity());
  }

  private Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", "127.0.0.1:" + stack.ports().kafka());
  }

  private String audit() throws Exception {
    return new Audit(stack.ports().kafka(), stack.ports().postgres(), stack.witnessed()).run();
  }

  @Test
  @Order(1)
  @Execution(ExecutionMode.SAME_THREAD)
  void a_stack_nobody_works_with_logs_no_more_than_a_handful_of_warnings() throws Exception {
    Thread.sleep(IDLE.toMillis());
    Map<String, Long> cries = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
      for (Path log : logs.sorted().toList()) {
        List<String> found =
            Files.readAllLines(log).stream().filter(l -> CRY.matcher(l).find()).toList();
        cries.put(log.getFileName().toString(), (long) found.size());
        found.stream().limit(3).forEach(lines::add);
      }
    }
    assertThat(cries).as("logs of the stack").hasSizeGreaterThanOrEqualTo(7);
    assertThat(cries.values().stream().mapToLong(Long::longValue).sum())
        .as("%s %s", cries, lines)
        .isLessThanOrEqualTo(HANDFUL);
  }

  private void file(Client client, String kind, String content) throws InterruptedException {
    client
        .file(
            REGISTRAR,
            "/registry/api/v1/" + kind + "/imports",
            "forgery-" + kind + content.hashCode(),
            "text/csv",
            content.getBytes(UTF_8))
        .expect(200, "import " + kind);
  }

  private int known(Client client) throws InterruptedException {
    return client.get(COORDINATOR, "/draw/api/v1/register").body().path("subjects").asInt();
  }

  private List<JsonNode> strays(Client client, String service) throws InterruptedException {
    List<JsonNode> strays = new ArrayList<>();
    client
        .get(AUDITOR, "/" + service + "/api/v1/memory/strays")
        .expect(200, "strays")
        .body()
        .path("items")
        .forEach(strays::add);
    return strays;
  }

  @Test
  @Order(2)
  @Execution(ExecutionMode.SAME_THREAD)
  void records_somebody_else_wrote_are_kept_alarmed_and_change_nothing() throws Exception {
    List<String> rows = Files.readAllLines(home.sample("subjects.csv"));
    // Figures are read inside the house: the gateway does not serve them.
    try (Client client = client();
        var inside = new Client(stack.ports().operations().of("draw"), stack.identity())) {
      file(client, "subjects", String.join("\n", rows.subList(0, 10)) + "\n");
      file(client, "inspectors", Files.readString(home.sample("inspectors.csv")));
      await().atMost(Duration.ofSeconds(60)).until(() -> known(client) == 9);

      forge();

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> {
            assertThat(strays(client, "draw"))
                .as("a number beyond all")
                .anyMatch(s -> s.path("seq").asLong() == HUGE);
            assertThat(strays(client, "publication"))
                .as("a draw written by hand")
                .anyMatch(s -> s.path("key").asText().equals("task-forged"));
          });
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(inside.get(AUDITOR, "/q/metrics").text())
                  .containsPattern("suite_strays(\\{[^}]*})? [1-9]"));
      // Real ones flow on, behind the forged ones.
      file(client, "subjects", String.join("\n", rows.subList(0, 16)) + "\n");
      await().atMost(Duration.ofSeconds(60)).until(() -> known(client) == 15);
      assertThat(client.get(AUDITOR, "/publication/api/v1/draws").text())
          .doesNotContain(FORGED_DRAW);
      assertThat(client.get(COORDINATOR, "/draw/api/v1/register").text()).doesNotContain("伪造企业");
    }
  }

  /** As somebody would who has the broker's password and has read where the lanes end. */
  private void forge() throws Exception {
    String subject =
        """
        {"subjectId":"91130534FORGED0001","name":"伪造企业","kind":"ENTERPRISE","labels":["道路运输"],
         "creditRiskClass":"A","status":"ACTIVE","registrar":"局","since":"2018-01-01"}
        """;
    String draw =
        """
        {"drawId":"%s","planId":"2099001","taskId":"001","round":1,"commitHash":"%s","frameSize":1,
         "executeBy":"2099-01-01T00:00:00Z"}
        """
            .formatted(FORGED_DRAW, "ab".repeat(32));
    try (var producer =
        new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
      producer.send(record("registry.events.v1", "subject-forged", subject, HUGE, "")).get();
      producer.send(record("draw.events.v1", "task-forged", draw, 1, "")).get();
      ConsumerRecord<String, String> last =
          TopicTails.readAll(kafka(), "registry.events.v1").stream()
              .filter(r -> TopicTails.seq(r) < HUGE)
              .reduce((a, b) -> b)
              .orElseThrow();
      // One that continues the chain, but whose seal its sender did not make.
      producer
          .send(
              record(
                  "registry.events.v1",
                  last.key(),
                  subject,
                  TopicTails.seq(last) + 1,
                  RecordHash.of(last).orElseThrow()))
          .get();
      producer.send(record(SUBJECTS, "91130534FORGED0001", subject, HUGE, "")).get();
    }
  }

  private static ProducerRecord<String, String> record(
      String topic, String key, String value, long seq, String prev) {
    var record = new ProducerRecord<>(topic, RecordHash.partition(key), key, value);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(CloudEventHeaders.ID, "01900000-0000-7000-8000-" + "%012d".formatted(seq));
    headers.put(
        CloudEventHeaders.TYPE,
        "cn.doublerandom."
            + (topic.startsWith("draw") ? "DrawCommitted" : "SubjectChanged")
            + ".v1");
    headers.put(CloudEventHeaders.TIME, "2026-01-01T00:00:00Z");
    headers.put(CloudEventHeaders.SEQ, Long.toString(seq));
    headers.put(CloudEventHeaders.STREAM_VERSION, "1");
    headers.put(CloudEventHeaders.CORRELATION_ID, "forged");
    headers.put(CloudEventHeaders.CAUSATION_ID, "forged");
    headers.put(CloudEventHeaders.CHAIN_HASH, "ab".repeat(32));
    if (!prev.isEmpty()) {
      headers.put(CloudEventHeaders.PREV_HASH, prev);
      headers.put(CloudEventHeaders.SEAL, "A".repeat(86) + "==");
    }
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    return record;
  }

  @Test
  @Order(3)
  @Execution(ExecutionMode.SAME_THREAD)
  void rebuilt_topics_bring_every_consumer_back_to_equality_and_the_audit_agrees()
      throws Exception {
    assertThat(audit()).as("with forged records on the topics").startsWith("AUDIT FAILED");
    down();
    assertThat(Suite.run("rebuild-topics", "--data", data.toString())).isZero();
    up();
    try (Client client = client()) {
      assertThat(known(client)).isEqualTo(15);
      for (String service : Home.SERVICES) {
        assertThat(strays(client, service)).as(service).isEmpty();
      }
    }
    String verdict = audit();
    assertThat(verdict)
        .startsWith("AUDIT OK services=4")
        .contains(" states=3 ")
        .endsWith("strays=0");
    down();
  }

  private String audit(LocalPostgres postgres, LocalKafka kafka) throws Exception {
    return new Audit(kafka.port(), postgres.port(), data.resolve("witness")).run();
  }

  /** Changes rows as the owner of the database can, and puts them back. */
  private String auditWith(
      LocalPostgres postgres, LocalKafka kafka, String table, String change, String back)
      throws Exception {
    owner(postgres, "ALTER TABLE " + table + " DISABLE TRIGGER ALL", change);
    try {
      return audit(postgres, kafka);
    } finally {
      owner(postgres, back, "ALTER TABLE " + table + " ENABLE TRIGGER ALL");
    }
  }

  private static void owner(LocalPostgres postgres, String... statements) throws SQLException {
    try (Connection connection = Databases.open(postgres.port(), "registry");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  @Order(4)
  @Execution(ExecutionMode.SAME_THREAD)
  void a_seal_a_predecessor_or_a_state_other_than_what_was_told_and_signed_is_named()
      throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
        LocalKafka kafka = LocalKafka.start(data.resolve("kafka"), 0, 0)) {
      assertThat(audit(postgres, kafka)).startsWith("AUDIT OK");
      assertThat(
              auditWith(
                  postgres,
                  kafka,
                  "link",
                  "UPDATE link SET seal = reverse(seal) WHERE seal IS NOT NULL",
                  "UPDATE link SET seal = reverse(seal) WHERE seal IS NOT NULL"))
          .startsWith("AUDIT FAILED registry")
          .contains("differs between PostgreSQL and Kafka");
      assertThat(
              auditWith(
                  postgres,
                  kafka,
                  "link",
                  "UPDATE link SET prev = reverse(prev) WHERE place = 2",
                  "UPDATE link SET prev = reverse(prev) WHERE place = 2"))
          .startsWith("AUDIT FAILED registry")
          .contains("its place on registry.events.v1/")
          .contains("was replaced");
      assertThat(
              auditWith(
                  postgres,
                  kafka,
                  "checkpoint",
                  "UPDATE checkpoint SET note = replace(note, E'\\nstate registry.subjects.v1 15 ',"
                      + " E'\\nstate registry.subjects.v1 16 ')",
                  "UPDATE checkpoint SET note = replace(note, E'\\nstate registry.subjects.v1 16 ',"
                      + " E'\\nstate registry.subjects.v1 15 ')"))
          .contains("holds 15 states of the 16 signed for registry.subjects.v1");
      assertThat(
              auditWith(
                  postgres,
                  kafka,
                  "checkpoint",
                  "UPDATE checkpoint SET note = regexp_replace(note,"
                      + " '(head registry.events.v1/0 [0-9]+ [0-9]+ ).', '\\1x')",
                  "SELECT 1"))
          .contains("its topics do not end where the service sealed they do");
    }
  }
}
