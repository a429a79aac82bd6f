package cn.doublerandom.benchmarks;

import static cn.doublerandom.benchmarks.SideBySide.Goal.AT_LEAST;
import static cn.doublerandom.benchmarks.SideBySide.Goal.AT_MOST;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.draw.drawing.external.Quicknet;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.Seed;
import cn.doublerandom.verifier.Verify;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./suite bench draw}: tickets beside consistent sampling in Python, the whole draw of a
 * million, its verification, and teams with their certificates.
 */
final class DrawBench {
  private static final int MILLION = 1_000_000;
  private static final Seed SEED = new Seed("5e".repeat(32));
  private static final String SECRET = "30".repeat(32);
  private static final Entropy.Contribution A = new Entropy.Contribution("甲", "00".repeat(16), "1");
  private static final Entropy.Contribution B = new Entropy.Contribution("乙", "11".repeat(16), "2");
  private static final double NANOS = 1e9;

  /**
   * Consistent sampling as R. L. Rivest describes it (arXiv 1808.10016 and the package's page):
   * each id gets a ticket whose number is a decimal fraction given as a string, from the hash of
   * seed and id; the tickets go into a heap, and a generator gives them out by ascending number.
   */
  private static final String PYTHON =
      """
      import collections, hashlib, heapq, sys, time
      Ticket = collections.namedtuple("Ticket", "ticket_number generation id")
      DIGITS = 77
      def ticket(seed, one):
          number = int(hashlib.sha256(("%s,%s" % (seed, one)).encode()).hexdigest(), 16)
          return Ticket("0.%0*d" % (DIGITS, number % 10 ** DIGITS), 1, one)
      def sampler(ids, seed):
          heap = [ticket(seed, one) for one in ids]
          heapq.heapify(heap)
          while heap:
              yield heapq.heappop(heap)
      count, want = int(sys.argv[1]), int(sys.argv[2])
      ids = ["91130534MA%08d" % i for i in range(count)]
      start = time.process_time()
      drawn = [one for one, n in zip(sampler(ids, "5e5e5e"), range(want))]
      print((time.process_time() - start) / count * 1e9)
      """;

  /** The same idea with nothing but the hash, for the reader who wonders. */
  private static final String LEAN_PYTHON =
      """
      import hashlib, heapq, sys, time
      count, want = int(sys.argv[1]), int(sys.argv[2])
      ids = ["91130534MA%08d" % i for i in range(count)]
      start = time.process_time()
      drawn = heapq.nsmallest(want, ((hashlib.sha256(b"5e5e5e," + i.encode()).digest(), i) for i in ids))
      print((time.process_time() - start) / count * 1e9)
      """;

  /** Round 657413 of quicknet (docs/vectors/drand.json). */
  private static final long ROUND = 657_413;

  private static final String SIGNATURE =
      "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b";

