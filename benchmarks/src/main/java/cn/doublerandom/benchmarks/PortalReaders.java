package cn.doublerandom.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Who reads public pages of a service, without an account, again and again. */
final class PortalReaders implements AutoCloseable {
  /** Stands in an address for the number of a firm nobody asked for lately. */
  static final String ANOTHER = "{another}";

  private static final int MOST_SAMPLES = 2_000_000;

  private final ServiceProcess service;
  private final int notices;
  private final Duration lasting;
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @param notices as many names there are
   * @param lasting of one round
   */
  PortalReaders(ServiceProcess service, int notices, Duration lasting) {
    this.service = service;
    this.notices = notices;
    this.lasting = lasting;
  }

  /**
   * A page.
   *
   * @param answers the status it answers with
   * @param tag sent as what the reader has already; empty where he has nothing
   * @param goal least ratio; 0 where there is none
   */
  record Page(String name, String path, int answers, String tag, double goal) {}

  /**
   * What came of it.
   *
   * @param p50 milliseconds of an answer
   * @param p95 the same
   * @param p99 the same
   * @param perCpuSecond answers for a second of the server's CPU
   */
  record Measured(double p50, double p95, double p99, double perSecond, double perCpuSecond) {}

  /** By which a reader says that he has a page already; empty where it has none. */
  String tag(String path) throws IOException, InterruptedException {
    return http.send(request(path, ""), HttpResponse.BodyHandlers.ofString())
        .headers()
        .firstValue("ETag")
        .orElse("");
  }

  /** By requests a second of the server's CPU. */
  static Measured median(Measured[] rounds) {
    Measured[] ascending = rounds.clone();
    Arrays.sort(
        ascending, (one, other) -> Double.compare(one.perCpuSecond(), other.perCpuSecond()));
    return ascending[ascending.length / 2];
  }

  /** Nobody is signed in. */
  HttpRequest request(String path, String tag) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.request(path).build().uri()).header("Accept", "text/html");
    return tag.isEmpty() ? request.build() : request.header("If-None-Match", tag).build();
  }

  private String path(Page page) {
    return page.path().replace(ANOTHER, Integer.toString(1 + asked.getAndIncrement() % notices));
  }

  /** So many ask at once, and each again as soon as he has his answer. */
  Measured measure(Page page, int readers) throws Exception {
    double[] millis = new double[MOST_SAMPLES];
    var answers = new AtomicInteger();
    Queue<Exception> failed = new ConcurrentLinkedQueue<>();
    Duration before = service.cpu();
    long start = System.nanoTime();
    long end = start + lasting.toNanos();
    Thread[] threads = new Thread[readers];
    for (int i = 0; i < readers; i++) {
      threads[i] = Thread.ofVirtual().start(() -> ask(page, end, millis, answers, failed));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = service.cpu().minus(before).toMillis() / 1e3;
    Exception failure = failed.peek();
    if (failure != null) {
      throw failure;
    }
    int count = Math.min(answers.get(), MOST_SAMPLES);
    double[] ascending = Arrays.copyOf(millis, count);
    Arrays.sort(ascending);
    return new Measured(
        percentile(ascending, 50),
        percentile(ascending, 95),
        percentile(ascending, 99),
        answers.get() / seconds,
        answers.get() / cpu);
  }

  private static double percentile(double[] ascending, int of) {
    return ascending[Math.min(ascending.length - 1, ascending.length * of / 100)];
  }

  private void ask(
      Page page, long end, double[] millis, AtomicInteger answers, Queue<Exception> failed) {
    try {
      while (failed.isEmpty() && System.nanoTime() - end < 0) {
        HttpRequest request = request(path(page), page.tag());
        long asked = System.nanoTime();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != page.answers()) {
          throw new IOException(page.path() + ": " + status);
        }
        int at = answers.getAndIncrement();
        if (at < MOST_SAMPLES) {
          millis[at] = (System.nanoTime() - asked) / 1e6;
        }
      }
    } catch (IOException e) {
      failed.add(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
