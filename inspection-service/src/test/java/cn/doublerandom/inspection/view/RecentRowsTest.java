package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.VisitActs;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.waiting.Doing;
import cn.doublerandom.servicekit.waiting.RecentProjection;
import cn.doublerandom.servicekit.waiting.RecentView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What officers did on visits stands in a row for each request. */
class RecentRowsTest {
  private static final EventCodec<VisitEvent> CODEC = new EventCodec<>(VisitEvent.class);
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 16);
  private static final String VISIT =
      VisitStreams.VISIT.of("130534-2023001-001-1-91130534MA0023063G");

  @Test
  void what_a_draw_or_the_clock_did_to_a_visit_was_nobodys_doing() {
    assertThat(
            ProjectionSpecification.of(new RecentProjection(new RecentView(), () -> VisitActs.ALL))
                .at(Instant.parse(MARCH + "T01:00:00Z"))
                .by("draw.events.v1", "event-7")
                .given(CODEC, VISIT, new VisitEvent.MemberKept("JC001"))
                .by("JC001", "request-1")
                .given(CODEC, VISIT, new VisitEvent.PresenceConfirmed("JC001", MARCH, null))
                .by("JC002", "request-2")
                .given(
                    CODEC,
                    VISIT,
                    new VisitEvent.InspectionStarted(List.of("JC001", "JC002"), MARCH, null))
                .rows("recent_view", Doing.class)
                .values())
        .containsExactlyInAnyOrder(
            new Doing("PresenceConfirmed", VISIT, "JC001", MARCH, 2, 1),
            new Doing("InspectionStarted", VISIT, "JC002", MARCH, 3, 1));
  }
}
