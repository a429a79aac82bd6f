package cn.doublerandom.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The commands behind {@code ./suite} that need a running JVM. */
@Command(
    name = "suite",
    subcommands = {
      Replay.class,
      Explain.class,
      Export.class,
      RebuildTopics.class,
      AdoptPersonalData.class,
      Backup.class,
      Restore.class,
      WitnessCommand.class,
      AttackCommand.class,
      Faults.class
    })
public final class Suite {
  /** Tokens are good for twelve hours: while the suite is up, they never run out. */
  private static final int RENEWAL_HOURS = 6;

  private static final long STOP_SECONDS = 300;

  /** Nothing is wrong as far as can be seen, but the topics are not told yet. */
  static final int AUDIT_OPEN = 3;

  private final Home home = Home.find();
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Suite() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command; its exit status. */
  static int run(String... arguments) {
    return run(new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments);
  }

  /**
   * Runs one command.
   *
   * @param errors where a refusal is told
   */
  static int run(PrintWriter errors, String... arguments) {
    return commands()
        .setErr(errors)
        .setExecutionExceptionHandler((failure, command, parsed) -> Refusals.of(failure, command))
        .setParameterExceptionHandler((wrong, given) -> Refusals.of(wrong))
        .execute(arguments);
  }

  /** All commands, each of which explains itself. */
  static CommandLine commands() {
    var all = new CommandLine(new Suite());
    explained(all);
    return all;
  }

