package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that do not end, sent to the service's own port by people who are signed in. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class UploadsIT {
  private static final int OF_ACCOUNT = 4;
  private static final int OF_ALL = 16;
  private static final String LIST = "/api/v1/subjects?limit=1";

  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void everybody_hangs_up() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    // The places are there again.
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(small()).isNotIn(429, 503));
  }

  private static int small() {
    return as("registrar")
        .contentType("text/csv")
        .body("编码\n")
        .post("/api/v1/subjects/imports")
        .then()
        .extract()
        .statusCode();
  }

  private static String head(String account) {
    String token =
        TestStack.identity().token(new DemoIdentity.User(account, List.of("registrar"), "法制安全科"));
    return String.join(
        "\r\n",
        "POST /registry/api/v1/subjects/imports HTTP/1.1",
        "Host: a",
        "Content-Type: text/csv",
        "Authorization: Bearer " + token,
        "Content-Length: 500000000",
        "",
        "x");
  }

  private Socket upload(String account) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    open.add(socket);
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(head(account).getBytes(US_ASCII));
    return socket;
  }

  private void begin(String account, int files) throws Exception {
    for (int i = 0; i < files; i++) {
      upload(account);
    }
    // They are never answered: a worker waits for each.
    await().until(() -> workers() == files);
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static long workers() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread ->
            List.of(thread.getValue()).stream()
                .anyMatch(frame ->
                    frame.getClassName().contains("VertxBlockingInput")
                        || frame.getClassName().contains("VertxInputStream")))
        .count();
  }

  @Test
  void a_fifth_file_of_one_account_is_refused_before_a_worker_waits_for_it() throws Exception {
    begin("registrar", OF_ACCOUNT);

    assertThat(answer(upload("registrar")))
        .startsWith("HTTP/1.1 429 ")
        .containsIgnoringCase("Retry-After: 30")
        .contains("\"code\":\"too-many-uploads\"", "您的账号同时上传的文件过多");
    assertThat(workers()).isEqualTo(OF_ACCOUNT);
    Socket another = upload("registrar-2");
    another.setSoTimeout(1_000);
    assertThat(another.getInputStream().available()).isZero();
    as("auditor").get(LIST).then().statusCode(200);
  }

  @Test
  void files_of_everybody_together_leave_workers_for_other_requests() throws Exception {
    for (int i = 0; i < OF_ALL / OF_ACCOUNT; i++) {
      for (int n = 0; n < OF_ACCOUNT; n++) {
        upload("clerk-" + i);
      }
    }
    await().until(() -> workers() == OF_ALL);

    assertThat(answer(upload("clerk-99")))
        .startsWith("HTTP/1.1 503 ")
        .containsIgnoringCase("Retry-After: 2")
        .contains("\"code\":\"uploads-full\"");
    assertThat(workers()).isEqualTo(OF_ALL);
    as("auditor").get(LIST).then().statusCode(200);
  }

  @Test
  void a_client_that_goes_away_is_no_internal_error() throws Exception {
    assertToldAsGoneAway(
        2,
        () -> {
          begin("registrar", 2);
          for (Socket socket : open) {
            socket.close();
          }
        });
  }

  @Test
  void a_body_that_breaks_off_in_nonsense_is_no_internal_error() throws Exception {
    String head =
        head("registrar").replace("Content-Length: 500000000", "Transfer-Encoding: chunked");
    String begun = head.substring(0, head.length() - 1) + "1\r\nx\r\n";
    assertToldAsGoneAway(
        0,
        () -> {
          for (int i = 0; i < 20; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
            open.add(socket);
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(begun.getBytes(US_ASCII));
            await().until(() -> workers() == 1);
            socket.getOutputStream().write("zz\r\n".getBytes(US_ASCII));
            assertThat(answer(socket)).doesNotContain("HTTP/1.1 5");
            await().until(() -> workers() == 0);
          }
        });
  }

  /** What somebody does whose connection ends early, and how many lines say so at least. */
  private void assertToldAsGoneAway(int lines, Doing doing) throws Exception {
    Queue<LogRecord> log = new ConcurrentLinkedQueue<>();
    Handler listening =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            log.add(entry);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(listening);
    try {
      doing.run();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(log)
                  .filteredOn(entry -> entry.getMessage().contains("went away"))
                  .hasSizeGreaterThanOrEqualTo(lines));
      assertThat(log).noneMatch(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue());
      assertThat(log)
          .filteredOn(entry -> entry.getMessage().contains("went away"))
          .allMatch(entry -> entry.getThrown() == null);
    } finally {
      root.removeHandler(listening);
    }
  }

  private interface Doing {
    void run() throws Exception;
  }
}
