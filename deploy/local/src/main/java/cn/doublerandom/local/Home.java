package cn.doublerandom.local;

import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.checkpoint.KafkaAnchor;
import cn.doublerandom.eventstore.ledger.ToldScopes;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the checkout lies and what was built there; {@code SUITE_HOME} is set by {@code ./suite}.
 */
record Home(Path root) {
  static final List<String> SERVICES = List.of("registry", "draw", "inspection", "publication");

  static final String GATEWAY = "gateway";

  static Home find() {
    String home = System.getenv().getOrDefault("SUITE_HOME", System.getProperty("suite.home", "."));
    return new Home(Path.of(home).toAbsolutePath().normalize());
  }

  Path application(String service) throws IOException {
    return packaged(service + "-service");
  }

  Path gateway() throws IOException {
    return packaged("gateway");
  }

  private Path packaged(String module) throws IOException {
    Path jar = root.resolve(module + "/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IOException(jar + " 不存在，请运行 ./suite build  is missing; run ./suite build");
    }
    return jar;
  }

  Path sample(String file) {
    return root.resolve("deploy/local/sample").resolve(file);
  }

  Path logging() {
    return root.resolve("deploy/local/logging.properties");
  }

  /** AOT caches of all programs, made by {@code ./suite build}. */
  Path caches() {
    return root.resolve("deploy/local/target/aot");
  }

  static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  /** What the services call bureaus where they tell of them: the seed's stands in no stream. */
  static final ToldScopes BUREAUS = new ToldScopes("130534");

  /** The topics a service announces on: what happened first, then what is now. */
  static List<String> topics(String service) {
    return switch (service) {
      case "registry" ->
          List.of(
              "registry.events.v1",
              "registry.subjects.v1",
              "registry.inspectors.v1",
              "registry.bureaus.v1");
      case "publication" -> List.of("publication.events.v1", "publication.results.v1");
      default -> List.of(service + ".events.v1");
    };
  }

  /**
   * Every topic is there before anybody listens to it; otherwise each listener asks for it again.
   */
  static void createTopics(String bootstrap) throws Exception {
    List<String> all = new ArrayList<>();
    for (String service : SERVICES) {
      all.addAll(topics(service));
      all.add(KafkaAnchor.topic(service));
    }
    all.add(GatewayBooks.TOPIC);
    all.addAll(Topic.ofReceivers());
    TopicMaking.create(Map.of("bootstrap.servers", bootstrap), all);
  }
}
