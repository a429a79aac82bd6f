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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether draws, visits and publications say the same: each drawn subject is visited by the team
 * the draw names, by nobody where it found none, each result that was recorded reached the office
 * that publishes, each visit that was not held is listed there as long as it is owed, and nothing
 * is there that nobody drew.
 */
final class Agreement {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private static final String DRAWS =
      """
      SELECT stream_id, type, payload FROM ledger JOIN event USING (position)
      WHERE type IN ('FrameFrozen', 'DrawExecuted', 'DrawOpened', 'DrawVoided', 'SubjectReplaced',
        'InspectorReplaced', 'ReplacementUndone') ORDER BY seq
      """;

  private static final String VISITS =
      """
      SELECT stream_id, type, payload FROM ledger JOIN event USING (position)
      WHERE (stream_id LIKE 'visit-%' OR stream_id LIKE 'visit~%')
        AND type IN ('VisitAssigned', 'TeamReassigned', 'VisitCancelled', 'InspectionFinished',
        'ResultRecorded', 'MemberRecused', 'MemberKept', 'InspectionStarted', 'VisitNotHeld')
      ORDER BY seq
      """;

  private static final String RESULTS =
      """
      SELECT stream_id, type, payload FROM ledger JOIN event USING (position)
      WHERE type IN ('ResultReceived', 'ResultPublished', 'VisitMissed', 'VisitSettled')
      ORDER BY seq
      """;

  /** A visit as it stands. */
  private static final class Visited {
    private Set<String> team = new TreeSet<>();
    private String drawId = "";
    private boolean cancelled;
    private boolean over;
    private Set<String> codes = new TreeSet<>();
    private boolean recorded;
    private boolean notHeld;
    private final Map<String, LocalDate> recused = new TreeMap<>();
    private final Set<String> startedRecused = new TreeSet<>();
  }

  private final Map<String, DrawStanding> draws = new TreeMap<>();
  private final Map<String, String> latest = new HashMap<>();
  private final Map<String, String> continued = new HashMap<>();
  private final Map<String, String> byHash = new HashMap<>();
  private final Map<String, Visited> visits = new TreeMap<>();
  private final Map<String, Set<String>> received = new TreeMap<>();
  private final List<String> published = new ArrayList<>();
  private final Set<String> missed = new TreeSet<>();

  Agreement() {}

  /** Where they differ, a line each; empty where nowhere. */
  static List<String> differences(int postgresPort) throws SQLException {
    var agreement = new Agreement();
    read(postgresPort, "draw", DRAWS, agreement::draw);
    read(postgresPort, "inspection", VISITS, agreement::visit);
    read(postgresPort, "publication", RESULTS, agreement::result);
    return agreement.compared();
  }

  private interface Fold {
    void event(String stream, String type, JsonNode payload);
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

  private static Set<String> names(JsonNode list) {
    var names = new TreeSet<String>();
    list.forEach(name -> names.add(name.asText()));
    return names;
  }

  void draw(String stream, String type, JsonNode e) {
    if (type.equals("FrameFrozen")) {
      latest.put(stream, e.path("frame").path("drawId").asText());
      continued.put(stream, e.path("frame").path("continues").asText(""));
      return;
    }
    String drawId = e.hasNonNull("earlier") ? e.path("earlier").asText() : latest.get(stream);
    DrawStanding drawn = draws.computeIfAbsent(String.valueOf(drawId), id -> new DrawStanding());
    switch (type) {
      case "DrawExecuted" -> {
        Map<String, Set<String>> teams = new TreeMap<>();
        e.path("result")
            .path("teams")
            .forEach(t -> teams.put(t.path("subject").asText(), names(t.path("inspectors"))));
        Set<String> nobodys = teams.isEmpty() ? names(e.path("result").path("selected")) : Set.of();
        byHash.put(e.path("resultHash").asText(), String.valueOf(drawId));
        drawn.teamsOf = byHash.getOrDefault(continued.getOrDefault(stream, ""), "");
        if (e.hasNonNull("salt")) {
          drawn.sealed = teams;
          drawn.sealedNobodys = nobodys;
        } else {
          drawn.open(teams, nobodys);
        }
      }
      case "DrawOpened" -> drawn.open(drawn.sealed, drawn.sealedNobodys);
      case "DrawVoided" -> drawn.voided = true;
      case "SubjectReplaced" ->
          drawn.replaced(
              e.path("subject").asText(),
              e.path("alternate").asText(),
              names(e.path("inspectors")));
      case "InspectorReplaced" ->
          drawn.teams.put(e.path("subject").asText(), names(e.path("inspectors")));
      case "ReplacementUndone" -> {
        if (e.hasNonNull("alternate")) {
          drawn.undone(e.path("alternate").asText());
        }
        drawn.teams.put(e.path("subject").asText(), names(e.path("inspectors")));
      }
      default -> throw new AssertionError("not asked for: " + type);
    }
  }

