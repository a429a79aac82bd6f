package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two thousand browsers look at the board at once. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class BoardCrowdIT {
  private static final long MEGABYTE = 1024 * 1024;

  /** Of the listeners with all they hear: some thirty kilobytes each. */
  private static final long MOST_BYTES = 64 * MEGABYTE;

  private static final int LONG = 20_000;

  @TestHTTPResource("/")
  URI gateway;

  @Inject Boards boards;

  private static void says(String board) throws Exception {
    URI registry =
        URI.create(ConfigProvider.getConfig().getValue("test.direct.registry", String.class));
    assertThat(new Browser(registry).post("/board-is", board).statusCode()).isEqualTo(200);
  }

  private static String figure(String label) {
    return "{\"figures\":[{\"group\":\"DEADLINES\",\"figure\":{\"label\":\"%s\",\"number\":\"1\"}}]}"
        .formatted(label);
  }

  private static SocketChannel open(URI gateway, Browser browser) throws Exception {
    SocketChannel socket = SocketChannel.open();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.getPort()));
    socket.write(
        ByteBuffer.wrap(
            ("GET /board/events HTTP/1.1\r\nHost: a\r\nCookie: "
                    + String.join("; ", browser.cookies())
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1)));
    socket.configureBlocking(false);
    return socket;
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Whether what was looked for has come by now. */
  private static boolean hears(SocketChannel socket, ByteBuffer into, String text)
      throws IOException {
    StringBuilder heard = new StringBuilder();
    while (true) {
      into.clear();
      if (socket.read(into) <= 0) {
        return heard.indexOf(text) >= 0;
      }
      heard.append(StandardCharsets.ISO_8859_1.decode(into.flip()));
    }
  }

  @Test
  @Tag("deep")
  void two_thousand_hear_each_change_within_a_bounded_heap_and_one_more_is_refused()
      throws Exception {
    var browser = new Browser(gateway);
    browser.signIn("approver", "");
    says(figure("first"));
    long before = used();
    List<SocketChannel> all = new ArrayList<>();
    for (int i = 0; i < FakeServices.LISTENERS; i++) {
      all.add(open(gateway, browser));
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> boards.listening() == FakeServices.LISTENERS);
    assertThat(browser.get("/board/events").body()).contains("streams-full");

    for (String word : List.of("second", "third")) {
      says(figure(word));
      var into = ByteBuffer.allocate(64 * 1024);
      List<SocketChannel> waiting = new ArrayList<>(all);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> {
            waiting.removeIf(socket -> {
              try {
                return hears(socket, into, word);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
            return waiting.isEmpty();
          });
    }
    assertThat(used() - before).isLessThan(MOST_BYTES);
    assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
    for (SocketChannel socket : all) {
      socket.close();
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> boards.listening() == 0);
    says("");
  }

  @Test
  @Tag("deep")
  void who_does_not_read_is_let_go_and_the_others_go_on() throws Exception {
    var browser = new Browser(gateway);
    browser.signIn("approver", "");
    says(figure("begin"));
    try (SocketChannel deaf = open(gateway, browser);
        SocketChannel reads = open(gateway, browser)) {
      await().until(() -> boards.listening() == 2);
      var into = ByteBuffer.allocate(64 * 1024);
      int[] turn = {0};
      await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> {
            says(figure("turn" + turn[0]++ + "x".repeat(LONG)));
            hears(reads, into, "");
            return boards.listening() == 1;
          });
      says(figure("after"));
      await().until(() -> hears(reads, into, "after"));
      assertThat(deaf.isOpen()).isTrue();
    }
    await().until(() -> boards.listening() == 0);
    says("");
  }
}
