package cn.doublerandom.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Kafka and demo accounts for one {@code @QuarkusTest} run; the init argument {@code
 * database} names the service. Everything is deleted afterwards.
 */
public final class TestStack implements QuarkusTestResourceLifecycleManager {
  private static @Nullable DemoIdentity identity;

  private String database = "service";
  private @Nullable Path directory;
  private @Nullable LocalPostgres postgres;
  private @Nullable LocalKafka kafka;

  /** The header a demo user sends. */
  public static String bearer(String account) {
    if (identity == null) {
      throw new IllegalStateException("the stack is not started");
    }
    return "Bearer " + identity.token(account);
  }

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", database);
  }

  @Override
  public Map<String, String> start() {
    try {
      Path home = Files.createTempDirectory("double-random-test");
      directory = home;
      var pg = LocalPostgres.start(home.resolve("postgres"), 0);
      postgres = pg;
      pg.database(database);
      var broker = LocalKafka.start(home.resolve("kafka"), 0, 0);
      kafka = broker;
      var demo = DemoIdentity.create();
      identity = demo;
      var settings = new HashMap<>(DemoIdentity.settings(demo.publicKeysTo(home.resolve("jwks"))));
      settings.putAll(LocalPostgres.settings(pg.port(), database));
      settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
      return settings;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the test stack does not start", e);
    }
  }

  @Override
  public void stop() {
    try {
      if (kafka != null) {
        kafka.close();
      }
      if (postgres != null) {
        postgres.close();
      }
      if (directory != null) {
        try (Stream<Path> files = Files.walk(directory)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
