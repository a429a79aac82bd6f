package cn.doublerandom.local.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who asks honestly during an attack is judged by what the house does, not by the drill's haste.
 */
class HonestClientTest {
  private static final String ASKED = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  private static final String KEPT = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";
  private static final String LAST =
      "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nOK";

  private static final Duration LATE = Duration.ofMillis(3_500);

  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private ServerSocket server;
  private URI address;

  /** What the server does with a connection. */
  private interface House {
    void serve(Socket connection, int number) throws IOException, InterruptedException;
  }

  @BeforeEach
  void a_house_of_one_door() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    address = URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  @AfterEach
  void the_door_is_shut() throws IOException {
    server.close();
  }

  private void serves(House house) {
    Thread.ofVirtual()
        .start(() -> {
          while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
              house.serve(connection, connections.incrementAndGet());
            } catch (IOException gone) {
              // A client that has what it wanted goes; the next one comes all the same.
            } catch (InterruptedException e) {
              return;
            }
          }
        });
  }

  /** A door behind which nobody has ever been. */
  private static URI nobodys() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + taken.getLocalPort());
    }
  }

  private void readRequest(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    StringBuilder read = new StringBuilder();
    while (read.indexOf("\r\n\r\n") < 0) {
      int one = in.read();
      if (one < 0) {
        throw new IOException("no request");
      }
      read.append((char) one);
    }
    requests.incrementAndGet();
  }

  private static void write(Socket connection, String answer) throws IOException {
    connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_service_that_was_just_started_may_take_longer_than_a_refusal() {
    serves((connection, number) -> {
      readRequest(connection);
      // The time itself is tried: a refusal would be given up after three seconds.
      Thread.sleep(LATE);
      write(connection, LAST);
    });

    Answer answer = new Wire(address).honest(ASKED);

    assertThat(answer.told()).isEqualTo("200 OK");
    assertThat(answer.millis()).isGreaterThan(3_000);
  }

  @Test
  void how_an_answer_failed_to_come_is_told() throws Exception {
    var wire = new Wire(address);
    serves((connection, number) -> {
      readRequest(connection);
      if (number == 1) {
        connection.getInputStream().read();
      } else if (number == 3) {
        connection.setSoLinger(true, 0);
      }
    });

    Answer silent = wire.send(ASKED, Duration.ofMillis(50));
    Answer closed = wire.honest(ASKED);
    Answer reset = wire.honest(ASKED);
    Answer nobody = new Wire(nobodys()).honest(ASKED);

    assertThat(silent.told()).startsWith("0 silent");
    assertThat(closed.told()).startsWith("0 closed without an answer");
    assertThat(reset.told()).startsWith("0 broken off");
    assertThat(nobody.told()).startsWith("0 no connection");
  }

  @Test
  void reading_again_over_a_kept_connection_that_has_just_ended_is_done_once_more()
      throws Exception {
    serves((connection, number) -> {
      readRequest(connection);
      write(connection, number == 1 ? KEPT : LAST);
      if (number == 1) {
        readRequest(connection);
      }
    });
    try (var http = new Http(address)) {
      assertThat(http.once(Http.Request.get("/", "")).status()).isEqualTo(200);

      Answer again = http.once(Http.Request.get("/", ""));

      assertThat(again.told()).isEqualTo("200 OK");
      assertThat(connections.get()).isEqualTo(2);
      assertThat(requests.get()).isEqualTo(3);
    }
  }

  @Test
  void a_new_connection_that_ends_without_an_answer_is_no_answer() throws Exception {
    serves((connection, number) -> readRequest(connection));
    try (var http = new Http(address)) {
      assertThat(new Wire(address).honest(ASKED).status()).isEqualTo(Answer.NONE);
      assertThat(requests.get()).isEqualTo(1);

      Answer written = http.once(Http.Request.json("POST", "/", "", "{}"));

      assertThat(written.status()).isEqualTo(Answer.NONE);
      assertThat(requests.get()).as("nobody writes twice").isEqualTo(2);
    }
  }
}