  void visit(String stream, String type, JsonNode e) {
    Visited visit =
        visits.computeIfAbsent(stream.substring("visit-".length()), id -> new Visited());
    switch (type) {
      case "VisitAssigned" -> {
        visit.cancelled = false;
        visit.team = names(e.path("assignment").path("inspectors"));
        visit.drawId = e.path("assignment").path("drawId").asText();
      }
      case "TeamReassigned" -> visit.team = names(e.path("inspectors"));
      case "MemberRecused" ->
          visit.recused.put(e.path("inspector").asText(), LocalDate.parse(e.path("from").asText()));
      case "MemberKept" -> visit.recused.remove(e.path("inspector").asText());
      case "InspectionStarted" -> {
        LocalDate on = LocalDate.parse(e.path("on").asText());
        names(e.path("present")).stream()
            .filter(member -> !visit.recused.getOrDefault(member, LocalDate.MAX).isAfter(on))
            .forEach(visit.startedRecused::add);
      }
      case "VisitNotHeld" -> visit.notHeld = true;
      case "VisitCancelled" -> {
        visit.cancelled = true;
        visit.notHeld = false;
      }
      case "InspectionFinished" -> {
        visit.over = true;
        visit.notHeld = false;
      }
      case "ResultRecorded" -> {
        visit.recorded = true;
        visit.codes = names(e.path("codes"));
      }
      default -> throw new AssertionError("not asked for: " + type);
    }
  }

  void result(String stream, String type, JsonNode e) {
    String id = stream.substring("result-".length());
    switch (type) {
      case "ResultReceived" -> received.put(id, names(e.path("content").path("codes")));
      case "ResultPublished" -> published.add(id);
      case "VisitMissed" -> missed.add(id);
      case "VisitSettled" -> missed.remove(id);
      default -> throw new AssertionError("not asked for: " + type);
    }
  }

  List<String> compared() {
    List<String> differences = new ArrayList<>();
    draws.forEach((drawId, drawn) -> {
      if (!drawn.voided) {
        drawn.teams.forEach((subject, team) -> compare(drawId + "-" + subject, team, differences));
        // Of draws of old there are no such visits.
        drawn.nobodys.stream()
            .filter(subject -> isNobodys(drawId, drawn, subject))
            .map(subject -> drawId + "-" + subject)
            .filter(id -> visits.containsKey(id) && visits.get(id).cancelled)
            .forEach(id -> compare(id, Set.of(), differences));
      }
    });
    visits.forEach((id, visit) -> compare(id, visit, differences));
    received.forEach((id, codes) -> {
      Visited visit = visits.get(id);
      if (visit == null || !visit.recorded) {
        differences.add(id + ": 公示端收到了检查端没有录入的结果");
      } else if (!visit.codes.equals(codes)) {
        differences.add(id + ": 检查端录入 " + visit.codes + "，公示端收到 " + codes);
      }
    });
    missed.stream()
        .filter(id -> !visits.containsKey(id) || !visits.get(id).notHeld)
        .forEach(id -> differences.add(id + ": 公示端列为逾期未检查，检查端不是"));
    published.stream()
        .filter(id -> !received.containsKey(id))
        .forEach(id -> differences.add(id + ": 公示了没有收到的结果"));
    return differences;
  }

  private void compare(String id, Set<String> team, List<String> differences) {
    Visited visit = visits.get(id);
    if (visit == null || visit.cancelled) {
      differences.add(id + ": 抽中而没有检查任务");
    } else if (!visit.team.equals(team)) {
      differences.add(id + ": 抽取端为 " + team + "，检查端为 " + visit.team);
    }
  }

  /** Drawn without a team, and visited neither by teams drawn again nor before those were void. */
  private boolean isNobodys(String drawId, DrawStanding drawn, String subject) {
    return drawn.nobodys.contains(subject)
        && draws.entrySet().stream()
            .filter(again -> again.getValue().teamsOf.equals(drawId))
            .noneMatch(again ->
                again.getValue().voided
                    ? wasHeld(again.getKey(), again.getValue(), subject)
                    : again.getValue().isOpen());
  }

  private boolean wasHeld(String drawId, DrawStanding again, String subject) {
    return again
        .visitedFor(subject)
        .map(one -> visits.get(drawId + "-" + one))
        .anyMatch(visit -> visit != null && visit.over);
  }

  private void compare(String id, Visited visit, List<String> differences) {
    DrawStanding drawn = draws.get(visit.drawId);
    String subject = id.substring(Math.min(id.length(), visit.drawId.length() + 1));
    // What was found before a draw was voided stays found.
    boolean stays = drawn != null && drawn.voided && visit.over;
    boolean isDrawn =
        drawn != null
            && !drawn.voided
            && (drawn.teams.containsKey(subject)
                || (visit.team.isEmpty() && isNobodys(visit.drawId, drawn, subject)));
    if (!visit.cancelled && !isDrawn && !stays) {
      differences.add(id + ": 有检查任务而没有抽中");
    }
    visit.startedRecused.forEach(member -> differences.add(id + ": 检查人员 " + member + " 已回避而开始了检查"));
    if (visit.notHeld && !missed.contains(id)) {
      differences.add(id + ": 逾期未检查，公示端没有列出");
    }
    if (visit.recorded && !received.containsKey(id)) {
      differences.add(id + ": 已录入结果，公示端没有收到");
    }
  }
}