  private static void explained(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).description("this text").build());
    command.getSubcommands().values().forEach(Suite::explained);
  }

  private Path data(@Nullable Path given) throws Refused {
    Path data = given == null ? home.root().resolve(".suite/data") : given;
    return Given.directoryOrNothing(data.toAbsolutePath());
  }

  @Command(name = "up", description = "start everything and keep it running until Ctrl-C")
  int up(
      @Option(names = "--data", description = "directory of all data") @Nullable Path data,
      @Option(names = "--ports", description = "first of fourteen ports, 1024..65500")
          @Nullable Integer base,
      @Option(names = "--date", description = "business date, demonstrations only")
          @Nullable LocalDate date,
      @Option(
              names = "--https",
              paramLabel = "HOST",
              description = "serve the network of the house too, by this address of the machine")
          @Nullable String host)
      throws Exception {
    Ports ports = base == null ? Ports.DEFAULT : Given.ports(base);
    Optional<LocalDate> day =
        date == null ? Optional.empty() : Optional.of(Given.day("--date", date));
    Path directory = data(data);
    Infrastructure.requireDown(directory);
    Infrastructure.requireWhole(directory);
    OwnDirectory.require(directory);
    Optional<HouseTls> house =
        host == null
            ? Optional.empty()
            : Optional.of(new HouseTls(directory.resolve("gateway/tls"), Given.host(host)));
    var stack = new Stack(home, directory, ports, out);
    if (house.isPresent()) {
      Optional<String> taken = ports.houseTaken();
      if (taken.isPresent()) {
        throw new IOException(
            taken.get() + "; 请用 --ports BASE 换一组 choose others with --ports BASE");
      }
      house.get().prepare();
      stack.setGateway(house.get().settings(ports));
    }
    day.ifPresent(stack::setDate);
    ports.lent().ifPresent(out::println);
    var failed = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopWell(stack, failed.get())));
    try {
      stack.start();
      new UpWords(home, out).tell(stack, house, directory);
      DemoPractice.beside(home, stack, day, out);
    } catch (Exception e) {
      failed.set(true);
      throw e;
    }
    // Until Ctrl-C or down; then the hook ends the process.
    var ended = new CountDownLatch(1);
    while (!ended.await(RENEWAL_HOURS, TimeUnit.HOURS)) {
      new Accounts(directory, stack.identity()).renew(home);
    }
    return 0;
  }

  /** Whoever is told to stop and stops has done well; the JVM would say 143. */
  private static void stopWell(Stack stack, boolean failed) {
    try {
      stack.stop();
    } catch (Exception e) {
      System.err.println("suite: " + Refusals.words(e));
      Runtime.getRuntime().halt(1);
    }
    System.out.flush();
    Runtime.getRuntime().halt(failed ? 1 : 0);
  }

  private static void stop(Stack stack, CountDownLatch ended) {
    try {
      stack.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      ended.countDown();
    }
  }

  @Command(name = "down", description = "stop what up started")
  int down(@Option(names = "--data", description = "directory of all data") @Nullable Path data)
      throws Exception {
    Path directory = data(data);
    Optional<ProcessHandle> running = Infrastructure.running(directory);
    if (running.isPresent()) {
      running.get().destroy();
      running.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    }
    List<Left> left = Left.of(directory);
    if (running.isEmpty() && left.isEmpty()) {
      out.println("没有启动 nothing is up on " + directory);
      return 0;
    }
    if (!left.isEmpty()) {
      out.println("启动程序已不在，等待其余程序结束 the launcher is gone; ending: " + Left.names(left));
      left.forEach(one -> one.process().destroy());
      Left.awaitEnd(directory);
      UpFile.clear(directory);
    }
    out.println("已停止 stopped");
    return 0;
  }

  @Command(name = "status", description = "how each part is")
  int status(@Option(names = "--data", description = "directory of all data") @Nullable Path data)
      throws Exception {
    Path directory = data(data);
    boolean isUp = Infrastructure.running(directory).isPresent();
    List<Left> left = isUp ? List.of() : Left.of(directory);
    if (!left.isEmpty()) {
      out.println("启动程序已不在，其余程序正在结束 the launcher is gone; ending: " + Left.names(left));
      return 1;
    }
    if (!isUp) {
      out.println("没有启动 nothing is up on " + directory);
      return 1;
    }
    List<String> parts = UpFile.state(directory);
    parts.forEach(out::println);
    if (parts.isEmpty()) {
      out.println("正在启动 starting: nothing is told yet");
      return 1;
    }
    return parts.stream().allMatch(part -> part.contains(" running ")) ? 0 : 1;
  }

  @Command(name = "demo", description = "the 2023 plan from claim to public notice, on fresh data")
  int demo(
      @Option(names = "--data", description = "directory of all data") @Nullable Path data,
      @Option(names = "--times", description = "say how long each step took and waited")
          boolean timed)
      throws Exception {
    var times = new StepTimes();
    times.begin("启动");
    Path directory = data(data == null ? home.root().resolve(".suite/demo") : data);
    Infrastructure.requireDown(directory);
    DemoDirectory.prepare(directory)
        .forEach(other -> out.println("保留不属于演示的文件：" + directory.resolve(other)));
    out.println("启动 PostgreSQL、Kafka、四个服务和网关 …");
    var stack = new Stack(home, directory, Ports.freeFrom(18_080), out);
    stack.setDate(Demo.FIRST_DATE);
    var ended = new CountDownLatch(1);
    var hook = new Thread(() -> stop(stack, ended));
    Runtime.getRuntime().addShutdownHook(hook);
    stack.start("registry", "draw");
    String result = new Demo(home, stack, directory, out, times).run();
    times.begin("停止");
    Runtime.getRuntime().removeShutdownHook(hook);
    stop(stack, ended);
    times.end();
    if (timed) {
      times.print(out);
    }
    out.println(result);
    return result.endsWith("audit=OK") ? 0 : 1;
  }

  /** Training: what the programs load on the way of one draw is kept for the next start. */
  @Command(name = "train", hidden = true, description = "make the AOT caches; part of build")
  int train(
      @Option(
              names = "--start-only",
              description = "what they load until they are ready; less, sooner")
          boolean startOnly)
      throws Exception {
    if (!Jvm.canTrain()) {
      return 0;
    }
    Path directory = home.root().resolve(".suite/training");
    Scratch.clear(directory);
    Files.createDirectories(home.caches());
    var jvm = new Jvm(home.caches(), true);
    var stack = new Stack(home, directory, Ports.freeFrom(22_080), out, jvm);
    stack.setDate(Demo.FIRST_DATE);
    var ended = new CountDownLatch(1);
    var hook = new Thread(() -> stop(stack, ended));
    Runtime.getRuntime().addShutdownHook(hook);
    stack.start();
    if (!startOnly) {
      new Demo(home, stack, directory, out).rehearseToTheArchive();
    }
    Runtime.getRuntime().removeShutdownHook(hook);
    stop(stack, ended);
    Scratch.clear(directory);
    return 0;
  }

  @Command(name = "audit", description = "recompute chains, compare with Kafka, verify every draw")
  int audit(
      @Option(names = "--data", description = "directory of all data") @Nullable Path data,
      @Option(names = "--witness", description = "directory with the checkpoints a witness keeps")
          @Nullable Path witness)
      throws Exception {
    Path directory = data(data);
    Path witnessed = witness == null ? directory.resolve("witness") : Given.directory(witness);
    try (var infrastructure = Infrastructure.of(directory, true)) {
      return audit(infrastructure, directory, witnessed, out);
    }
  }

  static int audit(Infrastructure on, Path directory, Path witnessed, PrintStream out)
      throws IOException, InterruptedException {
    try (var evidence = new EvidenceCheck(directory, System.getenv())) {
      var audit = new Audit(on.kafka(), on.postgres(), witnessed).with(evidence);
      String verdict = (on.isAtRest() ? audit.atRest() : audit).run();
      out.println(verdict);
      return verdict.startsWith("AUDIT OPEN")
          ? AUDIT_OPEN
          : verdict.startsWith("AUDIT OK") ? 0 : Refusals.NOT_DONE;
    }
  }
}
