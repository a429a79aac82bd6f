package cn.doublerandom.draw;

import static cn.doublerandom.draw.Office.FREEZE;
import static cn.doublerandom.draw.Office.as;
import static cn.doublerandom.draw.Office.ceremony;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.eventstore.projection.ViewWriter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What takes longer than an answer may goes on as a job of who asked for it. */
@QuarkusTest
class JobsIT {
  private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Inject Pool pool;

  private static Response asJob(String account, Object body, String address) {
    return as(account).header("Prefer", "respond-async").body(body).post(address);
  }

  /** Where the job of an answer is, below the service. */
  private static String address(Response accepted) {
    String location = accepted.then().statusCode(202).extract().header("Location");
    assertThat(location).contains("/api/v1/jobs/");
    return location.substring(location.indexOf("/api/v1/"));
  }

  private String task(String number) {
    KnownRegister.tell(kafka);
    Office.publishedPlan(year, Office.TASKS);
    return "/api/v1/tasks/" + Office.task(year, number);
  }

  private static String stateOf(String job) {
    return as("coordinator").get(job).then().statusCode(200).extract().path("state");
  }

  private static void awaitState(String job, String state) {
    await().atMost(Duration.ofSeconds(60)).until(() -> stateOf(job), state::equals);
  }

  /** Nobody reads the register meanwhile. */
  private void whileNobodyReads(Runnable what) {
    SqlConnection connection = pool.getConnection().await().indefinitely();
    try {
      var held = connection.begin().await().indefinitely();
      ViewWriter.take(connection).await().indefinitely();
      connection
          .query("LOCK TABLE registry_subject_view IN ACCESS EXCLUSIVE MODE")
          .execute()
          .await()
          .indefinitely();
      what.run();
      held.rollback().await().indefinitely();
    } finally {
      connection.close().await().indefinitely();
    }
  }

  @Test
  void a_preview_as_a_job_is_answered_at_the_jobs_address_as_it_would_have_been() {
    Map<String, Object> atOnce =
        as("coordinator")
            .body(FREEZE)
            .post(task("011") + "/draw-previews")
            .then()
            .statusCode(200)
            .extract()
            .path("$");
    String job = address(asJob("coordinator", FREEZE, task("011") + "/draw-previews"));
    awaitState(job, "DONE");
    as("coordinator").get(job).then().body("kind", equalTo("PREVIEW"));
    assertThat(
            as("coordinator")
                .get(job + "/result")
                .then()
                .statusCode(200)
                .extract()
                .<Map<String, Object>>path("$"))
        .isEqualTo(atOnce);
    as("coordinator").get("/api/v1/jobs").then().body("jobId", hasItem(job.substring(13)));
  }

  @Test
  void a_job_is_seen_by_who_asked_for_it_and_by_nobody_else() {
    String job = address(asJob("coordinator", FREEZE, task("011") + "/draw-previews"));
    awaitState(job, "DONE");
    for (String address : List.of(job, job + "/result", "/api/v1/jobs/none")) {
      as("approver").get(address).then().statusCode(404).body("code", equalTo("job-unknown"));
    }
    as("approver").delete(job).then().statusCode(404);
    as("registrar").get(job).then().statusCode(403);
  }

  @Test
  void a_freeze_that_is_cancelled_while_the_register_is_read_freezes_nothing() {
    String draws = task("011") + "/draws";
    String[] job = {""};
    whileNobodyReads(() -> {
      job[0] = address(asJob("coordinator", FREEZE, draws));
      assertThat(stateOf(job[0])).isEqualTo("RUNNING");
      as("coordinator")
          .get(job[0] + "/result")
          .then()
          .statusCode(409)
          .body("code", equalTo("job-running"));
      as("coordinator")
          .body(FREEZE.replace("20", "19"))
          .post(draws)
          .then()
          .statusCode(409)
          .body("code", equalTo("job-under-way"));
      as("coordinator").delete(job[0]).then().statusCode(200).body("state", equalTo("CANCELLING"));
    });
    awaitState(job[0], "CANCELLED");
    as("coordinator")
        .get(job[0] + "/result")
        .then()
        .statusCode(409)
        .body("code", equalTo("job-cancelled"));
    // Nothing of it is left: the round is the first.
    String drawId =
        as("coordinator").body(FREEZE).post(draws).then().statusCode(201).extract().path("drawId");
    assertThat(drawId).endsWith("-1");
  }

  @Test
  void a_draw_executed_as_a_job_is_the_draw_and_the_same_request_answers_it_again() {
    String drawId =
        as("coordinator").body(FREEZE).post(task("012") + "/draws").then().extract().path("drawId");
    String draw = "/api/v1/draws/" + drawId;
    as("coordinator").body(ceremony(draw)).post(draw + "/commitment").then().statusCode(201);
    Office.reveal(draw);
    Map<String, Object> secret = Map.of("operatorSecret", Office.SECRET);
    Response accepted =
        as("coordinator")
            .header("Prefer", "respond-async")
            .header("Idempotency-Key", "execution-as-a-job")
            .body(secret)
            .post(draw + "/execution");
    String job = address(accepted);
    awaitState(job, "DONE");
    Map<String, Object> drawn =
        as("coordinator")
            .get(job + "/result")
            .then()
            .statusCode(201)
            .header("ETag", startsWith("\"v"))
            .body("phase", equalTo("EXECUTED"))
            .extract()
            .path("$");
    Map<String, Object> again =
        as("coordinator")
            .header("Idempotency-Key", "execution-as-a-job")
            .body(secret)
            .post(draw + "/execution")
            .then()
            .statusCode(201)
            .extract()
            .path("$");
    assertThat(again).isEqualTo(drawn);
  }

  @Test
  void a_refusal_of_a_job_is_the_refusal_the_request_would_have_met() {
    String job = address(asJob("coordinator", FREEZE, "/api/v1/tasks/2099001-001/draw-previews"));
    awaitState(job, "REFUSED");
    as("coordinator")
        .get(job + "/result")
        .then()
        .statusCode(404)
        .body("code", equalTo("task-unknown"));
  }
}
