package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command lines of the stack's processes; each ends with the process that started it. */
final class Programs {
  private static final int KAFKA_MEGABYTES = 384;
  private static final int POSTGRES_MEGABYTES = 256;
  private static final int WITNESS_MEGABYTES = 32;
  private static final int SERVICE_MEGABYTES = 512;
  private static final int GATEWAY_MEGABYTES = 80;

  private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);

  /** TLS keeps some 60 KB a connection. */
  private static final int TLS_GATEWAY_MEGABYTES = 256;

  private final Home home;
  private final Path data;
  private final Ports ports;
  private final Identity keys;
  private final Jvm jvm;

  Programs(Home home, Path data, Ports ports, Identity keys, Jvm jvm) {
    this.home = home;
    this.data = data;
    this.ports = ports;
    this.keys = keys;
    this.jvm = jvm;
  }

  /**
   * Where a process keeps files that nobody needs after it: each its own, so that what one left can
   * go when it starts again.
   */
  Path scratch(String process) {
    return data.resolve("scratch").resolve(process);
  }

  private static String parent() {
    return Long.toString(ProcessHandle.current().pid());
  }

  List<String> postgres() throws IOException {
    return own(
        "postgres",
        POSTGRES_MEGABYTES,
        InfrastructureProcess.class,
        "postgres",
        data.resolve("postgres").toString(),
        Integer.toString(ports.postgres()));
  }

  List<String> kafka() throws IOException {
    return own(
        "kafka",
        KAFKA_MEGABYTES,
        InfrastructureProcess.class,
        "kafka",
        data.resolve("kafka").toString(),
        Integer.toString(ports.kafka()),
        Integer.toString(ports.kafkaController()));
  }

  /** Stands for a witness outside the house; it shares no code with the services. */
  List<String> witness() throws IOException {
    return own(
        "witness",
        WITNESS_MEGABYTES,
        WitnessProcess.class,
        data.resolve("witness").toString(),
        Integer.toString(ports.witness()),
        keys.logKeys().toString());
  }

  /** A program of this module; its last argument is always the process it ends with. */
  private List<String> own(String program, int megabytes, Class<?> main, String... arguments)
      throws IOException {
    String classes = System.getProperty("java.class.path");
    List<String> command = jvm.command(program, megabytes, scratch(program), Jvm.code(classes));
    command.add("-Djava.util.logging.config.file=" + home.logging());
    command.addAll(List.of("-cp", classes, main.getName()));
    command.addAll(List.of(arguments));
    command.add(parent());
    return command;
  }

  List<String> service(String service) throws IOException {
    return service(service, service, ports.of(service), ports.operations().of(service));
  }

  /**
   * A process of a service.
   *
   * @param process what it is called among the others
   */
  List<String> service(String service, String process, int port, int operations)
      throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("quarkus.profile", "local");
    settings.put("quarkus.http.port", Integer.toString(port));
    settings.put("quarkus.management.port", Integer.toString(operations));
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.kafka());
    settings.put("suite.parent-pid", parent());
    settings.putAll(LocalPostgres.settings(ports.postgres(), service));
    settings.putAll(DemoIdentity.settings(data.resolve("identity/demo-jwks.json")));
    settings.put("suite.checkpoint-key", keys.log(service).toString());
    settings.put("suite.log-keys", keys.logKeys().toString());
    settings.put("suite.person-master-key", keys.master().toString());
    settings.put("suite.sealing-keys", data.resolve("identity/sealing").toString());
    settings.put("suite.evidence.directory", data.resolve("evidence").toString());
    settings.put("suite.evidence.key", data.resolve("identity/evidence.key").toString());
    settings.put("suite.public-address", "http://localhost:" + ports.gateway());
    settings.put("suite.names.registry", "http://127.0.0.1:" + ports.registry() + "/registry");
    settings.put("suite.witnesses", "http://127.0.0.1:" + ports.witness());
    // A commit's minute begins when it was seen outside: nobody here waits much longer than that.
    settings.put("suite.checkpoint-every", CHECKPOINT_EVERY.toString());
    settings.put("suite.clock-file", OfficeClock.of(data).file().toString());
    return application(
        service, SERVICE_MEGABYTES, scratch(process), home.application(service), settings);
  }

  /**
   * @param further settings of the gateway beside those of every local stack
   */
  List<String> gateway(Map<String, String> further) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>(further);
    settings.put("quarkus.profile", "local");
    settings.put("quarkus.http.port", Integer.toString(ports.gateway()));
    settings.put(
        "suite.gateway.health.port", Integer.toString(ports.operations().of(Home.GATEWAY)));
    settings.put("suite.parent-pid", parent());
    settings.put("suite.gateway.sign-in.key", data.resolve("gateway/session.key").toString());
    settings.put("suite.gateway.sign-in.tokens", Accounts.tokens(data).toString());
    settings.put("suite.gateway.audit.directory", data.resolve("gateway/sign-ins").toString());
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.kafka());
    for (String service : Home.SERVICES) {
      settings.put("suite.gateway.services." + service, "http://127.0.0.1:" + ports.of(service));
      settings.put(
          "suite.gateway.operations." + service,
          "http://127.0.0.1:" + ports.operations().of(service));
    }
    int megabytes = further.isEmpty() ? GATEWAY_MEGABYTES : TLS_GATEWAY_MEGABYTES;
    return application(Home.GATEWAY, megabytes, scratch(Home.GATEWAY), home.gateway(), settings);
  }

  private List<String> application(
      String program, int megabytes, Path scratch, Path jar, Map<String, String> settings)
      throws IOException {
    List<String> command = jvm.command(program, megabytes, scratch, Jvm.code(jar));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }
}
