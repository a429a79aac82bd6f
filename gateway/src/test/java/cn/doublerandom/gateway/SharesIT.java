package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads that drip: whoever sends them keeps nobody else from sending. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class SharesIT {
  private static final long PROMISED = 500_000_000;

  @TestHTTPResource("/")
  URI gateway;

  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile boolean over;

  /** However busy the machine is, they are under way as long as the test looks. */
  @BeforeEach
  void uploads_come_slowly_but_fast_enough() {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (!over) {
            open.forEach(SharesIT::sendSome);
            LockSupport.parkNanos(100_000_000);
          }
        });
  }

  private static void sendSome(Socket socket) {
    try {
      Sockets.send(socket, "x".repeat(500));
    } catch (IOException hungUp) {
      // by the test, or by the gateway, which the test sees
    }
  }

  @AfterEach
  void nothing_is_left_under_way() throws IOException {
    over = true;
    for (Socket socket : open) {
      socket.close();
    }
    await().atMost(Duration.ofSeconds(8)).until(() -> Sockets.isAtRest());
  }

  static String upload(long length, String from, String subject) {
    String claims = "{\"sub\":\"" + subject + "\"}";
    return String.join(
        "\r\n",
        "POST /registry/api/v1/subjects/imports HTTP/1.1",
        "Host: a",
        "Connection: close",
        "Content-Type: text/csv",
        "X-Forwarded-For: " + from,
        "Authorization: Bearer e30."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
            + ".c2ln",
        "Content-Length: " + length,
        "",
        "");
  }

  private void begin(String from, String subject) throws IOException {
    Socket socket = Sockets.open(gateway, upload(PROMISED, from, subject) + "x");
    open.add(socket);
  }

  private void assertRefused(String from, String subject) throws IOException {
    try (Socket socket = Sockets.open(gateway, upload(PROMISED, from, subject) + "x")) {
      assertThat(Sockets.readUntil(socket, "再试"))
          .startsWith("HTTP/1.1 429 ")
          .contains("Retry-After: ", "\"code\":\"too-many-uploads\"");
    }
  }

  private void assertTaken(String from, String subject) throws IOException {
    try (Socket socket = Sockets.open(gateway, upload(3, from, subject) + "abc")) {
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 200 ");
    }
    String large = "y".repeat(50_000);
    try (Socket socket = Sockets.open(gateway, upload(50_000, from, subject) + large)) {
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 200 ").contains("50000 ");
    }
  }

  @Test
  void uploads_of_one_account_leave_the_others_their_places() throws Exception {
    for (int i = 0; i < FakeServices.TRANSFERS_OF_ACCOUNT; i++) {
      begin("10.2.0." + i, "the patient one");
    }

    assertRefused("10.2.0.99", "the patient one");
    assertTaken("10.2.0.1", "somebody else");
  }

  @Test
  void one_address_leaves_the_others_their_places_whatever_names_it_gives() throws Exception {
    for (int i = 0; i < FakeServices.TRANSFERS_OF_ADDRESS; i++) {
      begin("10.3.0.1", "name " + i);
    }

    assertRefused("10.3.0.1", "another name");
    assertTaken("10.3.0.2", "another name");
  }

  @Test
  void a_file_that_drips_is_broken_off_long_before_its_hour() throws Exception {
    try (Socket socket = Sockets.open(gateway, upload(PROMISED, "10.4.0.1", "slow"))) {
      socket.setSoTimeout(200);
      long began = System.nanoTime();
      String answer = "";
      while (answer.isEmpty() && System.nanoTime() - began < 9_000_000_000L) {
        Sockets.send(socket, "x");
        try {
          answer = Sockets.readUntil(socket, "body-too-slow");
        } catch (SocketTimeoutException nothingYet) {
          // and on with the next byte
        }
      }
      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("body-too-slow");
    }
  }

  @Test
  void a_file_that_comes_no_slower_than_asked_is_taken_whole() throws Exception {
    long began = System.nanoTime();
    try (Socket socket = Sockets.open(gateway, upload(60_000, "10.4.0.2", "steady"))) {
      for (int i = 0; i < 60; i++) {
        Sockets.send(socket, "z".repeat(1_000));
        Thread.sleep(100);
      }
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 200 ");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(5));
  }
}
