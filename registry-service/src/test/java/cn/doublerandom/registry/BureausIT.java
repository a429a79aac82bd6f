package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.admitted;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.load;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.ReadRun;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.eventstore.projection.KeptByScope;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.servicekit.view.OwnRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Another bureau keeps the same numbers in the same tables, and nobody can tell. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class BureausIT {
  private static final Scope MARKET = new Scope("130534.scjg");

  @Inject Pool pool;
  @Inject EventStore store;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Inject @Any Instance<Projection> projections;

  private static void table(String directory, String csv) {
    as("registrar")
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/" + directory + "/imports")
        .then()
        .statusCode(200);
  }

  private static void register() {
    load("", "text/csv", csv(String.join(",", firm(7101)), String.join(",", firm(7102))))
        .statusCode(200);
    table("items", "编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式,抽查比例\nB-71,甲,依据,一般,县,水路运输,实地检查,3%\n");
    table("inspectors", "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\nB-E-71,测试甲,大队,130571,2099-12-31,道路货运:3,在岗\n");
    admitted("B-E-71");
    await()
        .untilAsserted(() ->
            as("coordinator")
                .get("/api/v1/inspectors?limit=500")
                .then()
                .body("items.id", hasItem("B-E-71")));
  }

  @Test
  @Tag("deep")
  void what_another_bureau_keeps_changes_no_answer_of_any_address() throws Exception {
    register();
    List<String> ids = List.of(creditCode(7101), "B-71", "B-E-71");
    var reader =
        new ReadRun(
            URI.create("http://localhost:" + RestAssured.port),
            "/registry/q/openapi",
            TestStack.bearer(new DemoIdentity.User("reader", DemoIdentity.ROLES, "大队")),
            ids);
    for (String id : ids) {
      assertThat(reader.answers().values())
          .anyMatch(answer -> answer.startsWith("200 ") && answer.contains(id));
    }

    assertThat(
            new KeptByScope(pool, projections, OwnRows.COLUMN).changed(MARKET, reader::answers, 10))
        .isEmpty();
  }

  /** The registry of another bureau over the same log: nothing of it is told as the seed's. */
  @Test
  void a_subject_of_another_bureau_is_told_as_its_own() {
    load("", "text/csv", csv(String.join(",", firm(7103)))).statusCode(200);
    String id = creditCode(7103);
    String stream = RegistryStreams.SUBJECT.of(id);
    List<NewEvent> events =
        store.in(Scope.HOME).load(List.of(stream)).await().indefinitely().stream()
            .map(e -> new NewEvent(NewEvent.newId(), e.type(), e.payload(), e.metadata()))
            .toList();
    store
        .in(MARKET)
        .append(List.of(new Append(stream, 0, events)), Optional.empty())
        .await()
        .indefinitely();

    assertThat(told("registry.events.v1", "subject~130534.scjg~" + id)).contains("130534.scjg");
    assertThat(told("registry.subjects.v1", "130534.scjg/" + id)).contains("130534.scjg");
    assertThat(told("registry.events.v1", stream)).containsOnly("130534");
    assertThat(told("registry.subjects.v1", "130534/" + id)).containsOnly("130534");
  }

  /** Whose the records under a key say they are. */
  private List<String> told(String topic, String key) {
    List<String> whose = new ArrayList<>();
    await()
        .untilAsserted(() -> {
          whose.clear();
          TopicTails.readAll(Map.of("bootstrap.servers", kafka), topic).stream()
              .filter(record -> record.key().equals(key))
              .forEach(record ->
                  whose.add(
                      TopicTails.header(record, CloudEventHeaders.BUREAU).orElse("nobody's")));
          assertThat(whose).isNotEmpty();
        });
    return whose;
  }

  /** The rows lie beside each other, and a query that bypasses {@link OwnRows} says nothing. */
  @Test
  void a_query_that_forgets_the_bureau_reads_its_own_rows_and_one_that_says_nothing_reads_none()
      throws Exception {
    register();
    var kept = new KeptByScope(pool, projections, OwnRows.COLUMN);
    List<Map<String, String>> read = new ArrayList<>();

    kept.changed(
        MARKET,
        () -> {
          read.add(
              Map.of(
                  "seed", kept.readForgetting(OwnRows.SETTING, Scope.HOME).toString(),
                  "market", kept.readForgetting(OwnRows.SETTING, MARKET).toString(),
                  "nobody", Long.toString(kept.readSayingNothing())));
          return Map.of("/", "200 ");
        },
        1);

    assertThat(read.get(1))
        .containsEntry("seed", "[130534]")
        .containsEntry("market", "[130534.scjg]")
        .containsEntry("nobody", "0");
  }
}
