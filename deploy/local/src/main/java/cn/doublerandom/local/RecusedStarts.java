package cn.doublerandom.local;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StreamNames;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Visits that began with a member of whom the draw knew on an earlier day that he was recused, and
 * of which the visit was not told: in ledgers from before it was. A note and no fault, as nothing
 * there says otherwise; a visit that was told and began all the same is a fault ({@link
 * Agreement}).
 */
final class RecusedStarts {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private static final String RECUSALS =
      """
      SELECT stream_id, type, payload FROM ledger JOIN event USING (position)
      WHERE type IN ('FrameFrozen', 'MemberRecused', 'MemberKept')
        AND stream_id NOT LIKE 'visit-%' AND stream_id NOT LIKE 'visit~%' ORDER BY seq
      """;

  private static final String STARTS =
      """
      SELECT stream_id, type, payload FROM ledger JOIN event USING (position)
      WHERE (stream_id LIKE 'visit-%' OR stream_id LIKE 'visit~%')
        AND type IN ('MemberRecused', 'InspectionStarted') ORDER BY seq
      """;

  private final Map<String, String> latest = new HashMap<>();

  /** By visit and member the first day; who was kept is not there. */
  private final Map<String, LocalDate> recused = new HashMap<>();

  private final Set<String> told = new HashSet<>();
  private final Set<String> found = new TreeSet<>();

  RecusedStarts() {}

  private interface Fold {
    void event(String stream, String type, JsonNode payload);
  }

  /** Visit and member, ascending; empty where there is none. */
  static Set<String> of(int postgresPort) throws SQLException {
    var starts = new RecusedStarts();
    read(postgresPort, "draw", RECUSALS, starts::recusal);
    read(postgresPort, "inspection", STARTS, starts::start);
    return starts.found();
  }

  Set<String> found() {
    return found;
  }

  /** For the line of the audit; empty where there is none. */
  static String note(int postgresPort) throws SQLException {
    Set<String> all = of(postgresPort);
    return all.isEmpty() ? "" : "；已回避的人员参加了检查 recused members began: " + String.join(", ", all);
  }

  private static void read(int port, String service, String sql, Fold fold) throws SQLException {
    try (Connection connection = Databases.open(port, service);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        fold.event(
            StreamNames.parse(rows.getString("stream_id")).name(),
            rows.getString("type"),
            JSON.readTree(rows.getString("payload")));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("有无法读取的事件 an unreadable event in " + service, e);
    }
  }

  void recusal(String stream, String type, JsonNode e) {
    if (type.equals("FrameFrozen")) {
      latest.put(stream, e.path("frame").path("drawId").asText());
      return;
    }
    String drawId = e.hasNonNull("earlier") ? e.path("earlier").asText() : latest.get(stream);
    String pair = drawId + "-" + e.path("subject").asText() + " " + e.path("inspector").asText();
    if (type.equals("MemberKept")) {
      recused.remove(pair);
    } else {
      recused.put(
          pair,
          LocalDate.parse(e.hasNonNull("from") ? e.path("from").asText() : e.path("on").asText()));
    }
  }

  void start(String stream, String type, JsonNode e) {
    String visit = stream.substring("visit-".length());
    if (type.equals("MemberRecused")) {
      told.add(visit + " " + e.path("inspector").asText());
      return;
    }
    LocalDate on = LocalDate.parse(e.path("on").asText());
    e.path("present")
        .forEach(member -> {
          String pair = visit + " " + member.asText();
          LocalDate since = recused.get(pair);
          // Which of two services was first on one day, nobody can say.
          if (since != null && since.isBefore(on) && !told.contains(pair)) {
            found.add(pair);
          }
        });
  }
}
