package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Each person's part of a ceremony, on that person's own side: what must not be known before its
 * time stays in a directory of his own.
 */
@Command(
    name = "witness",
    description = "a witness, the operator or the supervisor of a ceremony, each for himself")
final class WitnessCommand {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A minute, and what the outside witness needs to see the commit. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration POLL = Duration.ofMillis(500);

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** Where the suite is, who acts, and where his own things are kept. */
  static final class Person {
    @Option(
        names = "--server",
        defaultValue = "http://localhost:8080",
        description = "address of the suite; default ${DEFAULT-VALUE}")
    private URI server = URI.create("http://localhost:8080");

    @Option(names = "--token", description = "file with the bearer token of your account")
    private @Nullable Path token;

    @Option(
        names = "--keep",
        defaultValue = ".suite/ceremony",
        description = "your own directory, readable by you alone; default ${DEFAULT-VALUE}")
    private Path keep = Path.of(".suite/ceremony");

    CeremonyClient client() throws IOException {
      return new CeremonyClient(server, Optional.ofNullable(token));
    }

    Path file(String name) throws Refused {
      return Given.directoryOrNothing(keep).resolve(name.replaceAll("[^\\p{L}\\p{N}.-]", "_"));
    }
  }

  /** Of a witness: the draw, the name in it, and the code of one who has no account. */
  static final class Part {
    @Option(names = "--draw", required = true, description = "id of the draw")
    private String drawId = "";

    @Option(names = "--name", required = true, description = "your name in the commit")
    private String name = "";

    @Option(
        names = "--code",
        description = "the one-time code you were given, if you have no account")
    private @Nullable String code;

    Map<String, Object> body(Map<String, Object> own) {
      Map<String, Object> body = new LinkedHashMap<>(own);
      if (code != null) {
        body.put("code", code);
      }
      return body;
    }

    KeptSecret kept(Person person) throws Refused {
      return new KeptSecret(person.file(drawId + "-" + name));
    }

    String path(String step) {
      return "/draw/api/v1/draws/"
          + Client.part(drawId)
          + "/"
          + (code == null ? "" : "code-")
          + step;
    }
  }

  @Command(name = "promise", description = "before the commit: choose a value, keep it, promise it")
  int promise(
      @Mixin Person person,
      @Mixin Part part,
      @Option(names = "--value", description = "what you throw or think of; random if absent")
          @Nullable String value)
      throws Exception {
    var chosen = Witness.choosing(part.name, value == null ? Witness.operatorSecret() : value);
    String text = JSON.writeValueAsString(chosen.contribution());
    KeptSecret kept = part.kept(person);
    CeremonyClient client = person.client();
    // Kept before it is sent: a promise whose value is lost can never be revealed.
    kept.sendOnce(
        () -> text,
        own -> {
          client.post(part.path("promises"), part.body(witness(own).promise()));
          return null;
        },
        own -> CeremonySteps.hasPromised(client, part.drawId, witness(own)));
    out.println("已承诺；数值保存在 " + kept.file());
    return 0;
  }

  private static Witness witness(String kept) throws IOException {
    JsonNode own = JSON.readTree(kept);
    return new Witness(
        own.path("by").asText(), own.path("nonce").asText(), own.path("value").asText());
  }

  @Command(name = "reveal", description = "a minute after the commit: reveal what you promised")
  int reveal(
      @Mixin Person person,
      @Mixin Part part,
      @Option(names = "--wait", description = "wait until the minute is over") boolean wait)
      throws Exception {
    Witness own = witness(part.kept(person).read());
    CeremonyClient client = person.client();
    if (wait) {
      awaitMinute(client, part.drawId);
    }
    client.post(part.path("contributions"), part.body(own.contribution()));
    out.println("已公布：" + own.value());
    return 0;
  }

  private static void awaitMinute(CeremonyClient client, String drawId)
      throws IOException, InterruptedException {
    if (!Patience.until(PATIENCE, POLL, () -> isOver(CeremonySteps.revealFrom(client, drawId)))) {
      throw new IOException("外部见证人至今没有会签承诺 nobody outside has cosigned the commit of " + drawId);
    }
  }

  private static boolean isOver(String from) {
    return !from.isEmpty() && !Instant.now().isBefore(Instant.parse(from));
  }

  @Command(
      name = "key",
      description = "supervisor: make a key, keep its secret half, register the public one")
  int key(@Mixin Person person) throws Exception {
    CeremonyClient client = person.client();
    Path file = person.file("supervisor.key");
    if (!Files.exists(file)) {
      DepositSeal.Key fresh = DepositSeal.Key.fresh();
      PrivateFile.write(file, fresh.secretHalf() + "\n" + fresh.publicHalf() + "\n");
    }
    DepositSeal.Key key = key(Files.readString(file));
    CeremonySteps.register(client, key);
    out.println("已登记监督人公钥 " + key.publicHalf() + "；私钥保存在 " + file);
    return 0;
  }

  private static DepositSeal.Key key(String kept) throws Refused {
    List<String> lines = kept.lines().toList();
    if (lines.size() < 2) {
      throw Refused.now(
          "自己目录中的密钥文件不完整，请从备份取回",
          "the key file of your own directory is not whole; take it from your copy");
    }
    return new DepositSeal.Key(lines.get(0), lines.get(1));
  }

  @Command(
      name = "deposit",
      description = "operator: make a secret, keep it, lay it down sealed to the supervisor's key")
  int deposit(
      @Mixin Person person,
      @Option(names = "--draw", required = true, description = "id of the draw") String drawId)
      throws Exception {
    KeptSecret kept = new KeptSecret(person.file(drawId + "-operator.secret"));
    CeremonyClient client = person.client();
    String key = CeremonySteps.newestKey(client);
    KeptSecret.Step<@Nullable Void> send =
        secret -> {
          CeremonySteps.deposit(client, drawId, secret.strip(), key);
          return null;
        };
    if (Files.exists(kept.file())) {
      // Laid down before; again, for a supervisor who could not open it.
      send.with(kept.read());
    } else {
      kept.sendOnce(
          () -> Witness.operatorSecret() + "\n",
          send,
          secret -> CeremonySteps.isDeposited(client, drawId, secret.strip()));
    }
    out.println("已密封交存；秘密保存在 " + kept.file());
    return 0;
  }

  @Command(name = "open", description = "supervisor: open the deposit here, and say what was found")
  int open(
      @Mixin Person person,
      @Option(names = "--draw", required = true, description = "id of the draw") String drawId)
      throws Exception {
    DepositSeal.Key key = key(new KeptSecret(person.file("supervisor.key")).read());
    String secret = CeremonySteps.open(person.client(), drawId, key);
    Path file = person.file(drawId + "-supervisor.secret");
    if (!Files.exists(file)) {
      PrivateFile.write(file, secret + "\n");
    }
    out.println("启封相符，已确认；统筹人员十分钟内不公布时用 " + file + " 代为公布");
    return 0;
  }

  @Command(
      name = "complete",
      description = "operator, or supervisor after ten minutes: reveal the secret and draw")
  int complete(
      @Mixin Person person,
      @Option(names = "--draw", required = true, description = "id of the draw") String drawId)
      throws Exception {
    KeptSecret own = new KeptSecret(person.file(drawId + "-operator.secret"));
    KeptSecret opened = new KeptSecret(person.file(drawId + "-supervisor.secret"));
    String secret = (own.isThere() ? own : opened).read().strip();
    JsonNode drawn = CeremonySteps.execute(person.client(), drawId, secret);
    out.println(drawId + " " + drawn.path("phase").asText());
    return 0;
  }
}
