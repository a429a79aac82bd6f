package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compared and told of the first bureau is compared and told of every other one. */
class TwoBureausToldIT {
  private static final List<String> BUREAUS = List.of("130534", "130534.scjg");
  @TempDir Path temporary;
  private LocalPostgres postgres;
  private int next;

  @BeforeEach
  void two_bureaus_that_drew_the_same_firm_for_the_same_task() throws Exception {
    postgres = LocalPostgres.start(temporary.resolve("postgres"), 0);
    for (String service : Home.SERVICES) {
      postgres.database(service);
      try (Connection connection = Databases.open(postgres.port(), service);
          Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE event (position BIGINT, stream_id TEXT, version BIGINT, id TEXT,"
                + " type TEXT, payload TEXT, metadata TEXT)");
        statement.execute("CREATE TABLE ledger (position BIGINT, seq BIGINT, chain TEXT)");
      }
    }
    for (String bureau : BUREAUS) {
      happened("registry", bureau, "subject", "S1", "SubjectRegistered", "{}");
      happened(
          "draw",
          bureau,
          "task",
          bureau + "-2029001-001",
          "FrameFrozen",
          "{\"frame\":{\"drawId\":\"%s-2029001-001-1\"}}".formatted(bureau));
      happened(
          "draw",
          bureau,
          "task",
          bureau + "-2029001-001",
          "DrawExecuted",
          "{\"result\":{\"teams\":[{\"subject\":\"S1\",\"inspectors\":[\"A\",\"B\"]}]}}");
      happened(
          "inspection",
          bureau,
          "visit",
          bureau + "-2029001-001-1-S1",
          "VisitAssigned",
          "{\"assignment\":{\"drawId\":\"%s-2029001-001-1\",\"inspectors\":[\"A\",\"B\"]}}"
              .formatted(bureau));
      happened(
          "inspection",
          bureau,
          "visit",
          bureau + "-2029001-001-1-S1",
          "ResultRecorded",
          "{\"codes\":[\"1\"]}");
      happened(
          "publication",
          bureau,
          "result",
          bureau + "-2029001-001-1-S1",
          "ResultReceived",
          "{\"content\":{\"codes\":[\"1\"]}}");
    }
  }

  @AfterEach
  void stop() throws Exception {
    postgres.close();
  }

  private void happened(
      String service, String bureau, String kind, String id, String type, String payload)
      throws Exception {
    String stream =
        bureau.equals(BUREAUS.getFirst()) ? kind + "-" + id : kind + "~" + bureau + "~" + id;
    next++;
    try (Connection connection = Databases.open(postgres.port(), service);
        PreparedStatement event =
            connection.prepareStatement("INSERT INTO event VALUES (?, ?, 1, ?, ?, ?, ?)");
        PreparedStatement ledger =
            connection.prepareStatement("INSERT INTO ledger VALUES (?, ?, '')")) {
      event.setLong(1, next);
      event.setString(2, stream);
      event.setString(3, "e" + next);
      event.setString(4, type);
      event.setString(5, payload);
      event.setString(
          6,
          """
          {"actor":"coordinator","correlationId":"c%d","causationId":"",
           "at":"2029-03-01T01:00:00Z","recordedAt":"2029-03-01T01:00:00Z"}
          """
              .formatted(next));
      event.execute();
      ledger.setLong(1, next);
      ledger.setLong(2, next);
      ledger.execute();
    }
  }

  @Test
  void draws_visits_and_results_of_both_agree_or_are_named() throws Exception {
    assertThat(Agreement.differences(postgres.port())).isEmpty();

    for (String bureau : BUREAUS) {
      happened(
          "inspection",
          bureau,
          "visit",
          bureau + "-2029001-001-1-S1",
          "TeamReassigned",
          "{\"inspectors\":[\"A\",\"C\"]}");
    }
    assertThat(Agreement.differences(postgres.port()))
        .containsExactly(
            "130534-2029001-001-1-S1: 抽取端为 [A, B]，检查端为 [A, C]",
            "130534.scjg-2029001-001-1-S1: 抽取端为 [A, B]，检查端为 [A, C]");
  }

  @Test
  void a_recused_member_who_began_is_noted_in_both() throws Exception {
    for (String bureau : BUREAUS) {
      happened(
          "draw",
          bureau,
          "task",
          bureau + "-2029001-001",
          "MemberRecused",
          "{\"subject\":\"S1\",\"inspector\":\"A\",\"on\":\"2029-03-02\"}");
      happened(
          "inspection",
          bureau,
          "visit",
          bureau + "-2029001-001-1-S1",
          "InspectionStarted",
          "{\"present\":[\"A\",\"B\"],\"on\":\"2029-03-03\"}");
    }

    assertThat(RecusedStarts.of(postgres.port()))
        .containsExactly("130534-2029001-001-1-S1 A", "130534.scjg-2029001-001-1-S1 A");
  }

  @Test
  void the_story_of_a_draw_is_of_its_bureau_alone_and_that_of_a_firm_is_of_all() throws Exception {
    assertThat(Story.of("130534.scjg-2029001-001-1", postgres.port()))
        .extracting(Story.Line::stream)
        .containsExactly(
            "task~130534.scjg~130534.scjg-2029001-001",
            "task~130534.scjg~130534.scjg-2029001-001",
            "visit~130534.scjg~130534.scjg-2029001-001-1-S1",
            "visit~130534.scjg~130534.scjg-2029001-001-1-S1",
            "result~130534.scjg~130534.scjg-2029001-001-1-S1");
    assertThat(Story.of("130534-2029001-001-1", postgres.port()))
        .extracting(Story.Line::stream)
        .hasSize(5)
        .noneMatch(stream -> stream.contains("scjg"));
    assertThat(Story.of("S1", postgres.port()))
        .extracting(Story.Line::stream)
        .contains(
            "subject-S1",
            "subject~130534.scjg~S1",
            "visit-130534-2029001-001-1-S1",
            "visit~130534.scjg~130534.scjg-2029001-001-1-S1");
  }
}
