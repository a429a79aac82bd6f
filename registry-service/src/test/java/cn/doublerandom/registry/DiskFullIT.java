package cn.doublerandom.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL on a small disk that fills up; needs the right to mount one, else it is skipped. Its
 * stack and its start of the service are its own, because nobody else's disk may fill.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    restrictToAnnotatedClass = true,
    initArgs = {
      @ResourceArg(name = "database", value = "registry"),
      @ResourceArg(name = "tmpfs", value = "320m")
    })
@Tag("deep")
class DiskFullIT {
  private static final String HEADS = "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所,建设单位或所有人,施工单位\n";
  private static final int ROWS = 20_000;

  @Inject Pool pool;

  private static Path disk() {
    return TestStack.directory().resolve("postgres");
  }

  private static Response load(String prefix, int rows) {
    var csv = new StringBuilder(HEADS);
    for (int i = 0; i < rows; i++) {
      csv.append(prefix)
          .append(i)
          .append(",某某公路大中修工程第")
          .append(i)
          .append("标段,项目,公路工程,未分类,存续,交通运输局,2023-02-01,清河县某某路某某号工程项目部,交通局,路桥公司\n");
    }
    return given()
        .header("Authorization", TestStack.bearer("registrar"))
        .header("Idempotency-Key", prefix)
        .contentType("text/csv; charset=UTF-8")
        .body(csv.toString().getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/subjects/imports");
  }

  private long count(String prefix) {
    return pool.preparedQuery(
            "SELECT count(DISTINCT stream_id) AS n FROM event WHERE stream_id LIKE $1")
        .execute(io.vertx.mutiny.sqlclient.Tuple.of("subject-" + prefix + "%"))
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong("n");
  }

  @Test
  void a_full_disk_refuses_whole_commands_in_words_and_recovers_by_itself() throws Exception {
    FileStore store = Files.getFileStore(disk());
    assumeTrue(store.type().equals("tmpfs"), "no right to mount a small disk");
    assertThat(load("FIRST-", 2_000).statusCode()).isEqualTo(200);
    // Segments of the write-ahead log are recycled, so that only tables need new space.
    for (int i = 0; i < 5; i++) {
      recycle();
    }
    Path filler = disk().resolve("filler");
    fill(filler, store);

    Set<String> codes = new HashSet<>();
    int refused = 0;
    int round = 0;
    for (; round < 6 && refused == 0; round++) {
      Response answer = load("FULL" + round + "-", ROWS);
      if (answer.statusCode() != 200) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        codes.add(answer.jsonPath().getString("code"));
        refused++;
      }
    }
    int last = round - 1;
    assertThat(refused).isEqualTo(1);
    assertThat(codes).isSubsetOf("storage-full", "temporarily-unavailable");
    await()
        .atMost(Duration.ofSeconds(10))
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(given().get(TestStack.operations("/q/health/ready")).statusCode())
                .as("ready, while commands are refused")
                .isEqualTo(503));
    Files.delete(filler);

    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(count("FULL" + last + "-")).isZero());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(load("FULL" + last + "-", ROWS).statusCode()).isEqualTo(200));
    assertThat(count("FULL" + last + "-")).isEqualTo(ROWS);
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(given().get(TestStack.operations("/q/health/ready")).statusCode())
                .isEqualTo(200));
  }

  private void recycle() throws Exception {
    try (var connection =
            java.sql.DriverManager.getConnection(
                org.eclipse.microprofile.config.ConfigProvider.getConfig()
                    .getValue("quarkus.datasource.jdbc.url", String.class),
                "postgres",
                "postgres");
        var statement = connection.createStatement()) {
      statement.execute("SELECT pg_switch_wal()");
      statement.execute("CHECKPOINT");
    }
  }

  private static void fill(Path filler, FileStore store) throws IOException {
    byte[] block = new byte[64 * 1024];
    try (var out = Files.newOutputStream(filler)) {
      while (store.getUsableSpace() > 4L * 1024 * 1024) {
        out.write(block);
      }
    }
  }
}
