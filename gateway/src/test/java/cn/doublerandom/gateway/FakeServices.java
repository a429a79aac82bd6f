package cn.doublerandom.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Registry, draw and publication answer; inspection is away. Limits are small, so that they are
 * met.
 */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {
  static final int REQUESTS = 4;
  static final int WAITS = 2;
  static final int TRANSFERS = 8;
  static final int TRANSFERS_OF_ACCOUNT = 5;
  static final int TRANSFERS_OF_ADDRESS = 6;
  static final int STREAMS = 3;

  /** To the board; all of them are of one account. */
  static final int LISTENERS = 2000;

  static final int WAITING = 2;
  static final int COLLECTED_BYTES = 1024 * 1024;

  /** Where it is written who comes and goes. */
  static final Path BOOK = Path.of("target/sign-in-test/book").toAbsolutePath();

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

  @Override
  public Map<String, String> start() {
    try {
      Map<String, String> settings = new HashMap<>();
      for (String service : List.of("registry", "draw", "publication")) {
        int port = new FakeService(vertx, 0).port();
        settings.put("suite.gateway.services." + service, "http://127.0.0.1:" + port);
        settings.put("suite.gateway.operations." + service, "http://127.0.0.1:" + port);
        settings.put("test.direct." + service, "http://127.0.0.1:" + port);
      }
      for (String what : List.of("services", "operations")) {
        settings.put(
            "suite.gateway." + what + ".inspection", "http://127.0.0.1:" + Sockets.freePort());
      }
      FakeAccounts.make();
      Files.deleteIfExists(BOOK.resolve("sign-ins.ndjson"));
      settings.put("suite.gateway.sign-in.key", FakeAccounts.KEY.toString());
      settings.put("suite.gateway.sign-in.tokens", FakeAccounts.TOKENS.toString());
      settings.put("suite.gateway.audit.directory", BOOK.toString());
      int health = Sockets.freePort();
      settings.put("suite.gateway.health.port", "" + health);
      settings.put("test.operations", "http://127.0.0.1:" + health);
      settings.put("suite.gateway.requests", "" + REQUESTS);
      for (String who : List.of("everybody", "signed-in")) {
        settings.put("suite.gateway.limits." + who + ".per-second", "1000000");
        settings.put("suite.gateway.limits." + who + ".burst", "1000000");
      }
      // At once more than any other test needs, and in the long run less than a slow machine can
      // ask: the test of the rates goes on until it is refused.
      settings.put("suite.gateway.limits.anonymous.per-second", "200");
      settings.put("suite.gateway.limits.anonymous.burst", "3000");
      settings.put("suite.gateway.limits.proxies", "127.0.0.1");
      settings.put("suite.gateway.waits", "" + WAITS);
      settings.put("suite.gateway.transfers", "" + TRANSFERS);
      settings.put("suite.gateway.transfers-of-account", "" + TRANSFERS_OF_ACCOUNT);
      settings.put("suite.gateway.transfers-of-address", "" + TRANSFERS_OF_ADDRESS);
      settings.put("suite.gateway.streams", "" + STREAMS);
      settings.put("suite.gateway.waiting", "" + WAITING);
      settings.put("suite.gateway.collected", "" + COLLECTED_BYTES);
      settings.put("suite.gateway.time.place", "1s");
      settings.put("suite.gateway.time.body-idle", "1s");
      settings.put("suite.gateway.time.body", "3s");
      settings.put("suite.gateway.time.pace", "4s");
      settings.put("suite.gateway.time.answer", "2s");
      settings.put("suite.gateway.time.answer-idle", "1s");
      settings.put("suite.gateway.time.heartbeat", "400ms");
      settings.put("suite.gateway.board.every", "200ms");
      settings.put("suite.gateway.board.of-account", "" + LISTENERS);
      settings.put("quarkus.tls.key-store.p12.path", certificate().toString());
      settings.put("quarkus.tls.key-store.p12.password", "changeit");
      settings.put("quarkus.http.test-ssl-port", "0");
      settings.put("quarkus.log.file.enabled", "true");
      settings.put("quarkus.log.file.path", "target/gateway-test.log");
      settings.put("quarkus.log.file.filter", "one-trace-per-minute");
      return settings;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Path certificate() throws Exception {
    Path store = Path.of("target/test-certificate.p12").toAbsolutePath();
    Files.deleteIfExists(store);
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
            "-J-XX:+UseSerialGC",
            "-J-XX:TieredStopAtLevel=1",
            "-genkeypair",
            "-alias",
            "gateway",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit",
            "-keystore",
            store.toString())
        .inheritIO()
        .start()
        .waitFor();
    return store;
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
