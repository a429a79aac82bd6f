package cn.doublerandom.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway whose people are known by a Keycloak, as in production. */
public final class Office implements QuarkusTestResourceLifecycleManager {
  static final int TOKEN_SECONDS = 8;
  static final Path BOOK = Path.of("target/office-test/book").toAbsolutePath();
  private static Keycloak keycloak;
  private final Vertx vertx = Vertx.vertx();

  static Keycloak keycloak() {
    return keycloak;
  }

  @Override
  public Map<String, String> start() {
    try {
      int port = Sockets.freePort();
      Path directory = Files.createTempDirectory("keycloak");
      keycloak =
          new Keycloak(
              Path.of(System.getProperty("keycloak.archive")),
              directory,
              URI.create("http://127.0.0.1:" + port),
              TOKEN_SECONDS);
      keycloak.person("wang", "王科", "法制安全科", "130534", List.of("coordinator", "approver"));
      keycloak.person("li", "李股", "综合行政执法大队", "130534", List.of("inspector"));
      Map<String, String> settings = new HashMap<>();
      for (String service : List.of("registry", "draw", "inspection", "publication")) {
        int fake = new FakeService(vertx, 0).port();
        settings.put("suite.gateway.services." + service, "http://127.0.0.1:" + fake);
        settings.put("suite.gateway.operations." + service, "http://127.0.0.1:" + fake);
      }
      Files.deleteIfExists(BOOK.resolve("sign-ins.ndjson"));
      settings.put("suite.gateway.audit.directory", BOOK.toString());
      settings.put("suite.gateway.health.port", "" + Sockets.freePort());
      settings.put("quarkus.http.test-port", "" + port);
      // The other tests of this program have demo accounts.
      settings.put("suite.gateway.sign-in.tokens", "");
      settings.put("suite.gateway.sign-in.key", "");
      settings.put("quarkus.oidc.tenant-enabled", "true");
      settings.put("quarkus.oidc.auth-server-url", keycloak.realm());
      settings.put("quarkus.oidc.credentials.secret", Keycloak.SECRET);
      settings.put("quarkus.oidc.token-state-manager.encryption-secret", "3".repeat(32));
      // Clear text on this machine; an office has TLS.
      settings.put("quarkus.oidc.authentication.force-redirect-https-scheme", "false");
      settings.put("quarkus.oidc.authentication.cookie-force-secure", "false");
      return settings;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    keycloak.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
