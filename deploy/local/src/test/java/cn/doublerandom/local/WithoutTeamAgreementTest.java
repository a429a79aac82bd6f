package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The audit knows whom a draw found no team for, and who took them over. */
class WithoutTeamAgreementTest {
  private static final String TASK = "task-130534-2023003-002";
  private static final String TEAM = "[{\"subject\":\"S\",\"inspectors\":[\"A\",\"B\"]}]";

  private final Agreement agreement = new Agreement();

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }

  private void frozen(String drawId, String continues) throws JsonProcessingException {
    agreement.draw(
        TASK,
        "FrameFrozen",
        json("{\"frame\":{\"drawId\":\"%s\"%s}}".formatted(drawId, continues)));
  }

  private void executed(String hash, String teams) throws JsonProcessingException {
    agreement.draw(
        TASK,
        "DrawExecuted",
        json(
            "{\"resultHash\":\"%s\",\"result\":{\"selected\":[\"S\"],\"teams\":%s}}"
                .formatted(hash, teams)));
  }

  private void visit(String drawId, String team) throws JsonProcessingException {
    agreement.visit(
        "visit-" + drawId + "-S",
        "VisitAssigned",
        json("{\"assignment\":{\"drawId\":\"%s\",\"inspectors\":%s}}".formatted(drawId, team)));
  }

  private void cancelled(String drawId) throws JsonProcessingException {
    agreement.visit("visit-" + drawId + "-S", "VisitCancelled", json("{}"));
  }

  private void drawnWithoutTeam() throws JsonProcessingException {
    frozen("d-1", "");
    executed("h1", "[]");
    visit("d-1", "[]");
  }

  private void drawnAgain(String teams) throws JsonProcessingException {
    frozen("d-2", ",\"continues\":\"h1\"");
    executed("h2", teams);
  }

  @Test
  void a_drawn_subject_without_a_team_is_a_visit_of_nobody_and_of_nobody_else()
      throws JsonProcessingException {
    drawnWithoutTeam();
    assertThat(agreement.compared()).isEmpty();
    visit("d-1", "[\"A\",\"B\"]");
    assertThat(agreement.compared()).containsExactly("d-1-S: 有检查任务而没有抽中");
  }

  @Test
  void teams_drawn_again_take_it_over_and_both_are_not_owed() throws JsonProcessingException {
    drawnWithoutTeam();
    drawnAgain(TEAM);
    visit("d-2", "[\"A\",\"B\"]");
    assertThat(agreement.compared()).containsExactly("d-1-S: 有检查任务而没有抽中");
    cancelled("d-1");
    assertThat(agreement.compared()).isEmpty();
  }

  @Test
  void when_the_teams_drawn_again_are_void_it_is_nobodys_again() throws JsonProcessingException {
    drawnWithoutTeam();
    drawnAgain(TEAM);
    visit("d-2", "[\"A\",\"B\"]");
    cancelled("d-1");
    agreement.draw(TASK, "DrawVoided", json("{}"));
    cancelled("d-2");
    visit("d-1", "[]");
    assertThat(agreement.compared()).isEmpty();
  }

  private void finished(String visit) throws JsonProcessingException {
    agreement.visit("visit-" + visit, "InspectionFinished", json("{}"));
  }

  private void voidedAfterTheyWereDrawnAgain() throws JsonProcessingException {
    drawnWithoutTeam();
    drawnAgain(TEAM);
    cancelled("d-1");
    agreement.draw(TASK, "DrawVoided", json("{}"));
  }

  @Test
  void what_was_visited_before_the_teams_drawn_again_were_void_is_nobodys_no_more()
      throws JsonProcessingException {
    voidedAfterTheyWereDrawnAgain();
    visit("d-2", "[\"A\",\"B\"]");
    finished("d-2-S");
    assertThat(agreement.compared()).isEmpty();
    visit("d-1", "[]");
    assertThat(agreement.compared()).containsExactly("d-1-S: 有检查任务而没有抽中");
  }

  @Test
  void who_was_replaced_in_a_round_of_teams_that_is_void_is_nobodys_again()
      throws JsonProcessingException {
    drawnWithoutTeam();
    drawnAgain(TEAM);
    cancelled("d-1");
    agreement.draw(
        TASK,
        "SubjectReplaced",
        json("{\"subject\":\"S\",\"alternate\":\"T\",\"inspectors\":[\"A\",\"B\"]}"));
    agreement.draw(TASK, "DrawVoided", json("{}"));
    assertThat(agreement.compared()).containsExactly("d-1-S: 抽中而没有检查任务");
    visit("d-1", "[]");
    assertThat(agreement.compared()).isEmpty();
    agreement.visit(
        "visit-d-2-T",
        "VisitAssigned",
        json("{\"assignment\":{\"drawId\":\"d-2\",\"inspectors\":[\"A\",\"B\"]}}"));
    finished("d-2-T");
    assertThat(agreement.compared())
        .as("its alternate was visited to the end in its place")
        .containsExactly("d-1-S: 有检查任务而没有抽中");
  }

  @Test
  void a_ledger_from_before_such_visits_were_told_of_agrees() throws JsonProcessingException {
    frozen("d-1", "");
    executed("h1", "[]");
    assertThat(agreement.compared()).isEmpty();
  }
}
