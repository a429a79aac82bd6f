package cn.doublerandom.draw.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.plan.PlanCodec;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.waiting.application.DrawnActs;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.servicekit.waiting.Doing;
import cn.doublerandom.servicekit.waiting.RecentProjection;
import cn.doublerandom.servicekit.waiting.RecentView;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What people did with plans and draws stands in a row for each request. */
class RecentRowsTest {
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 12);
  private static final String PLAN = DrawStreams.PLAN.of("130534-2023");

  @Test
  void a_plan_that_was_submitted_and_returned_was_two_peoples_doing() {
    assertThat(
            ProjectionSpecification.of(new RecentProjection(new RecentView(), () -> DrawnActs.ALL))
                .at(Instant.parse(MARCH + "T01:00:00Z"))
                .by("coordinator", "request-1")
                .given(
                    PlanCodec.ofEvents(), PLAN, new PlanEvent.PlanSubmitted("coordinator", MARCH))
                .by("approver", "request-2")
                .given(PlanCodec.ofEvents(), PLAN, new PlanEvent.PlanReturned("approver", "缺范围"))
                .rows("recent_view", Doing.class)
                .values())
        .containsExactlyInAnyOrder(
            new Doing("PlanSubmitted", PLAN, "coordinator", MARCH, 1, 1),
            new Doing("PlanReturned", PLAN, "approver", MARCH, 2, 1));
  }
}
