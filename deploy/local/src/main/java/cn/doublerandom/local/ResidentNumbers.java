package cn.doublerandom.local;

import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.person.PersonalFields;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Residents' numbers that were once taken as the register's numbers of people. They stand in
 * streams, keys and what others noted, and are replaced there by numbers that say nothing; one that
 * lies in a frame cannot be, because the frame's root, the commit and the draw depend on its bytes.
 */
final class ResidentNumbers {
  private static final int FRESH_BYTES = 6;
  private static final int SHOWN = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, String> replaced = new TreeMap<>();
  private final List<String> kept = new ArrayList<>();

  private ResidentNumbers() {}

  static ResidentNumbers find(int postgres, PeopleOf people) throws SQLException {
    Set<String> found = new TreeSet<>();
    for (String service : Home.SERVICES) {
      PersonalFields fields = people.in(service).orElse(null);
      if (fields != null) {
        try (Connection connection = Databases.open(postgres, service);
            var cursor = new LedgerCursor(connection)) {
          for (LedgerCursor.Row row = cursor.next(); row != null; row = cursor.next()) {
            if (row.event() != null) {
              fields
                  .in(row.event())
                  .flatMap(PersonalFields.Carried::residentNumber)
                  .ifPresent(found::add);
            }
          }
        }
      }
    }
    var numbers = new ResidentNumbers();
    if (!found.isEmpty()) {
      Set<String> framed = framed(postgres, found);
      found.forEach(number -> numbers.take(number, framed.contains(number)));
    }
    return numbers;
  }

  private static Set<String> framed(int postgres, Set<String> numbers) throws SQLException {
    Set<String> framed = new TreeSet<>();
    try (Connection connection = Databases.open(postgres, "draw");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT payload FROM event WHERE type = 'FrameFrozen'")) {
      while (rows.next()) {
        String frame = rows.getString(1);
        numbers.stream()
            .filter(number -> frame.contains("\"" + number + "\""))
            .forEach(framed::add);
      }
      // Nothing of a piece can be replaced, wherever it stands.
      EventChunks.each(
          connection, piece -> numbers.stream().filter(piece::contains).forEach(framed::add));
    }
    return framed;
  }

  private void take(String number, boolean framed) {
    if (framed) {
      kept.add(
          "保留 stays in clear: 编码 code *%s 是居民身份证号，已在抽样框中，框根、承诺和抽取结果依赖其字节"
                  .formatted(number.substring(number.length() - SHOWN))
              + " is a resident's number in a frame; its root, commit and draw depend on its bytes");
    } else {
      byte[] fresh = new byte[FRESH_BYTES];
      RANDOM.nextBytes(fresh);
      replaced.put(number, "RY-" + HexFormat.of().withUpperCase().formatHex(fresh));
    }
  }

  /** What could not be replaced and why, a line each. */
  List<String> kept() {
    return List.copyOf(kept);
  }

  boolean isIn(String text) {
    return replaced.keySet().stream().anyMatch(text::contains);
  }

  String replace(String text) {
    String now = text;
    for (Map.Entry<String, String> one : replaced.entrySet()) {
      now = now.replace(one.getKey(), one.getValue());
    }
    return now;
  }

  StoredEvent replace(StoredEvent event) {
    return new StoredEvent(
        replace(event.stream()),
        event.version(),
        event.id(),
        event.type(),
        replace(event.payload()),
        replace(event.metadata()),
        event.hash(),
        event.chunks());
  }

  List<Announcement> replace(List<Announcement> said) {
    return replaced.isEmpty()
        ? said
        : said.stream()
            .map(a -> new Announcement(a.topic(), replace(a.key()), a.type(), replace(a.value())))
            .toList();
  }
}
