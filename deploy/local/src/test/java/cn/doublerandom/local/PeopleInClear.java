package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * People as versions before wrote them into a register: name sealed with a key of the old kind,
 * everything else in clear; written into a data directory at rest.
 */
final class PeopleInClear {
  static final String DRIVER = "欧阳旧账";
  static final String HOME = "旧账胡同七十七号";
  static final String LICENCE = "OLD-LEDGER-LICENCE-77";
  static final String OWNER = "闻人旧账";

  /** An inspector of the ledger of 0.5 itself. */
  static final String CERTIFICATE = "13053410001";

  /** With its right check character, and of nobody who lives. */
  static final String NUMBER = "110101190001010014";

  static final List<String> IN_CLEAR = List.of(HOME, LICENCE, OWNER, CERTIFICATE, NUMBER);

  private static final byte[] OLD_KEY = "an old key is thirty-two bytes..".getBytes(UTF_8);

  private final Map<String, Map<String, Object>> entries = new TreeMap<>();

  static void write(Path data) throws Exception {
    var people = new PeopleInClear();
    people.entries.put("CY-0001", person("CY-0001"));
    people.entries.put(NUMBER, person(NUMBER));
    people.entries.put("VE-0001", vehicle());
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0)) {
      people.write(postgres.port());
    }
  }

  private static Map<String, Object> person(String id) throws GeneralSecurityException {
    var details = details(id, id, "PERSON");
    details.put("address", HOME);
    details.put(
        "particulars",
        particulars(
            "",
            List.of(Map.of("name", "从业资格证", "number", LICENCE, "validUntil", "2099-01-01")),
            sealed(DRIVER)));
    return details;
  }

  private static Map<String, Object> vehicle() {
    var details = details("VE-0001", "冀E旧001挂", "VEHICLE");
    details.put("address", "清河县");
    details.put("particulars", particulars(OWNER, List.of(), ""));
    return details;
  }

  private static Map<String, Object> details(String id, String name, String kind) {
    return new TreeMap<>(
        Map.of(
            "id",
            id,
            "name",
            name,
            "kind",
            kind,
            "labels",
            List.of("道路货运"),
            "creditRiskClass",
            "NONE",
            "status",
            "ACTIVE",
            "registrar",
            "县交通运输局",
            "since",
            "2020-01-01"));
  }

  private static Map<String, Object> particulars(
      String owner, List<Map<String, String>> licences, String sealedName) {
    return Map.of(
        "region", "",
        "industry", "",
        "keyField", "",
        "owner", owner,
        "contractor", "",
        "category", "驾驶员",
        "responsibleUnit", "运输公司",
        "licences", licences,
        "sealedName", sealedName);
  }

  /** A name alone, with a key that stands in the table as it is. */
  private static String sealed(String name) throws GeneralSecurityException {
    byte[] nonce = Arrays.copyOf(name.getBytes(UTF_8), 12);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(OLD_KEY, "AES"), new GCMParameterSpec(128, nonce));
    byte[] text = cipher.doFinal(name.getBytes(UTF_8));
    byte[] both = Arrays.copyOf(nonce, nonce.length + text.length);
    System.arraycopy(text, 0, both, nonce.length, text.length);
    return Base64.getEncoder().encodeToString(both);
  }

  private void write(int port) throws SQLException {
    try (Connection connection = Databases.open(port, "registry")) {
      for (Map.Entry<String, Map<String, Object>> entry : entries.entrySet()) {
        if (entry.getValue().get("kind").equals("PERSON")) {
          key(connection, "subject-" + entry.getKey());
        }
        append(connection, "subject-" + entry.getKey(), entry.getValue());
      }
    }
    number(port);
  }

  private static void key(Connection connection, String person) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO person_key (person, key) VALUES (?, ?)")) {
      insert.setString(1, person);
      insert.setString(2, HexFormat.of().formatHex(OLD_KEY));
      insert.executeUpdate();
    }
  }

  private static void append(Connection connection, String stream, Map<String, Object> details)
      throws SQLException {
    var event =
        new NewEvent(
            NewEvent.newId(),
            "SubjectRegistered",
            CanonicalJson.text(Map.of("details", details)),
            CanonicalJson.text(
                Map.of(
                    "actor", "registrar",
                    "at", "2023-06-16T01:00:39Z",
                    "causationId", "request-old",
                    "correlationId", "old",
                    "recordedAt", "2023-06-16T01:00:39Z")));
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO event (stream_id, version, id, type, payload, metadata, hash)
            VALUES (?, 1, ?, ?, ?, ?, ?)
            """)) {
      insert.setString(1, stream);
      insert.setObject(2, event.id());
      insert.setString(3, event.type());
      insert.setString(4, event.payload());
      insert.setString(5, event.metadata());
      insert.setString(6, event.hash(stream, 1));
      insert.executeUpdate();
    }
  }

  /** Numbered and told as that version told it. */
  private void number(int port) {
    Vertx vertx = Vertx.vertx();
    Pool pool = RebuildTopics.pool(vertx, "registry", port);
    var leader =
        new LedgerLeader(
            pool, event -> told(event.stream().substring("subject-".length())), () -> {});
    while (leader.turn()) {
      // until all have their number
    }
    leader.close();
    pool.close().await().indefinitely();
    vertx.close().await().indefinitely();
  }

  private List<Announcement> told(String id) {
    var value = new TreeMap<>(entries.getOrDefault(id, Map.of()));
    value.remove("address");
    value.remove("particulars");
    value.put("subjectId", value.remove("id"));
    String type = "cn.doublerandom.SubjectChanged.v1";
    return List.of(
        new Announcement("registry.events.v1", "subject-" + id, type, CanonicalJson.text(value)),
        new Announcement("registry.subjects.v1", id, type, CanonicalJson.text(value)));
  }

  /** Every file below that holds one of the texts, read byte by byte. */
  static List<String> filesWith(Path directory, List<String> texts) throws IOException {
    List<String> found = new ArrayList<>();
    int read = 0;
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        read++;
        String bytes = Files.readString(file, ISO_8859_1);
        for (String text : texts) {
          if (bytes.contains(new String(text.getBytes(UTF_8), ISO_8859_1))) {
            found.add(text + " in " + directory.relativize(file));
          }
        }
      }
    }
    assertThat(read).as("files searched").isGreaterThan(500);
    return found;
  }
}
