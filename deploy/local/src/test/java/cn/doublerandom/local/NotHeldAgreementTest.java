package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The audit names a visit that is late where it is held and not where the public looks. */
class NotHeldAgreementTest {
  private static final String VISIT = "visit-d-1-S";
  private static final String RESULT = "result-d-1-S";
  private static final JsonNode NOTHING = new ObjectMapper().createObjectNode();

  private static Agreement assigned() throws JsonProcessingException {
    var agreement = new Agreement();
    agreement.visit(
        VISIT,
        "VisitAssigned",
        new ObjectMapper()
            .readTree("{\"assignment\":{\"drawId\":\"d-1\",\"inspectors\":[\"A\",\"B\"]}}"));
    return agreement;
  }

  private static List<String> late(Agreement agreement) {
    return agreement.compared().stream().filter(line -> line.contains("逾期未检查")).toList();
  }

  @Test
  void a_visit_that_was_not_held_is_listed_for_the_public_until_it_is_settled() throws Exception {
    Agreement agreement = assigned();
    agreement.visit(VISIT, "VisitNotHeld", NOTHING);
    assertThat(late(agreement)).containsExactly("d-1-S: 逾期未检查，公示端没有列出");

    agreement.result(RESULT, "VisitMissed", NOTHING);
    assertThat(late(agreement)).isEmpty();

    agreement.visit(VISIT, "InspectionFinished", NOTHING);
    assertThat(late(agreement)).containsExactly("d-1-S: 公示端列为逾期未检查，检查端不是");

    agreement.result(RESULT, "VisitSettled", NOTHING);
    assertThat(late(agreement)).isEmpty();
  }

  @Test
  void a_visit_that_fell_away_is_owed_by_nobody() throws Exception {
    Agreement agreement = assigned();
    agreement.visit(VISIT, "VisitNotHeld", NOTHING);
    agreement.visit(VISIT, "VisitCancelled", NOTHING);
    assertThat(late(agreement)).isEmpty();
  }

  @Test
  void nobody_is_called_late_of_whom_no_visit_is_known() {
    var agreement = new Agreement();
    agreement.result(RESULT, "VisitMissed", NOTHING);
    assertThat(late(agreement)).containsExactly("d-1-S: 公示端列为逾期未检查，检查端不是");
  }
}
