import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads {@code publication.results.v1} from its beginning, writes every notice that is public as one
 * line of JSON, and prints how many there are and one hash over all of them. A notice whose time is
 * over comes as the stub that stands in its place ({@code endedOn}, {@code contentHash}). Nothing is
 * asked of the suite; whoever wants to know whether nothing is missing compares the hash with the one
 * at {@code GET /publication/api/v1/results/root}.
 *
 * <p>It needs a JDK of 21 or later and the jars kafka-clients and slf4j-api; no build:
 *
 * <pre>
 * java -cp 'lib/*' NoticeMirror.java localhost:9092 notices.ndjson [client.properties]
 * notices=20 root=5f0c…
 * </pre>
 *
 * The third argument holds what a broker asks of its clients ({@code security.protocol}, {@code
 * sasl.*}); the right to read the topic is enough, no group is joined.
 */
public final class NoticeMirror {
  private static final String TOPIC = "publication.results.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private NoticeMirror() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2 || arguments.length > 3) {
      System.err.println("usage: NoticeMirror <bootstrap servers> <file> [client.properties]");
      System.exit(2);
    }
    var settings = new Properties();
    if (arguments.length == 3) {
      try (var in = Files.newBufferedReader(Path.of(arguments[2]))) {
        settings.load(in);
      }
    }
    settings.put("bootstrap.servers", arguments[0]);
    // What the suite takes back before it is certain is never seen.
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("allow.auto.create.topics", "false");
    settings.put("key.deserializer", StringDeserializer.class.getName());
    settings.put("value.deserializer", ByteArrayDeserializer.class.getName());
    TreeMap<String, byte[]> notices = read(settings);
    try (var out = new PrintStream(Files.newOutputStream(Path.of(arguments[1])), false)) {
      for (byte[] notice : notices.values()) {
        out.write(notice);
        out.write('\n');
      }
    }
    System.out.println("notices=" + notices.size() + " root=" + root(notices));
  }

  /** The last value of each key; a record without a value takes its key away. */
  private static TreeMap<String, byte[]> read(Properties settings) {
    var notices = new TreeMap<String, byte[]>();
    try (var consumer = new KafkaConsumer<String, byte[]>(settings)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("the topic could not be read to its end");
        }
        for (var told : consumer.poll(Duration.ofMillis(200))) {
          if (told.value() == null) {
            notices.remove(told.key());
          } else {
            notices.put(told.key(), told.value());
          }
        }
      }
    }
    return notices;
  }

  /** SHA-256 over the lines "key hash", ascending by key; the values are canonical already. */
  private static String root(TreeMap<String, byte[]> notices) {
    var lines = new StringBuilder();
    notices.forEach((key, notice) ->
        lines.append(key).append(' ').append(sha256(notice)).append('\n'));
    return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
