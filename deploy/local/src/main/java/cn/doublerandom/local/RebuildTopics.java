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
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A lost broker is filled again from the ledgers: the same records, the same order, the same
 * hashes. A database that is older than its topics or its witness is not told again before an
 * operator says that what it lacks is given up.
 */
@Command(
    name = "rebuild-topics",
    description = "fill the topics again from PostgreSQL; the old broker data are set aside")
final class RebuildTopics implements Callable<Integer> {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--keep", description = "keep the broker data and only tell what is missing")
  private boolean keep;

  @Option(
      names = "--older-because",
      description =
          "go on with a database that is older; what it lacks is given up for this reason")
  private @Nullable String reason;

  @Option(names = "--by", description = "who decides that; needed with --older-because")
  private @Nullable String by;

  @Override
  public Integer call() throws Exception {
    Path directory = data.directory();
    if ((reason == null) != (by == null) || (reason != null && (reason.isBlank() || keep))) {
      throw Refused.line(
          "--older-because 原因与 --by 姓名须一起给出，且不能与 --keep 同用",
          "reason and name belong together, without --keep");
    }
    Given.data(directory);
    Infrastructure.requireDown(directory);
    Path broker = directory.resolve("kafka");
    try (LocalPostgres postgres = LocalPostgres.start(directory.resolve("postgres"), 0)) {
      Migrations.run(postgres.port());
      List<OlderCopy> older = older(postgres.port(), broker);
      if (!older.isEmpty() && reason == null) {
        refuse(older);
        return 1;
      }
      for (OlderCopy copy : older) {
        accept(copy, postgres.port());
      }
      return rebuild(postgres, broker);
    }
  }

  private List<OlderCopy> older(int postgres, Path broker) throws Exception {
    if (!Files.isDirectory(broker)) {
      return compare(postgres, null);
    }
    try (LocalKafka kafka = LocalKafka.start(broker, 0, 0)) {
      Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
      Home.createTopics(kafka.bootstrapServers());
      return compare(postgres, settings);
    }
  }

  private List<OlderCopy> compare(int postgres, @Nullable Map<String, Object> kafka)
      throws Exception {
    List<OlderCopy> found = new ArrayList<>();
    for (String service : Home.SERVICES) {
      try (Connection connection = Databases.open(postgres, service)) {
        OlderCopy copy =
            OlderCopy.find(service, connection, kafka, own(), data.directory().resolve("witness"));
        if (!copy.lacksNothing()) {
          found.add(copy);
        }
      }
    }
    return found;
  }

  private void refuse(List<OlderCopy> older) {
    out.println("数据库是较早的副本 the database is older than what is known of it:");
    older.forEach(copy -> out.println("  " + copy.words()));
    out.println(
        "没有作任何改动。请恢复较新的备份，或者决定放弃所缺内容：  nothing was changed; either restore a newer backup, or decide to go on without that:");
    out.println("  ./suite rebuild-topics --older-because REASON --by NAME");
  }

  private void accept(OlderCopy copy, int postgres) throws Exception {
    Vertx vertx = Vertx.vertx();
    Pool pool = pool(vertx, copy.service(), postgres);
    try (Connection owner = Databases.open(postgres, copy.service())) {
      new OlderDecision(String.valueOf(reason), String.valueOf(by)).accept(copy, owner, pool);
    } finally {
      pool.close().await().indefinitely();
      vertx.close().await().indefinitely();
    }
    out.println("已放弃  given up: " + copy.words());
  }

  private int rebuild(LocalPostgres postgres, Path broker) throws Exception {
    if (!keep && Files.isDirectory(broker)) {
      Path aside = broker.resolveSibling(DemoDirectory.SET_ASIDE + Instant.now().toEpochMilli());
      Files.move(broker, aside);
      out.println("已移开  set aside: " + aside);
    }
    try (LocalKafka kafka = LocalKafka.start(broker, 0, 0)) {
      new Realign(postgres.port(), out).run();
      if (keep) {
        readAgain(kafka.bootstrapServers());
      }
      for (String service : Home.SERVICES) {
        tell(service, postgres.port(), kafka.bootstrapServers(), own());
        out.println("已重新发布  told: " + String.join(", ", Home.topics(service)));
      }
      String verdict =
          new Audit(kafka.port(), postgres.port(), data.directory().resolve("witness")).run();
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
            throw new IllegalStateException("消费者无法重新开始 consumers cannot begin anew", e);
          }
        }
      }
    }
  }

  private LaneTrust own() throws IOException {
    Path keys = Identity.of(data.directory()).logKeys();
    return Files.exists(keys) ? LogKeys.read(keys) : LaneTrust.CHAIN_ONLY;
  }

  static Pool pool(Vertx vertx, String service, int postgres) {
    return Pool.pool(
        vertx,
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(postgres)
            .setDatabase(service)
            .setUser(LocalPostgres.OWNER)
            .setPassword(LocalPostgres.OWNER),
        new PoolOptions().setMaxSize(2));
  }

  /** Tells what a ledger says and its topics lack. */
  static void tell(String service, int postgres, String bootstrap, LaneTrust own) throws Exception {
    Vertx vertx = Vertx.vertx();
    Pool pool = pool(vertx, service, postgres);
    try (var relay =
        new LedgerRelay(
            service,
            pool,
            Map.of("bootstrap.servers", bootstrap),
            Home.topics(service),
            new Vitals(),
            () -> true,
            own,
            Home.BUREAUS)) {
      while (relay.turn()) {
        // until everything is told
      }
    } finally {
      pool.close().await().indefinitely();
      vertx.close().await().indefinitely();
    }
  }
}
