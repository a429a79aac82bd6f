package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.local.attack.Attack;
import cn.doublerandom.local.attack.Clerk;
import cn.doublerandom.local.attack.Office;
import cn.doublerandom.local.attack.Tally;
import cn.doublerandom.local.attack.Target;
import cn.doublerandom.local.attack.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./suite attack}: the suite started on data of its own, attacked, and looked at again. */
@Command(name = "attack", description = "attack a suite of its own and say what broke")
final class AttackCommand implements Callable<Integer> {
  private static final int FIRST_PORT = 24_080;
  private static final String OFTEN = "10000";
  private static final String PASSWORD = "attacked-and-thrown-away";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Option(names = "--seed", description = "order of the waves")
  private long seed = 1;

  @Option(
      names = "--data",
      description = "directory of its data, made afresh; default .suite/attack")
  private @Nullable Path data;

  @Option(names = "--ports", description = "first of fifteen ports, 1024..65500")
  private @Nullable Integer base;

  @Override
  public Integer call() throws Exception {
    Home home = Home.find();
    Ports ports = base == null ? Ports.freeFrom(FIRST_PORT) : Given.ports(base);
    Path directory =
        Given.directoryOrNothing(
            (data == null ? home.root().resolve(".suite/attack") : data).toAbsolutePath());
    Infrastructure.requireDown(directory);
    DemoDirectory.prepare(directory);
    Tally tally = whole(home, directory, ports, seed, out);
    out.println(tally.verdict());
    return tally.broken().isEmpty() ? 0 : 1;
  }

  /** All of it: the office, the attack, the look afterwards. */
  static Tally whole(Home home, Path directory, Ports ports, long seed, PrintStream out)
      throws Exception {
    var stack = stack(home, directory, ports, out);
    var hook = new Thread(() -> stop(stack));
    Runtime.getRuntime().addShutdownHook(hook);
    var tally = new Tally(out::println);
    try (var office = new AttackOffice(stack, out)) {
      stack.start();
      office.open(home, directory);
      DemoCeremony ceremony = office.commitSealed();
      Target target = target(home, directory, ports, office.now());
      var after = new AfterAttack(stack, directory);
      var clerk = new Clerk(target);
      try (clerk) {
        new Attack(target, tally, out::println).whole(seed);
        ceremony.hold(() -> {});
        new Attack(target.with(office.now()), tally, out::println).overWhatIsSealed();
      }
      out.println("attack-clerk: acknowledged=" + clerk.acknowledged().size());
      tally.after(after.faults(clerk.acknowledged()));
    } finally {
      stack.stop();
    }
    Runtime.getRuntime().removeShutdownHook(hook);
    return tally;
  }

  private static void stop(Stack stack) {
    try {
      stack.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A stack whose gateway speaks TLS as well, on the port behind those of all stacks. */
  static Stack stack(Home home, Path directory, Ports ports, PrintStream out) throws Exception {
    var stack = new Stack(home, directory, ports, out);
    stack.setDate(Demo.FIRST_DATE);
    stack.setGateway(
        Map.ofEntries(
            Map.entry("quarkus.tls.key-store.p12.path", certificate(directory).toString()),
            Map.entry("quarkus.tls.key-store.p12.password", PASSWORD),
            Map.entry("quarkus.http.insecure-requests", "enabled"),
            Map.entry("quarkus.http.ssl-port", Integer.toString(secure(ports))),
            // All comes from one address; the limits of rates would answer for everything behind.
            Map.entry("suite.gateway.limits.anonymous.per-second", OFTEN),
            Map.entry("suite.gateway.limits.anonymous.burst", OFTEN),
            Map.entry("suite.gateway.limits.everybody.per-second", OFTEN),
            Map.entry("suite.gateway.limits.everybody.burst", OFTEN),
            Map.entry("suite.gateway.limits.signed-in.per-second", OFTEN),
            Map.entry("suite.gateway.limits.signed-in.burst", OFTEN),
            Map.entry("suite.gateway.limits.connections-per-address", OFTEN)));
    return stack;
  }

  /** The port after all those of a suite. */
  static int secure(Ports ports) {
    return ports.house();
  }

  private static Path certificate(Path directory) throws IOException, InterruptedException {
    Path file = PrivateFile.directory(directory.resolve("identity")).resolve("gateway.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:-UsePerfData",
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
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool 没有生成证书 keytool made no certificate in " + file);
    }
    return file;
  }

  /** Where to attack, with the office's own key to make tokens of any kind. */
  static Target target(Home home, Path directory, Ports ports, Office office) throws IOException {
    Map<String, URI> services = new LinkedHashMap<>();
    Map<String, Path> documents = new LinkedHashMap<>();
    for (String service : Home.SERVICES) {
      services.put(service, URI.create("http://127.0.0.1:" + ports.of(service)));
      documents.put(
          service,
          home.application(service).resolveSibling("quarkus").resolve("generated-bytecode.jar"));
    }
    return new Target(
        URI.create("http://127.0.0.1:" + ports.gateway()),
        URI.create("https://127.0.0.1:" + secure(ports)),
        services,
        documents,
        tokens(directory),
        office);
  }

  private static Tokens tokens(Path directory) throws IOException {
    try {
      Path file = directory.resolve("identity/demo-key.json");
      var key = (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file));
      return new Tokens(key, DemoIdentity.ISSUER, DemoIdentity.AUDIENCE);
    } catch (JoseException e) {
      throw new IOException("不是密钥 not a key", e);
    }
  }
}
