package cn.doublerandom.local;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * {@code postgres DIR PORT PARENT} or {@code kafka DIR PORT CONTROLLER PARENT}: keeps one part of
 * the infrastructure running until it is told to stop or its parent is gone. Where the server dies
 * this process dies too, so that whoever watches it starts both again.
 */
final class InfrastructureProcess {
  /** A server writes its number before anything else; a machine under load takes its time. */
  private static final Duration WITHOUT_SERVER = Duration.ofSeconds(8);

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int NOT_STARTED = 1;
  private static final int SERVER_DIED = 3;

  private InfrastructureProcess() {}

  public static void main(String[] arguments) throws Exception {
    try {
      serve(arguments);
    } catch (Exception | LinkageError e) {
      // A broker that cannot have its port leaves threads behind, which would keep this process;
      // what it writes here is its log.
      e.printStackTrace();
      Runtime.getRuntime().halt(NOT_STARTED);
    }
  }

  private static void serve(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[1]);
    int port = Integer.parseInt(arguments[2]);
    var stop = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    AutoCloseable server;
    switch (arguments[0]) {
      case "postgres" -> {
        LocalPostgres postgres = postgres(directory, port);
        dieWith(postgres::awaitDeath, stop);
        server = postgres;
      }
      case "kafka" -> {
        LocalKafka kafka = LocalKafka.start(directory, port, Integer.parseInt(arguments[3]));
        dieWith(kafka::awaitDeath, stop);
        server = kafka;
      }
      default ->
          throw new IllegalArgumentException(
              "应为 postgres 或 kafka  postgres or kafka, got " + arguments[0]);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, stopped)));
    long parent = Long.parseLong(arguments[arguments.length - 1]);
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          ProcessHandle.of(parent).ifPresent(handle -> handle.onExit().join());
          System.exit(0);
        });
    stop.await();
    server.close();
    stopped.countDown();
  }

  private interface Death {
    void await() throws InterruptedException;
  }

  /** Nothing is left to be closed then: what closes a server asks the server. */
  private static void dieWith(Death death, CountDownLatch stop) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            death.await();
          } catch (InterruptedException e) {
            return;
          }
          if (stop.getCount() > 0) {
            System.err.println("the server is gone, so this process ends too");
            Runtime.getRuntime().halt(SERVER_DIED);
          }
        });
  }

  private static void end(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The start asks for a connection until its patience is over, also where the server went at once,
   * as on a full disk. A cluster that is made first has no server for a while.
   */
  private static void endWithoutServer(Path directory, CountDownLatch begun) {
    if (!Files.exists(directory.resolve("data/PG_VERSION"))) {
      return;
    }
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            long seen = System.nanoTime();
            while (!begun.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
              if (LocalPostgres.pid(directory) > 0) {
                seen = System.nanoTime();
              } else if (System.nanoTime() - seen > WITHOUT_SERVER.toNanos()) {
                System.err.println("the server did not start or is gone, so this process ends");
                Runtime.getRuntime().halt(NOT_STARTED);
              }
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static LocalPostgres postgres(Path directory, int port) throws Exception {
    var begun = new CountDownLatch(1);
    endWithoutServer(directory, begun);
    LocalPostgres postgres = LocalPostgres.start(directory, port);
    begun.countDown();
    for (String service : Home.SERVICES) {
      postgres.database(service);
    }
    return postgres;
  }
}
