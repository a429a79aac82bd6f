package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who asks too often is told when to come again, and nobody else is. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class RatesIT {
  private static final int LINES_OF_A_HEAD = 12;

  @TestHTTPResource("/")
  URI gateway;

  @Test
  void beyond_the_rate_429_says_when_to_come_again() throws Exception {
    String one = "GET /draw/x%3b HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 6.6.6.9\r\n\r\n";
    try (Socket socket = Sockets.open(gateway, one)) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              while (true) {
                Sockets.send(socket, one);
              }
            } catch (IOException heardEnough) {
              // The test has read what it wanted and closed the connection.
            }
          });
      var lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(lines.readLine()).startsWith("HTTP/1.1 400");
      var head = new ArrayDeque<String>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        head.add(line.substring(Math.max(0, line.indexOf("HTTP/1.1 "))));
        if (line.contains("\"code\":\"too-many-requests\"")) {
          break;
        } else if (head.size() > LINES_OF_A_HEAD) {
          head.remove();
        }
      }
      String answers = String.join("\n", head);
      String refused = answers.substring(Math.max(0, answers.indexOf("HTTP/1.1 429")));
      assertThat(refused)
          .startsWith("HTTP/1.1 429")
          .containsIgnoringCase("content-type: application/problem+json");
      Matcher after = Pattern.compile("(?i)retry-after: ([0-9]+)").matcher(refused);
      assertThat(after.find()).isTrue();
      assertThat(Integer.parseInt(after.group(1))).isBetween(1, 5);
    }
    assertThat(Sockets.honest(gateway, "/draw/echo")).contains("/draw/echo");
  }
}
