package cn.doublerandom.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Lets everything happen to the suite that happens to machines, on data of its own, while commands
 * come in; and says whether what was acknowledged is there, once, numbered and audited.
 */
@Command(
    name = "faults",
    description = "kills, freezes, a full disk and the like, and what must hold")
final class Faults implements Callable<Integer> {
  private static final int FIRST_PORT = 26_080;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Option(names = "--seed", description = "decides which faults come, and when; default 1")
  private long seed = 1;

  @Option(names = "--runs", description = "how many; default each fault once")
  private int runs = Fault.values().length;

  @Option(names = "--only", split = ",", description = "some of the faults, by name")
  private @Nullable List<String> only;

  @Option(names = "--data", description = "directory of its data, made afresh")
  private @Nullable Path data;

  @Option(names = "--ports", description = "first of fourteen ports, 1024..65500")
  private @Nullable Integer base;

  private int commands;
  private int violations;

  @Override
  public Integer call() throws Exception {
    List<Fault> chosen = chosen();
    if (chosen.isEmpty() || runs < 1) {
      throw Refused.line(
          "--runs 至少为 1；--only 可用的有 " + String.join(", ", codes()),
          "one run or more, and faults of these names only");
    }
    Home home = Home.find();
    Ports ports = base == null ? Ports.freeFrom(FIRST_PORT) : Given.ports(base);
    Path directory =
        Given.directoryOrNothing(
            (data == null ? home.root().resolve(".suite/faults") : data).toAbsolutePath());
    prepare(directory);
    try (SmallDisk disk = SmallDisk.at(directory, runs)) {
      PrivateFile.put(directory.resolve(MARK), "made by ./suite faults\n");
      run(new Stack(home, directory, ports, quiet(directory)), disk, directory, order(chosen));
    }
    out.printf("FAULTS runs=%d commands=%d violations=%d%n", runs, commands, violations);
    return violations == 0 ? 0 : 1;
  }

  private static final String MARK = "faults";

  /** Data of others are nobody's to clear. */
  private static void prepare(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Infrastructure.requireDown(directory);
    try (var content = Files.list(directory)) {
      if (content.findAny().isPresent() && !Files.exists(directory.resolve(MARK))) {
        throw new IOException(
            directory + " 不是故障演练的目录，请另选空目录 is not of ./suite faults; choose an empty directory");
      }
    }
    Scratch.clear(directory);
  }

  static List<String> codes() {
    return List.of(Fault.values()).stream().map(Fault::code).toList();
  }

  private List<Fault> chosen() {
    if (only == null) {
      return List.of(Fault.values());
    }
    List<Fault> found = only.stream().flatMap(code -> Fault.of(code).stream()).toList();
    return found.size() == only.size() ? found : List.of();
  }

  /** Every fault before any comes again, in an order of the seed. */
  private List<Fault> order(List<Fault> chosen) {
    var random = new Random(seed);
    List<Fault> order = new ArrayList<>();
    while (order.size() < runs) {
      List<Fault> round = new ArrayList<>(chosen);
      Collections.shuffle(round, random);
      order.addAll(round);
    }
    return order.subList(0, runs);
  }

  private static PrintStream quiet(Path directory) throws IOException {
    return new PrintStream(
        PrivateFile.output(directory.resolve("launcher.log")), true, StandardCharsets.UTF_8);
  }

  private void run(Stack stack, SmallDisk disk, Path directory, List<Fault> order)
      throws Exception {
    stack.setDate(Demo.FIRST_DATE);
    var hook = new Thread(() -> end(stack, disk));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      stack.start();
      for (int number = 1; number <= order.size(); number++) {
        one(stack, disk, directory, order.get(number - 1), number);
      }
    } finally {
      stack.stop();
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private static void end(Stack stack, SmallDisk disk) {
    try {
      stack.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      disk.close();
    }
  }

  private void one(Stack stack, SmallDisk disk, Path directory, Fault fault, int number)
      throws Exception {
    long began = System.nanoTime();
    String name = seed + "-" + number;
    var run = new FaultRun(stack, disk, directory, name, new Random(seed * 1_000_003 + number));
    FaultRun.Outcome outcome = run.of(fault, out);
    commands += outcome.found().commands();
    violations += outcome.violations().size();
    out.printf(
        "run %d %s: commands=%d lost=%d doubled=%d %s (%d s)%n",
        number,
        fault.code(),
        outcome.found().commands(),
        outcome.found().lost(),
        outcome.found().doubled(),
        outcome.figures(),
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    outcome.violations().forEach(violation -> out.println("  VIOLATION " + violation));
  }
}
