package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class StreamingIT {
  private static final int MEGABYTE = 1024 * 1024;

  @TestHTTPResource("/")
  URI gateway;

  @AfterEach
  void nothing_is_left_under_way() {
    await().atMost(Duration.ofSeconds(8)).until(() -> Sockets.isAtRest());
  }

  private static URI direct(String service) {
    return URI.create(ConfigProvider.getConfig().getValue("test.direct." + service, String.class));
  }

  private static String post(String path, long length) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  }

  @Test
  void two_hundred_megabytes_go_through_unchanged() throws Exception {
    byte[] piece = new byte[MEGABYTE];
    for (int i = 0; i < piece.length; i++) {
      piece[i] = (byte) (i * 31 + (i >> 8));
    }
    long sum = 0;
    try (Socket socket =
        Sockets.open(gateway, post("/registry/api/v1/subjects/imports", 200L * MEGABYTE))) {
      for (int i = 0; i < 200; i++) {
        piece[0] = (byte) i;
        socket.getOutputStream().write(piece);
        for (byte b : piece) {
          sum = sum * 31 + b;
        }
      }
      assertThat(Sockets.readAll(socket)).endsWith(200L * MEGABYTE + " " + sum);
    }
  }

  @Test
  void a_table_may_come_in_pieces_of_unknown_length() throws Exception {
    try (Socket socket =
        Sockets.open(
            gateway,
            String.join(
                "\r\n",
                "POST /registry/api/v1/subjects/imports HTTP/1.1",
                "Host: a",
                "Connection: close",
                "Transfer-Encoding: chunked",
                "",
                "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))) {
      assertThat(Sockets.readAll(socket)).contains("5 ");
    }
  }

  @Test
  void a_client_cannot_send_faster_than_the_service_reads() throws Exception {
    AtomicLong sent = new AtomicLong();
    try (Socket socket =
        Sockets.open(gateway, post("/registry/api/v1/subjects/imports?deaf", 300L * MEGABYTE))) {
      CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> fill(socket, sent));
      Thread.sleep(600);
      long early = sent.get();
      Thread.sleep(200);
      // What the kernel's buffers of two connections hold, and then nothing more.
      assertThat(sent.get()).isEqualTo(early).isBetween(1L, 50L * MEGABYTE);
      assertThat(Sockets.readUntil(socket, "part-too-slow")).startsWith("HTTP/1.1 504");
      sending.get(10, TimeUnit.SECONDS);
    }
  }

  private static void fill(Socket socket, AtomicLong sent) {
    byte[] piece = new byte[16 * 1024];
    try {
      while (true) {
        socket.getOutputStream().write(piece);
        sent.addAndGet(piece.length);
      }
    } catch (IOException cutOff) {
      // The gateway gave up waiting for the service.
    }
  }

  @Test
  void a_service_cannot_send_faster_than_the_client_reads() throws Exception {
    try (Socket socket = narrow()) {
      Sockets.send(socket, get("/draw/big"));
      Thread.sleep(500);
      long written = Sockets.state(direct("draw")).getLong("written");
      assertThat(written).isBetween(1L, 31L * MEGABYTE);

      InputStream in = socket.getInputStream();
      long came = 0;
      byte[] buffer = new byte[64 * 1024];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        came += n;
      }
      assertThat(came).isGreaterThan(32L * MEGABYTE);
    }
  }

  private Socket narrow() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(16 * 1024);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.getPort()));
    return socket;
  }

  @Test
  void a_client_that_does_not_read_is_cut_off() throws Exception {
    try (Socket socket = narrow()) {
      Sockets.send(socket, get("/draw/big"));
      await().atMost(Duration.ofSeconds(5)).until(() -> !Sockets.isAtRest());
      await().atMost(Duration.ofSeconds(6)).until(() -> Sockets.isAtRest());
    }
  }

  @Test
  void a_service_that_never_answers_is_given_up() throws Exception {
    try (Socket socket = Sockets.open(gateway, get("/draw/never"))) {
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 504").contains("part-too-slow");
    }
  }

  @Test
  void an_answer_that_stops_in_the_middle_is_seen_to_be_broken() throws Exception {
    try (Socket socket = Sockets.open(gateway, get("/draw/stall"))) {
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 200").endsWith("only this");
    }
  }

  @Test
  void a_broken_connection_is_not_used_again() throws Exception {
    for (int i = 0; i < 6; i++) {
      try (Socket socket = Sockets.open(gateway, get("/registry/break"))) {
        assertThat(Sockets.readAll(socket)).contains("1000").endsWith("some of it");
      }
      assertThat(Sockets.honest(gateway, "/registry/echo")).contains("/registry/echo");
    }
    await()
        .atMost(Duration.ofSeconds(3))
        .until(() -> Sockets.state(direct("registry")).getInteger("connections") <= 4);
  }

  @Test
  void a_read_whose_connection_was_closed_is_asked_once_more_and_a_deed_is_not() throws Exception {
    assertThat(Sockets.honest(gateway, "/registry/hang-up?1")).contains("/registry/hang-up");
    try (Socket socket =
        Sockets.open(
            gateway,
            "POST /registry/hang-up?1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Length: 2\r\n\r\nhi")) {
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 502").contains("part-broke-off");
    }
    assertThat(Sockets.honest(gateway, "/registry/hang-up?1")).contains("/registry/hang-up");
  }

  @Test
  void a_read_is_asked_twice_and_no_more() throws Exception {
    try (Socket socket = Sockets.open(gateway, get("/registry/hang-up?2"))) {
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 502");
    }
    assertThat(Sockets.honest(gateway, "/registry/hang-up?2")).contains("/registry/hang-up");
  }

  @Test
  void connections_are_kept_for_the_next_request() {
    Sockets.honest(gateway, "/registry/echo");
    int before = Sockets.state(direct("registry")).getInteger("everConnected");
    for (int i = 0; i < 20; i++) {
      Sockets.honest(gateway, "/registry/echo");
    }
    assertThat(Sockets.state(direct("registry")).getInteger("everConnected"))
        .isLessThanOrEqualTo(before + 2);
  }

  @Test
  void a_refusal_before_the_body_was_read_reaches_the_client() throws Exception {
    try (Socket socket = Sockets.open(gateway, post("/draw/early", 900_000))) {
      Sockets.send(socket, "x".repeat(200_000));
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 422").endsWith("no");
    }
    assertThat(Sockets.honest(gateway, "/draw/echo")).contains("/draw/echo");
  }

  @Test
  void who_asks_before_sending_is_told_to_go_on() throws Exception {
    try (Socket socket =
        Sockets.open(
            gateway,
            String.join(
                "\r\n",
                "POST /draw/echo HTTP/1.1",
                "Host: a",
                "Connection: close",
                "Content-Length: 4",
                "Expect: 100-continue",
                "",
                ""))) {
      assertThat(Sockets.readUntil(socket, "\r\n\r\n")).startsWith("HTTP/1.1 100");
      Sockets.send(socket, "here");
      assertThat(Sockets.readAll(socket)).contains("\"body\":\"here\"");
    }
  }

  @Test
  void a_full_service_says_so_and_does_not_stop_the_others() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < FakeServices.REQUESTS + FakeServices.WAITING; i++) {
      slow.add(Sockets.open(gateway, get("/draw/slow?900")));
    }
    await()
        .atMost(Duration.ofMillis(800))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> waiting() == FakeServices.WAITING);

    try (Socket one = Sockets.open(gateway, get("/draw/echo"))) {
      assertThat(Sockets.readAll(one))
          .startsWith("HTTP/1.1 503")
          .contains("part-busy")
          .contains("Retry-After: ");
    }
    assertThat(Sockets.honest(gateway, "/registry/echo")).contains("/registry/echo");

    for (Socket socket : slow) {
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 200");
      socket.close();
    }
  }

  private int waiting() {
    JsonObject data = Sockets.check(Part.DRAW).getJsonObject("data");
    return data.getInteger("waiting");
  }

  @Test
  void who_waits_too_long_for_a_place_is_told() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < FakeServices.REQUESTS; i++) {
      slow.add(Sockets.open(gateway, get("/draw/slow?1800")));
    }
    try (Socket one = Sockets.open(gateway, get("/draw/echo"))) {
      assertThat(Sockets.readAll(one)).startsWith("HTTP/1.1 503").contains("part-busy");
    }
    for (Socket socket : slow) {
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 200");
      socket.close();
    }
  }

  @Test
  void who_waits_for_what_was_just_done_does_not_stand_in_the_way_of_requests() throws Exception {
    String held = "GET /draw/slow?900&minSeq=999999999999 HTTP/1.1\r\nHost: a\r\n";
    String token = "Authorization: Bearer e30.e30.c2ln\r\nConnection: close\r\n\r\n";
    List<Socket> waiting = new ArrayList<>();
    for (int i = 0; i < FakeServices.WAITS + FakeServices.WAITING; i++) {
      waiting.add(Sockets.open(gateway, held + token));
    }
    await()
        .atMost(Duration.ofMillis(800))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> waiting() == FakeServices.WAITING);

    try (Socket one = Sockets.open(gateway, held + token)) {
      assertThat(Sockets.readAll(one)).startsWith("HTTP/1.1 503").contains("part-busy");
    }
    assertThat(Sockets.check(Part.DRAW).getJsonObject("data").getInteger("requests")).isZero();
    assertThat(Sockets.honest(gateway, "/draw/echo")).contains("/draw/echo");

    for (Socket socket : waiting) {
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 200");
      socket.close();
    }
  }

  @Test
  void slow_uploads_do_not_stand_in_the_way_of_requests() throws Exception {
    List<Socket> uploads = new ArrayList<>();
    for (int i = 0; i < FakeServices.TRANSFERS + 4; i++) {
      uploads.add(
          Sockets.open(
              gateway,
              SharesIT.upload(MEGABYTE, "10.1.0." + i, "officer " + i).concat("a little")));
    }
    assertThat(Sockets.honest(gateway, "/draw/echo")).contains("/draw/echo");
    for (Socket socket : uploads) {
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
          .containsAnyOf("408", "503");
      socket.close();
    }
  }
}
