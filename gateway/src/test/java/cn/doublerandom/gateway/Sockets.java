package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Clients of the tests: honest ones, who are answered soon, and bare sockets. */
final class Sockets {
  /**
   * How soon who asks honestly is answered, whatever others do. One second by {@code ./suite test
   * --deep}; other modules are tested beside the default run and make everybody wait.
   */
  static final Duration SOON = Duration.ofSeconds(Integer.getInteger("honest.seconds", 5));

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Sockets() {}

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A fresh connection, answered soon, or the test fails. */
  static String honest(URI gateway, String path) {
    return answered(gateway, path, SOON);
  }

  /** What a service says of itself is asked between the tests, and no claim about speed. */
  private static String answered(URI gateway, String path, Duration limit) {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limit)
            .build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(gateway.resolve(path)).timeout(limit).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonObject state(URI service) {
    return new JsonObject(answered(service, "/state", PATIENCE));
  }

  /** Where the gateway says to operations how it is. */
  static URI operations() {
    return URI.create(ConfigProvider.getConfig().getValue("test.operations", String.class));
  }

  static JsonObject check(Part part) {
    JsonArray checks =
        new JsonObject(answered(operations(), "/q/health", PATIENCE)).getJsonArray("checks");
    return checks.stream()
        .map(JsonObject.class::cast)
        .filter(check -> check.getString("name").equals(part.key()))
        .findFirst()
        .orElseThrow();
  }

  /** Nothing is under way and nobody waits at any service. */
  static boolean isAtRest() {
    for (Part part : Part.values()) {
      JsonObject places = check(part).getJsonObject("data");
      if (places.getInteger("requests")
              + places.getInteger("waits")
              + places.getInteger("transfers")
              + places.getInteger("streams")
              + places.getInteger("waiting")
          > 0) {
        return false;
      }
    }
    return true;
  }

  static Socket open(URI gateway, String bytes) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.getPort());
    socket.setSoTimeout(10_000);
    send(socket, bytes);
    return socket;
  }

  static void send(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Reads until the text has come, or the end. */
  static String readUntil(Socket socket, String text) throws IOException {
    StringBuilder read = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (read.indexOf(text) < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      read.append((char) next);
    }
    return read.toString();
  }

  static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
