package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The audit names a visit that began with somebody who was recused. */
class RecusedStartsTest {
  private static final String VISIT = "visit-d-1-S";
  private static final String STARTED = "{\"present\":[\"A\",\"B\"],\"on\":\"2023-03-16\"}";

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }

  private static Agreement told(String from) throws JsonProcessingException {
    var agreement = new Agreement();
    agreement.visit(
        VISIT,
        "VisitAssigned",
        json("{\"assignment\":{\"drawId\":\"d-1\",\"inspectors\":[\"A\",\"B\"]}}"));
    agreement.visit(
        VISIT,
        "MemberRecused",
        json("{\"inspector\":\"A\",\"reason\":\"RELATIVE\",\"from\":\"" + from + "\"}"));
    return agreement;
  }

  @Test
  void a_visit_that_was_told_and_began_all_the_same_is_a_fault() throws Exception {
    var began = told("2023-03-16");
    began.visit(VISIT, "InspectionStarted", json(STARTED));
    assertThat(began.compared()).contains("d-1-S: 检查人员 A 已回避而开始了检查");
    var later = told("2023-03-17");
    later.visit(VISIT, "InspectionStarted", json(STARTED));
    var kept = told("2023-03-16");
    kept.visit(VISIT, "MemberKept", json("{\"inspector\":\"A\"}"));
    kept.visit(VISIT, "InspectionStarted", json(STARTED));
    assertThat(later.compared()).noneMatch(line -> line.contains("回避"));
    assertThat(kept.compared()).noneMatch(line -> line.contains("回避"));
  }

  private static RecusedStarts known(String on) throws JsonProcessingException {
    var starts = new RecusedStarts();
    starts.recusal("task-d", "FrameFrozen", json("{\"frame\":{\"drawId\":\"d-1\"}}"));
    starts.recusal(
        "task-d",
        "MemberRecused",
        json("{\"subject\":\"S\",\"inspector\":\"A\",\"on\":\"" + on + "\"}"));
    return starts;
  }

  @Test
  void one_that_was_not_told_is_noted_where_the_draw_knew_on_an_earlier_day() throws Exception {
    var older = known("2023-03-15");
    older.start(VISIT, "InspectionStarted", json(STARTED));
    assertThat(older.found()).containsExactly("d-1-S A");
    var sameDay = known("2023-03-16");
    sameDay.start(VISIT, "InspectionStarted", json(STARTED));
    assertThat(sameDay.found()).isEmpty();
    var kept = known("2023-03-15");
    kept.recusal("task-d", "MemberKept", json("{\"subject\":\"S\",\"inspector\":\"A\"}"));
    kept.start(VISIT, "InspectionStarted", json(STARTED));
    assertThat(kept.found()).isEmpty();
    var told = known("2023-03-15");
    told.start(VISIT, "MemberRecused", json("{\"inspector\":\"A\"}"));
    told.start(VISIT, "InspectionStarted", json(STARTED));
    assertThat(told.found()).as("a fault, not a note").isEmpty();
  }
}
