package cn.doublerandom.local;

import cn.doublerandom.eventstore.checkpoint.MerkleTree;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.LaneTrust;
import cn.doublerandom.eventstore.ledger.RecordHash;
import cn.doublerandom.eventstore.ledger.SealRule;
import cn.doublerandom.eventstore.ledger.TopicTails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a service's ledger outside its database and is not in it: records on its own
 * topics, and a checkpoint a witness keeps.
 */
record OlderCopy(
    String service, long head, String chain, List<Lost> told, Optional<WitnessedNote> witnessed) {

  /** A record the service told and its ledger does not hold. */
  record Lost(String topic, long seq, String id) {}

  boolean lacksNothing() {
    return told.isEmpty() && witnessed.isEmpty();
  }

  String words() {
    String onTopics =
        told.isEmpty()
            ? ""
            : " its topics hold %d records more, up to seq %d;"
                .formatted(told.size(), told.stream().mapToLong(Lost::seq).max().orElse(0));
    String seen =
        witnessed.map(note -> " a witness has seen %d entries;".formatted(note.size())).orElse("");
    return "%s: the database ends with seq %d;%s%s".formatted(service, head, onTopics, seen);
  }

  /**
   * Compares one service.
   *
   * @param kafka the broker that was in use; null where there is none any more
   */
  static OlderCopy find(
      String service,
      Connection connection,
      @Nullable Map<String, Object> kafka,
      LaneTrust own,
      Path witnessDirectory)
      throws SQLException, IOException {
    long head = 0;
    String chain = "";
    try (var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT seq, chain FROM ledger ORDER BY seq DESC LIMIT 1")) {
      if (rows.next()) {
        head = rows.getLong(1);
        chain = rows.getString(2);
      }
    }
    List<Lost> told = kafka == null ? List.of() : lost(service, connection, kafka, own);
    return new OlderCopy(
        service, head, chain, told, contradicting(service, connection, head, witnessDirectory));
  }

  private static List<Lost> lost(
      String service, Connection connection, Map<String, Object> kafka, LaneTrust own)
      throws SQLException {
    List<Lost> lost = new ArrayList<>();
    boolean seals = seals(connection);
    try (PreparedStatement known =
        connection.prepareStatement("SELECT chain FROM ledger WHERE seq = ?")) {
      for (String topic : Home.topics(service)) {
        var beyond = new Beyond(seals && own.hasKey(topic) ? own : null);
        try (var records = TopicTails.inOrder(kafka, topic)) {
          while (records.hasNext()) {
            ConsumerRecord<String, String> message = records.next();
            if (TopicTails.seq(message) > 0 && !isKnown(message, known)) {
              beyond.add(message);
            }
          }
        }
        lost.addAll(beyond.told());
      }
    }
    return lost;
  }

  private static boolean seals(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SealRule.SQL)) {
      rows.next();
      return rows.getBoolean("sealed");
    }
  }

  /**
   * Records of a topic the ledger does not hold. Those a sealed one continues are the service's
   * own; the others are somebody else's and say nothing about it.
   */
  private static final class Beyond {
    private final @Nullable LaneTrust own;
    private final Map<String, ConsumerRecord<String, String>> byHash = new LinkedHashMap<>();
    private final Set<ConsumerRecord<String, String>> told = new LinkedHashSet<>();

    Beyond(@Nullable LaneTrust own) {
      this.own = own;
    }

    void add(ConsumerRecord<String, String> message) {
      if (own == null) {
        told.add(message);
        return;
      }
      Optional<String> hash = RecordHash.of(message);
      if (hash.isEmpty()) {
        return;
      }
      byHash.put(hash.get(), message);
      String seal = TopicTails.header(message, CloudEventHeaders.SEAL).orElse("");
      if (own.isSealed(message.topic(), hash.get(), seal)) {
        for (ConsumerRecord<String, String> one = message; one != null && told.add(one); ) {
          one = byHash.get(TopicTails.header(one, CloudEventHeaders.PREV_HASH).orElse(""));
        }
      }
    }

    List<Lost> told() {
      return told.stream()
          .map(message ->
              new Lost(
                  message.topic(),
                  TopicTails.seq(message),
                  TopicTails.header(message, CloudEventHeaders.ID).orElse("")))
          .toList();
    }
  }

  private static boolean isKnown(ConsumerRecord<String, String> message, PreparedStatement known)
      throws SQLException {
    known.setLong(1, TopicTails.seq(message));
    try (ResultSet rows = known.executeQuery()) {
      return rows.next()
          && TopicTails.header(message, CloudEventHeaders.CHAIN_HASH)
              .filter(rows.getString(1)::equals)
              .isPresent();
    }
  }

  private static Optional<WitnessedNote> contradicting(
      String service, Connection connection, long head, Path directory)
      throws SQLException, IOException {
    for (WitnessedNote note : WitnessedNote.in(directory, service)) {
      if (!note.isGivenUp()
          && (note.size() > head || !root(connection, note.size()).equals(note.root()))) {
        return Optional.of(note);
      }
    }
    return Optional.empty();
  }

  private static String root(Connection connection, long size) throws SQLException {
    var tree = new MerkleTree.Growing();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT chain FROM ledger WHERE seq <= ? ORDER BY seq")) {
      statement.setLong(1, size);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tree.add(HexFormat.of().parseHex(rows.getString(1)));
        }
      }
    }
    return HexFormat.of().formatHex(tree.root());
  }

  /**
   * A checkpoint in a witness's directory.
   *
   * @param heads where the lanes ended; none in a checkpoint from before it said so
   */
  record WitnessedNote(Path file, long size, String root, List<String> heads) {
    static final String KEPT = ".checkpoint";
    static final String GIVEN_UP = ".given-up-";

    boolean isGivenUp() {
      return file.getFileName().toString().contains(GIVEN_UP);
    }

    /** The witness goes on without it and everybody can still read it. */
    void giveUp() throws IOException {
      String name = file.getFileName().toString();
      Files.move(file, file.resolveSibling(name.replace(KEPT, GIVEN_UP + size)));
    }

    static List<WitnessedNote> in(Path directory, String service) throws IOException {
      List<WitnessedNote> notes = new ArrayList<>();
      if (!Files.isDirectory(directory)) {
        return notes;
      }
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(KEPT) || name.contains(GIVEN_UP)) {
            read(file, service).ifPresent(notes::add);
          }
        }
      }
      return notes;
    }

    private static Optional<WitnessedNote> read(Path file, String service) throws IOException {
      String note = Files.readString(file);
      String[] lines = note.split("\n", 4);
      return lines.length == 4 && lines[0].endsWith("/" + service)
          ? Optional.of(
              new WitnessedNote(
                  file,
                  Long.parseLong(lines[1]),
                  HexFormat.of().formatHex(java.util.Base64.getDecoder().decode(lines[2])),
                  SealCheck.heads(note)))
          : Optional.empty();
    }
  }
}
