package cn.doublerandom.draw;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Scope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bureaus come and go while the service runs, as the registry tells. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "draw"))
@Tag("deep")
@TestProfile(ServedBureausIT.OwnLedger.class)
class ServedBureausIT {
  /** A stack of its own: where several bureaus are served the public must name one. */
  public static final class OwnLedger implements QuarkusTestProfile {}

  private static final String CULTURE = "130534.wglj";
  private static final String EARLY = "130534.early";
  private static final String ENDED = "130534.ended";

  private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

  @Inject EventStore store;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification of(String bureau, String role) {
    return given()
        .filter(new ReadsFirst())
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(role, List.of(role), "法制科", List.of(bureau))));
  }

  /** A table of the year, which a draft of another takes the place of. */
  private ValidatableResponse plan(String bureau) {
    return plan(bureau, "任务");
  }

  private ValidatableResponse plan(String bureau, String task) {
    String table =
        """
        抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期
        %1$d801\t计划\t801号\t%2$s\t定向抽查\t10%%\t事项\t范围\t法制科\t执法大队\t%1$d年1月至12月
        单位（盖章）：示例县文化局
        """
            .formatted(year, task);
    return of(bureau, "coordinator")
        .contentType("text/plain; charset=UTF-8")
        .body(table)
        .post("/api/v1/plans/imports?replaces=true")
        .then();
  }

  private int stored(String bureau, String stream) {
    return store.in(new Scope(bureau)).load(List.of(stream)).await().indefinitely().size();
  }

  private void served(String bureau) {
    await()
        .untilAsserted(() ->
            of(bureau, "coordinator")
                .get("/api/v1/plans/" + bureau + "-" + year + "/deadlines")
                .then()
                .statusCode(200));
  }

  @Test
  void a_bureau_that_is_registered_while_the_service_runs_is_served_from_then_on() {
    plan(CULTURE).statusCode(401);
    TestStack.announceBureau(kafka, CULTURE, "清河县文化广电体育和旅游局", true);
    served(CULTURE);

    String key = CULTURE + "-" + year;
    plan(CULTURE).statusCode(201).body("planKey", equalTo(key));
    assertThat(stored(CULTURE, "plan-" + key)).isPositive();
    of(CULTURE, "coordinator").get("/api/v1/plans/" + key + "/deadlines").then().statusCode(200);
    of("130534", "auditor").get("/api/v1/plans/" + key + "/draft").then().statusCode(404);
    await().untilAsserted(() -> assertThat(stored(CULTURE, "deadline-" + key)).isPositive());
  }

  @Test
  void a_bureau_that_is_closed_does_nothing_more_and_can_be_read() {
    TestStack.announceBureau(kafka, ENDED, "清河县粮食局", true);
    served(ENDED);
    plan(ENDED).statusCode(201);
    TestStack.announceBureau(kafka, ENDED, "清河县粮食局", false);

    // The same table again would change nothing, and be answered as before.
    var another = new AtomicInteger();
    await()
        .untilAsserted(() ->
            plan(ENDED, "任务" + another.incrementAndGet())
                .statusCode(409)
                .body("code", equalTo("bureau-closed")));
    of(ENDED, "coordinator")
        .get("/api/v1/plans/" + ENDED + "-" + year + "/deadlines")
        .then()
        .statusCode(200);
  }

  @Test
  void what_was_told_of_a_bureau_before_it_was_known_is_taken_when_it_is() {
    String key = "subject~" + EARLY + "~S99";
    TestStack.announceApart(
        kafka,
        "registry.events.v1",
        key,
        "SubjectChanged",
        1,
        """
        {"subjectId":"S99","name":"早报企业","kind":"ENTERPRISE","labels":["道路运输"],
         "creditRiskClass":"A","status":"ACTIVE","registrar":"局","since":"2018-01-01"}
        """);
    await()
        .untilAsserted(() ->
            Office.as("operator")
                .get("/api/v1/memory/parked")
                .then()
                .body("items.key", hasItem(key)));

    TestStack.announceBureau(kafka, EARLY, "清河县水务局", true);
    await()
        .untilAsserted(() ->
            Office.as("operator")
                .get("/api/v1/memory/parked")
                .then()
                .statusCode(200)
                .body("items.key", not(hasItem(key))));
  }
}