  private final SideBySide sides = new SideBySide();

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 1 && arguments[0].equals("ten-million")) {
      List<FrameEntry> frame = frame(10 * MILLION);
      int drawn =
          drawWhole(new FrozenLists(frame, inspectors(10), List.of()), 100).selected().size();
      // Read by the process that started this one.
      System.out.println("drawn " + drawn);
      return;
    }
    System.exit(new DrawBench().run());
  }

  private static double cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Rows as a register gives them, one after the other. */
  private static List<FrameEntry> frame(int size) {
    return new AbstractList<>() {
      @Override
      public FrameEntry get(int i) {
        return new FrameEntry("91130534MA" + Integer.toString(100_000_000 + i).substring(1), "ALL");
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private static List<InspectorEntry> inspectors(int count) {
    List<InspectorEntry> inspectors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      inspectors.add(
          new InspectorEntry(
              "JT%04d".formatted(i),
              i % 3 == 0 ? List.of("unit:brigade") : List.of(),
              i % 5,
              MILLION));
    }
    return inspectors;
  }

  private record Made(Commit commit, FrozenLists lists, DrawComputation.Outcome outcome) {
    List<String> selected() {
      return outcome.result().selected();
    }

    byte[] bundle() {
      Map<String, Object> bundle = new LinkedHashMap<>();
      bundle.put("protocol", Commit.PROTOCOL);
      bundle.put("commit", commit.json());
      bundle.put("commitHash", commit.hash());
      bundle.put("frame", lists.frameJson());
      bundle.put("inspectors", lists.inspectorsJson());
      bundle.put("recusals", lists.recusalsJson());
      bundle.put("result", outcome.result().json());
      bundle.put("certificate", outcome.certificate().orElse(Map.of()));
      bundle.put("resultHash", outcome.result().hash());
      return CanonicalJson.bytes(bundle);
    }
  }

  /** From the lists to the result: the root of the frame, tickets, selection and teams. */
  private static Made drawWhole(FrozenLists lists, int count) {
    int size = lists.frame().size();
    Commit commit =
        new Commit(
            "130534-2023001-001-1",
            "2023001",
            "001",
            1,
            Optional.empty(),
            "bench",
            "2023-03-20T16:00:00Z",
            new Commit.Stage.Whole(
                lists.frameRoot(),
                size,
                List.of(new Commit.Stratum("ALL", count, Math.min(size, MILLION))),
                Optional.empty(),
                3),
            Commit.Roots.of(lists),
            List.of(List.of("unit:brigade"), List.of()),
            new Entropy.CeremonyPromise(
                Hashes.ofSecret(SECRET),
                List.of(
                    new Entropy.Witness("甲", A.commitment()),
                    new Entropy.Witness("乙", B.commitment()))));
    return new Made(
        commit,
        lists,
        DrawComputation.draw(commit, lists, new Entropy.CeremonyReveal(SECRET, List.of(A, B))));
  }

  private double ticketNanos(List<String> ids) {
    double start = cpuNanos();
    if (SEED.firstBySubjectTicket(ids, 100).size() != 100) {
      throw new IllegalStateException("a hundred are asked for");
    }
    return (cpuNanos() - start) / ids.size();
  }

  private static double seconds(Runnable work) {
    double start = cpuNanos();
    work.run();
    return (cpuNanos() - start) / NANOS;
  }

  private double tenMillionInOneGibibyte() throws Exception {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DrawBench.class.getName(),
                "ten-million")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean drawn = process.waitFor() == 0 && said.contains("drawn");
    return drawn ? (System.nanoTime() - start) / NANOS : Double.NaN;
  }

  private int run() throws Exception {
    List<FrameEntry> frame = frame(MILLION);
    List<String> ids = frame.stream().map(FrameEntry::id).toList();
    FrozenLists lists = new FrozenLists(frame, inspectors(10), List.of());
    for (int warm = 0; warm < 5; warm++) {
      drawWhole(lists, 100);
    }
    // The hash is compiled anew several times before it settles; until then it is half as fast.
    for (int warm = 0; warm < 30; warm++) {
      ticketNanos(ids);
    }
    sides.measure("ticket phase, ns of CPU a subject, 10^6", AT_MOST, 100, () -> ticketNanos(ids));
    sides.compare(
        "subjects ticketed a second of CPU",
        "Rivest's consistent sampling in Python",
        AT_LEAST,
        50,
        () -> NANOS / ticketNanos(ids),
        () -> NANOS / PythonPeer.nanos(PYTHON, MILLION));
    sides.compare(
        "subjects ticketed a second of CPU",
        "the bare hash and nsmallest in Python",
        AT_LEAST,
        5,
        () -> NANOS / ticketNanos(ids),
        () -> NANOS / PythonPeer.nanos(LEAN_PYTHON, MILLION));
    sides.measure(
        "whole draw of 10^6 with the frame's root, s of CPU",
        AT_MOST,
        0.5,
        () -> seconds(() -> drawWhole(lists, 100)));
    byte[] bundle = drawWhole(lists, 100).bundle();
    for (int warm = 0; warm < 8; warm++) {
      requireOk(bundle);
    }
    sides.measure(
        "verifying a bundle of 10^6 in Java, s of CPU",
        AT_MOST,
        2,
        () -> seconds(() -> requireOk(bundle)));
    sides.measure(
        "beacon check, s of CPU", AT_MOST, 0.005, () -> seconds(DrawBench::requireBeacon));
    teams(300, 60, 0.5);
    teams(2_000, 200, 2);
    teams(10_000, 200, 60);
    teams(4_000, 800, 4);
    teams(10_000, 2_000, 15);
    System.out.printf(
        "draw of 10^7 with a heap of 1 GiB, s from start to end: %.1f%n",
        tenMillionInOneGibibyte());
    System.out.printf("%d goals missed%n", sides.missed());
    return 0;
  }

  private static void requireBeacon() {
    if (!Quicknet.holds(ROUND, SIGNATURE)) {
      throw new IllegalStateException("round %d is quicknet's".formatted(ROUND));
    }
  }

  private static void requireOk(byte[] bundle) {
    Verify.Verdict verdict = Verify.check(bundle);
    if (!verdict.isOk()) {
      throw new IllegalStateException(verdict.code() + " " + verdict.detail());
    }
  }

  private void teams(int subjects, int inspectors, double bound) throws Exception {
    FrozenLists lists = new FrozenLists(frame(subjects), inspectors(inspectors), List.of());
    byte[] bundle = drawWhole(lists, subjects).bundle();
    sides.measure(
        "teams %d × %d, s of CPU".formatted(subjects, inspectors),
        AT_MOST,
        bound,
        () -> seconds(() -> drawWhole(lists, subjects)));
    sides.measure(
        "verifying them and their certificate, s of CPU",
        AT_MOST,
        0.05,
        () -> seconds(() -> requireOk(bundle)));
  }
}
