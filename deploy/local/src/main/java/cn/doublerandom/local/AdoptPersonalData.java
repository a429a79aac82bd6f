package cn.doublerandom.local;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.checkpoint.LogKeys;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.eventstore.person.MasterKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Copies ledgers in which people stand in clear into new ones in which everything of a person is
 * sealed, event by event and in order (docs/adr/0028). The old directory is read from a copy of its
 * files and stays as it was.
 */
@Command(
    name = "adopt-personal-data",
    description = "copy ledgers in which people stand in clear into new ones that seal them")
final class AdoptPersonalData implements Callable<Integer> {
  /** What is said of the old ledgers lies here. */
  static final String EVIDENCE = "adopted-from";

  /** There while a copy is being made: the old database's files. */
  static final String UNFINISHED = "being-copied";

  /** As accounts are written; whose they are only the office knows. */
  private static final Pattern ACCOUNT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,99}");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--into", required = true, description = "empty directory for the new ledgers")
  private Path into = Path.of("adopted");

  @Option(
      names = "--by",
      required = true,
      description = "account that orders it, as whoever runs this says; nothing checks it")
  private String by = "";

  @Option(
      names = "--approved-by",
      required = true,
      description = "another account, which has agreed, as whoever runs this says")
  private String approvedBy = "";

  @Override
  public Integer call() throws Exception {
    Path old = data.directory();
    Path target = into.toAbsolutePath().normalize();
    requireTwo();
    Given.data(old);
    Infrastructure.requireDown(old);
    requireApart(old, target);
    Given.empty(target, Set.of());
    PrivateFile.directory(target);
    // Half a copy would be people in clear in one more place, also where somebody ends this.
    try (var unfinished = new Unfinished(target)) {
      String verdict = adopt(old, target);
      out.println(verdict);
      if (!verdict.startsWith("AUDIT OK")) {
        return Refusals.NOT_DONE;
      }
      unfinished.finished();
    }
    out.println(
        "提出人 "
            + by
            + " 和同意人 "
            + approvedBy
            + " 以执行本命令的人所写为准，系统没有核对"
            + "  who ordered and who agreed is the word of whoever ran this");
    out.println("ADOPT OK " + target + "; " + old + " 未改动 is as it was");
    return 0;
  }

  private void requireTwo() throws Refused {
    for (String account : List.of(by, approvedBy)) {
      if (!ACCOUNT.matcher(account).matches()) {
        throw Refused.line(
            "--by 和 --approved-by 应为账号：1 至 100 个字母、汉字、数字、点、横线、下划线或 @，收到 " + account,
            "an account has letters, digits, dots, dashes, underlines and @ only");
      }
    }
    if (SecondPerson.isSame(by, approvedBy)) {
      throw Refused.line(
          "--by 和 --approved-by 应为两个人的账号，收到 " + by + " 和 " + approvedBy,
          "these must be the accounts of two people");
    }
  }

  /** The old directory stays as it is, and will be destroyed one day: neither lies in the other. */
  private static void requireApart(Path old, Path target) throws IOException {
    Path there = target;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    Path real = there.toRealPath().resolve(there.relativize(target)).normalize();
    if (real.startsWith(old.toRealPath()) || old.toRealPath().startsWith(real)) {
      throw Refused.now(target + " 与原数据目录重叠，请另选", "overlaps the old directory; choose another one");
    }
  }

  private String adopt(Path old, Path target) throws Exception {
    keys(old.resolve("identity"), target.resolve("identity"));
    Path copy = target.resolve(UNFINISHED);
    files(old.resolve("postgres"), copy);
    try (LocalPostgres from = LocalPostgres.start(copy, 0);
        LocalPostgres to = LocalPostgres.start(target.resolve("postgres"), 0)) {
      Migrations.run(from.port());
      Map<String, AdoptedLedger.Copied> copied = ledgers(from, to, old, target);
      new AdoptedPlaces(from.port(), to.port()).put();
      for (String service : Home.SERVICES) {
        tell(copied, service);
      }
      return broker(to, target);
    } finally {
      Scratch.clear(copy);
    }
  }

  /** All keys but those that sign the ledgers: one key never signs two histories. */
  private static void keys(Path from, Path to) throws IOException {
    new KeyFiles(from).copyTo(to);
    try (Stream<Path> files = Files.list(to)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("checkpoint-")) {
          Files.delete(file);
        }
      }
    }
    new Identity(to).prepare();
  }

  /** The files of the old database; its programs, where they lie there, are not needed. */
  private static void files(Path from, Path to) throws IOException {
    Path programs = from.resolve("work");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> !f.startsWith(programs)).toList()) {
        PrivateFile.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private Map<String, AdoptedLedger.Copied> ledgers(
      LocalPostgres from, LocalPostgres to, Path old, Path target) throws Exception {
    var order = new AdoptedLedger.Order(by, approvedBy);
    var identity = Identity.of(target);
    Map<String, AdoptedLedger.Copied> copied = new LinkedHashMap<>();
    try (var people = new PeopleOf(Home.find(), MasterKey.read(identity.master()))) {
      ResidentNumbers numbers = ResidentNumbers.find(from.port(), people);
      numbers.kept().forEach(out::println);
      for (String service : Home.SERVICES) {
        to.database(service);
        if (Backup.OWN_TABLES.containsKey(service)) {
          Migrations.all(service, to.port(), Home.find());
        } else {
          Migrations.eventStore(service, to.port());
        }
        try (Connection source = Databases.open(from.port(), service);
            Connection sink = Databases.open(to.port(), service)) {
          var one =
              new AdoptedLedger(service, source, sink, from.port(), to.port(), order)
                  .copy(people, numbers, identity);
          copied.put(service, one);
          Path evidence = target.resolve(EVIDENCE);
          AdoptionEvidence.write(service, source, Identity.of(old), identity, evidence);
          if (one.changed() == 0) {
            AdoptionEvidence.chain(service, source, evidence);
          }
        }
      }
      AdoptionEvidence.order(order, target.resolve(EVIDENCE));
      AdoptionEvidence.witnessed(
          old.resolve("witness"), Identity.of(old).logKeys(), target.resolve(EVIDENCE));
    }
    return copied;
  }

  private void tell(Map<String, AdoptedLedger.Copied> copied, String service) {
    AdoptedLedger.Copied one = copied.get(service);
    if (one != null) {
      out.printf(
          "%s：已复制账目 %d 条，前有一条载明原账本根 %s；重新密封人员 %d 条，其中 %d 条此前已清除"
              + "  entries copied after one that names the old root; people sealed anew, some of"
              + " them erased before%n",
          service, one.size(), one.root(), one.changed(), one.erased());
      one.kept().forEach(line -> out.println("  " + line));
    }
  }

  private String broker(LocalPostgres postgres, Path target) throws Exception {
    var own = LogKeys.read(Identity.of(target).logKeys());
    try (LocalKafka kafka = LocalKafka.start(target.resolve("kafka"), 0, 0)) {
      Home.createTopics(kafka.bootstrapServers());
      for (String service : Home.SERVICES) {
        RebuildTopics.tell(service, postgres.port(), kafka.bootstrapServers(), own);
        out.println("已重新发布  told: " + String.join(", ", Home.topics(service)));
      }
      return new Audit(kafka.port(), postgres.port(), target.resolve("witness")).run();
    }
  }
}
