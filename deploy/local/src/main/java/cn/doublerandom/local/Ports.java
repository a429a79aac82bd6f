package cn.doublerandom.local;

import cn.doublerandom.embedded.HeldPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where everything listens, on loopback only. */
record Ports(
    int gateway,
    int registry,
    int draw,
    int inspection,
    int publication,
    int kafka,
    int kafkaController,
    int postgres,
    int witness,
    Operations operations) {
  /** From one block to the next; a stack has fifteen ports at most. */
  private static final int BLOCK = 20;

  private static final int HOUSE = 8443;

  static final String POSTGRES = "postgres";
  static final String KAFKA = "kafka";
  static final String WITNESS = "witness";
  private static final List<String> ALL =
      Stream.of(
              Stream.of(Home.GATEWAY), Home.SERVICES.stream(), Stream.of(KAFKA, POSTGRES, WITNESS))
          .flatMap(programs -> programs)
          .toList();

  private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  static final Ports DEFAULT =
      new Ports(8080, 8081, 8082, 8083, 8084, 9092, 9093, 5433, 8085, new Operations(8181));

  static Ports from(int base) {
    return new Ports(
        base,
        base + 1,
        base + 2,
        base + 3,
        base + 4,
        base + 5,
        base + 6,
        base + 7,
        base + 8,
        new Operations(base + 9));
  }

  /**
   * Five ports in a row, where the services and the gateway say how they are.
   *
   * @param first of the registry
   */
  record Operations(int first) {
    int of(String service) {
      return first
          + (service.equals(Home.GATEWAY) ? Home.SERVICES.size() : Home.SERVICES.indexOf(service));
    }
  }

  int of(String service) {
    return switch (service) {
      case "registry" -> registry;
      case "draw" -> draw;
      case "inspection" -> inspection;
      case "publication" -> publication;
      default -> throw new AssertionError("no service " + service);
    };
  }

  /** Where the network of the house comes in over TLS, where it may: behind all others. */
  int house() {
    return equals(DEFAULT) ? HOUSE : operations.of(Home.GATEWAY) + 1;
  }

  /** Where the network of the house is to come in and another program listens. */
  Optional<String> houseTaken() {
    return HeldPorts.has(house()) || isFree(house())
        ? Optional.empty()
        : Optional.of("端口已被占用 port " + house() + " (https) is in use");
  }

  /** What cannot start because another program listens there. */
  Optional<String> taken() {
    return taken(ALL);
  }

  /** Why one program cannot start: another listens where it would. */
  Optional<String> taken(String program) {
    return taken(List.of(program));
  }

  private Optional<String> taken(List<String> programs) {
    Map<String, Integer> all = new LinkedHashMap<>();
    programs.forEach(program -> all.putAll(listening(program)));
    return all.entrySet().stream()
        .filter(entry -> !HeldPorts.has(entry.getValue()) && !isFree(entry.getValue()))
        .map(entry -> "端口已被占用 port " + entry.getValue() + " (" + entry.getKey() + ") is in use")
        .findFirst();
  }

  /** Where a program listens, and as what. */
  private Map<String, Integer> listening(String program) {
    Map<String, Integer> all = new LinkedHashMap<>();
    switch (program) {
      case POSTGRES -> all.put("PostgreSQL", postgres);
      case KAFKA -> {
        all.put("Kafka", kafka);
        all.put("Kafka controller", kafkaController);
      }
      case WITNESS -> all.put(WITNESS, witness);
      case Home.GATEWAY -> {
        all.put(Home.GATEWAY, gateway);
        all.put("gateway health", operations.of(Home.GATEWAY));
      }
      default -> {
        if (Home.SERVICES.contains(program)) {
          all.put(program, of(program));
          all.put(program + " health", operations.of(program));
        }
      }
    }
    return all;
  }

  /**
   * What to say of ports the system may give to any connection at any time: one of them can be
   * taken between a look and a start.
   */
  Optional<String> lent() {
    // Read as a stream: a file of the kernel has no length.
    try (var file = Files.newBufferedReader(EPHEMERAL)) {
      String[] range = String.valueOf(file.readLine()).strip().split("\\s+");
      int first = Integer.parseInt(range[0]);
      int last = Integer.parseInt(range[1]);
      return gateway <= last && operations.of(Home.GATEWAY) >= first
          ? Optional.of(
              "注意：端口 %d 起在系统的临时端口范围 %d–%d 内，可能被别的连接占用；请用较小的 --ports".formatted(gateway, first, last)
                  + "  these ports may be taken by any connection; choose lower ones")
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // another system, which says so elsewhere or nowhere
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The first block of ports from {@code base} on in which all are free; they are held until {@link
   * #release} lets the programs have theirs.
   */
  static Ports freeFrom(int base) {
    for (int candidate = base; candidate < base + 2_000; candidate += BLOCK) {
      Ports ports = from(candidate);
      // What is in use, or whose last connections are remembered, cannot be held.
      if (HeldPorts.hold(ports.block())) {
        return ports;
      }
    }
    throw new IllegalStateException("没有连续的空闲端口 no free ports from " + base);
  }

  /** Those of every program, and those behind them up to the next block. */
  private List<Integer> block() {
    return IntStream.range(gateway, gateway + BLOCK).boxed().toList();
  }

  /** Lets another process have all of them. */
  void release() {
    HeldPorts.release(block());
  }

  /** Lets a program of the stack have the ports it listens at. */
  void release(String program) {
    HeldPorts.release(
        program.equals(Home.GATEWAY)
            // And all behind its own, where the network of the house comes in.
            ? block().stream()
                .filter(port -> port == gateway || port >= operations.of(Home.GATEWAY))
                .toList()
            : List.copyOf(listening(program).values()));
  }
}
