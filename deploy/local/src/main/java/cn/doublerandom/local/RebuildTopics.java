package cn.doublerandom.local;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.checkpoint.LogKeys;
import cn.doublerandom.eventstore.ledger.LaneTrust;
import cn.doublerandom.eventstore.ledger.LedgerRelay;
import cn.doublerandom.eventstore.ledger.Vitals;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A lost broker is filled again from the ledgers: the same records, the same order, the same
 * hashes.
 */
@Command(
    name = "rebuild-topics",
    description = "fill the topics again from PostgreSQL; the old broker data are set aside")
final class RebuildTopics implements Callable<Integer> {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--keep", description = "keep the broker data and only tell what is missing")
  private boolean keep;

  @Override
  public Integer call() throws Exception {
    Path directory = data.directory();
    Infrastructure.requireDown(directory);
    Path broker = directory.resolve("kafka");
    if (!keep && Files.isDirectory(broker)) {
      Path aside = directory.resolve("kafka-set-aside-" + Instant.now().toEpochMilli());
      Files.move(broker, aside);
      out.println("set aside: " + aside);
    }
    try (LocalPostgres postgres = LocalPostgres.start(directory.resolve("postgres"), 0);
        LocalKafka kafka = LocalKafka.start(broker, 0, 0)) {
      new Realign(postgres.port(), out).run();
      if (keep) {
        readAgain(kafka.bootstrapServers());
      }
      for (String service : Home.SERVICES) {
        tell(service, postgres.port(), kafka.bootstrapServers());
      }
      String verdict = new Audit(kafka.port(), postgres.port(), directory.resolve("witness")).run();
      out.println(verdict);
      return verdict.startsWith("AUDIT OK") ? 0 : 1;
    }
  }

  /** On topics that stay the consumers begin anew; what they know they pass over. */
  private static void readAgain(String bootstrap) throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      List<String> groups = Home.SERVICES.stream().map(service -> service + "-service").toList();
      for (var group : admin.deleteConsumerGroups(groups).deletedGroups().values()) {
        try {
          group.get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof GroupIdNotFoundException)) {
            throw new IllegalStateException("consumers cannot begin anew", e);
          }
        }
      }
    }
  }

  private LaneTrust own() throws IOException {
    Path keys = Identity.of(data.directory()).logKeys();
    return Files.exists(keys) ? LogKeys.read(keys) : LaneTrust.CHAIN_ONLY;
  }

  private void tell(String service, int postgres, String bootstrap) throws Exception {
    Vertx vertx = Vertx.vertx();
    Pool pool =
        Pool.pool(
            vertx,
            new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(postgres)
                .setDatabase(service)
                .setUser(LocalPostgres.OWNER)
                .setPassword(LocalPostgres.OWNER),
            new PoolOptions().setMaxSize(2));
    try (var relay =
        new LedgerRelay(
            service,
            pool,
            Map.of("bootstrap.servers", bootstrap),
            Home.topics(service),
            new Vitals(),
            () -> true,
            own())) {
      while (relay.turn()) {
        // until everything is told
      }
    } finally {
      pool.close().await().indefinitely();
      vertx.close().await().indefinitely();
    }
    out.println("told: " + String.join(", ", Home.topics(service)));
  }
}
