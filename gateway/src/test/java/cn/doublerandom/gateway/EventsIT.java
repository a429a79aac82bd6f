package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class EventsIT {
  @TestHTTPResource("/")
  URI gateway;

  @AfterEach
  void nothing_is_left_under_way() {
    await().atMost(Duration.ofSeconds(5)).until(() -> Sockets.isAtRest());
    assertThat(streamsAtService()).isZero();
  }

  private static int streamsAtService() {
    URI draw = URI.create(ConfigProvider.getConfig().getValue("test.direct.draw", String.class));
    return Sockets.state(draw).getInteger("streams");
  }

  private Socket subscribe(String path, boolean asked) throws Exception {
    return Sockets.open(
        gateway,
        "GET "
            + path
            + " HTTP/1.1\r\nHost: a\r\n"
            + (asked ? "Accept: text/event-stream\r\n" : "")
            + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void events_arrive_one_by_one_as_they_are_sent(boolean asked) throws Exception {
    try (Socket socket = subscribe("/draw/events", asked)) {
      assertThat(Sockets.readUntil(socket, "data: 0\n\n")).contains("text/event-stream");
      long began = System.nanoTime();
      Sockets.readUntil(socket, "data: 1\n\n");
      Sockets.readUntil(socket, "data: 2\n\n");
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertThat(took).isBetween(Duration.ofMillis(350), Sockets.SOON);
    }
  }

  @Test
  void a_silent_stream_is_kept_alive_by_comments_beyond_every_idle_limit() throws Exception {
    try (Socket socket = subscribe("/draw/silent", true)) {
      Sockets.readUntil(socket, "data: 0\n\n");
      long began = System.nanoTime();
      for (int i = 0; i < 6; i++) {
        assertThat(Sockets.readUntil(socket, ":\n")).contains(":\n");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void a_client_that_goes_away_ends_the_stream_at_the_service() throws Exception {
    Socket socket = subscribe("/draw/silent", true);
    Sockets.readUntil(socket, "data: 0\n\n");
    assertThat(streamsAtService()).isEqualTo(1);
    socket.close();
    await().atMost(Duration.ofSeconds(2)).until(() -> streamsAtService() == 0);
  }

  @Test
  void a_client_that_goes_away_in_the_middle_of_its_next_request_ends_the_stream_too()
      throws Exception {
    try (Socket socket = subscribe("/draw/silent", true)) {
      Sockets.readUntil(socket, "data: 0\n\n");
      Sockets.send(
          socket, "POST /draw/count HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");
      Sockets.readUntil(socket, ":\n");
    }
    await().atMost(Duration.ofSeconds(3)).until(() -> streamsAtService() == 0);
  }

  @Test
  void more_streams_than_allowed_are_refused_and_requests_go_on() throws Exception {
    List<Socket> open = new ArrayList<>();
    for (int i = 0; i < FakeServices.STREAMS; i++) {
      Socket socket = subscribe("/draw/silent", i % 2 == 0);
      Sockets.readUntil(socket, "data: 0\n\n");
      open.add(socket);
    }
    for (boolean asked : new boolean[] {true, false}) {
      try (Socket one = subscribe("/draw/silent", asked)) {
        assertThat(Sockets.readUntil(one, "streams-full")).startsWith("HTTP/1.1 503");
      }
    }
    for (int i = 0; i < 10; i++) {
      assertThat(Sockets.honest(gateway, "/draw/echo")).contains("/draw/echo");
    }
    for (Socket socket : open) {
      socket.close();
    }
  }
}
