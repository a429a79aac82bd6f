package cn.doublerandom.draw.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.ResultRecorded;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.draw.drawing.MadeVisits.MadeVisit;
import cn.doublerandom.eventstore.inbox.ReplicaSpecification;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a recorded result the draw keeps that there is one, and nothing that was found. */
class RecordedVisitsTest {
  private static final LocalDate DAY = LocalDate.of(2023, 6, 20);

  @Test
  void a_recorded_visit_is_known_with_the_day_it_was_finished_and_nothing_else() {
    ReplicaSpecification given = ReplicaSpecification.of(new RecordedVisits());
    given.given(
        Integration.announcement(
            Topic.INSPECTION_EVENTS.address(),
            "visit-d-1-S",
            new ResultRecorded(
                "d-1-S",
                "d-1",
                "2023001",
                "001",
                "S",
                List.of("JC003", "JC005"),
                "大队",
                DAY,
                DAY.plusDays(28),
                false,
                List.of("3"),
                List.of(new ResultRecorded.Finding("I-1", "经营行为", List.of("3"), "没有档案")),
                null,
                "JC003",
                null)));
    assertThat(given.rows(MadeVisit.class)).isEqualTo(Map.of("d-1-S", new MadeVisit("d-1-S", DAY)));
  }
}
