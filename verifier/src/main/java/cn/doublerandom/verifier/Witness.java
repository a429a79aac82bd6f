package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * An outside witness (c2sp.org/tlog-witness): remembers the last checkpoint of every log it knows
 * and cosigns the next one only where a proof shows that nothing was taken away in between.
 *
 * <p>Invariant: a checkpoint is on disk before its cosignature leaves the house. Whoever cuts the
 * tail of a ledger later cannot make this witness forget that the tail was there.
 */
public final class Witness implements AutoCloseable {
  private static final int MAX_BODY = 64 * 1024;

  /** Who sends a head and a body slower than this is cut off. */
  private static final int SECONDS_OF_A_REQUEST = 10;

  /** More at once are closed: one that waits holds memory. */
  private static final int MOST_CONNECTIONS = 200;

  private final SigningKey key;
  private final Path directory;
  private final List<Note.Key> logs;
  private final Clock clock;
  private final HttpServer server;

  private record Answer(int status, String type, String body) {
    static Answer of(int status, String body) {
      return new Answer(status, "text/plain", body + "\n");
    }
  }

  private Witness(
      SigningKey key, Path directory, List<Note.Key> logs, Clock clock, HttpServer server) {
    this.key = key;
    this.directory = directory;
    this.logs = List.copyOf(logs);
    this.clock = clock;
    this.server = server;
  }

  /**
   * Starts on loopback.
   *
   * @param directory where the key and the checkpoints are kept
   * @param logs verifier keys of the logs to watch
   */
  public static Witness start(String name, Path directory, List<String> logs, int port)
      throws IOException {
    Files.createDirectories(directory);
    limits();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    var witness =
        new Witness(
            SigningKey.keptIn(directory.resolve("witness.key"), name),
            directory,
            logs.stream().map(Note.Key::read).toList(),
            Clock.systemUTC(),
            server);
    server.createContext("/add-checkpoint", witness::handle);
    server.createContext("/key", exchange -> send(exchange, Answer.of(200, witness.verifierKey())));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return witness;
  }

  /** How long a request may take and how many are let in, where nobody has said other. */
  static void limits() {
    limit("sun.net.httpserver.maxReqTime", SECONDS_OF_A_REQUEST);
    limit("jdk.httpserver.maxConnections", MOST_CONNECTIONS);
  }

  /** Read once, when the first server of the process is made; whoever starts it may say other. */
  private static void limit(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(value));
    }
  }

  public String verifierKey() {
    return key.verifierKey;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    Answer answer;
    if (!exchange.getRequestMethod().equals("POST")) {
      answer = Answer.of(405, "POST a checkpoint");
    } else if (body.length > MAX_BODY) {
      answer = Answer.of(413, "at most 64 KiB");
    } else {
      try {
        answer = add(new String(body, UTF_8));
      } catch (Refused e) {
        answer = Answer.of(400, e.getMessage());
      }
    }
    send(exchange, answer);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.body().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private synchronized Answer add(String body) throws IOException {
    int split = body.indexOf("\n\n");
    Refused.unless(split > 0, Code.MALFORMED, "old size, proof, an empty line, checkpoint");
    String[] head = body.substring(0, split).split("\n");
    Refused.unless(
        head[0].matches("old (0|[1-9][0-9]{0,17})"), Code.MALFORMED, "the first line is 'old N'");
    long old = Long.parseLong(head[0].substring(4));
    Note next = Note.read(body.substring(split + 2).getBytes(UTF_8));
    Optional<Note.Key> log =
        logs.stream().filter(known -> known.name().equals(next.origin())).findFirst();
    if (log.isEmpty()) {
      return Answer.of(404, "unknown log");
    } else if (!next.isSignedBy(log.get())) {
      return Answer.of(403, "not signed by the log");
    }
    Refused.unless(old <= next.size(), Code.MALFORMED, "old is larger than the checkpoint");
    Optional<Note> seen = seen(next.origin());
    long known = seen.map(Note::size).orElse(0L);
    if (old != known) {
      return new Answer(409, "text/x.tlog.size", known + "\n");
    } else if (known == next.size()
        && !java.util.Arrays.equals(seen.map(Note::root).orElse(Hash.sha256()), next.root())) {
      return new Answer(409, "text/x.tlog.size", known + "\n");
    } else if (known > 0
        && !Merkle.continues(
            known, seen.orElseThrow().root(), next.size(), next.root(), proof(head))) {
      return Answer.of(422, "the proof does not lead from " + known + " to " + next.size());
    }
    String line = key.cosign(next.text(), clock.instant().getEpochSecond());
    remember(next, body.substring(split + 2) + line);
    return new Answer(200, "text/plain", line);
  }

  private static List<byte[]> proof(String[] head) {
    List<byte[]> proof = new ArrayList<>();
    Refused.unless(head.length <= 64, Code.MALFORMED, "a proof of at most 63 hashes");
    for (int i = 1; i < head.length; i++) {
      try {
        proof.add(Base64.getDecoder().decode(head[i]));
      } catch (IllegalArgumentException e) {
        throw new Refused(Code.MALFORMED, "not base64: " + head[i]);
      }
    }
    return proof;
  }

  private Path file(String origin) {
    return directory.resolve(
        Hash.hex(Hash.sha256(origin.getBytes(UTF_8))).substring(0, 16) + ".checkpoint");
  }

  private Optional<Note> seen(String origin) throws IOException {
    Path file = file(origin);
    return Files.exists(file) ? Optional.of(Note.read(Files.readAllBytes(file))) : Optional.empty();
  }

  private void remember(Note note, String whole) throws IOException {
    Path file = file(note.origin());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (var channel =
        java.nio.channels.FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(whole.getBytes(UTF_8)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
