package cn.doublerandom.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** A registry that says what an officer shows at a door, to whoever brings an officer's token. */
public final class TellingRegister implements QuarkusTestResourceLifecycleManager {
  /** Of {@code VW001}; of {@code VW002}, who was erased, it says nothing. */
  static final String NAME = "示例执法员";

  static final String CERTIFICATE = "03059991777";

  private HttpServer register;

  @Override
  public Map<String, String> start() {
    try {
      register = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    register.createContext(
        "/registry/api/v1/inspector-certificates",
        exchange -> {
          byte[] answer =
              """
              {"items":[{"account":"VW001","name":"%s","certificates":[
                 {"number":"%s","validUntil":"2999-12-31"}]},
               {"account":"VW002","name":"","certificates":[]}]}
              """
                  .formatted(NAME, CERTIFICATE)
                  .getBytes(UTF_8);
          boolean isSignedIn = exchange.getRequestHeaders().containsKey("Authorization");
          exchange.sendResponseHeaders(isSignedIn ? 200 : 401, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    register.start();
    return Map.of(
        "suite.names.registry",
        "http://localhost:" + register.getAddress().getPort() + "/registry");
  }

  @Override
  public void stop() {
    register.stop(0);
  }
}
