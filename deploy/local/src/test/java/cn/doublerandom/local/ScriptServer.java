package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The scripts of a ceremony as the services send them, beside a few pages and nothing else. */
final class ScriptServer implements AutoCloseable {
  private static final Map<String, Path> SCRIPTS =
      Map.of(
          "/ui/scripts/ceremony.mjs",
          Path.of("../../draw-service/src/main/resources/ui/ceremony.mjs"),
          "/ui/scripts/deposit.mjs",
          Path.of("../../draw-service/src/main/resources/ui/deposit.mjs"),
          "/ui/verify.mjs",
          Path.of("../../verifier/src/main/resources/double-random/verify.mjs"));

  private final HttpServer server;

  private ScriptServer(HttpServer server) {
    this.server = server;
  }

  /**
   * @param pages text by address; any other address is an empty page
   */
  static ScriptServer start(Map<String, String> pages) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String address = exchange.getRequestURI().getPath();
          Path script = SCRIPTS.get(address);
          byte[] body =
              script == null
                  ? pages.getOrDefault(address, "").getBytes(UTF_8)
                  : Files.readAllBytes(script);
          exchange
              .getResponseHeaders()
              .set(
                  "Content-Type",
                  (script == null ? "text/html" : "text/javascript") + ";charset=UTF-8");
          exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return new ScriptServer(server);
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
