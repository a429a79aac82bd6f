package cn.doublerandom.draw.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.VisitRescheduled;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.draw.drawing.VisitDays.AgreedDay;
import cn.doublerandom.eventstore.inbox.ReplicaSpecification;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of each visit the day that was told last is the one on which it is held. */
class AgreedDaysTest {
  private static final LocalDate DAY = LocalDate.of(2023, 6, 20);
  private static final LocalDate LATER = DAY.plusDays(2);

  private static VisitRescheduled told(String subject, LocalDate day, @Nullable LocalDate before) {
    return new VisitRescheduled(
        "d-1-" + subject,
        "d-1",
        "2023001",
        "001",
        subject,
        List.of("JC003", "JC005"),
        day,
        before,
        DAY.minusDays(4));
  }

  @Test
  void the_day_that_was_agreed_last_counts_and_each_visit_has_its_own() {
    ReplicaSpecification given = ReplicaSpecification.of(new AgreedDays());
    for (VisitRescheduled one :
        List.of(told("S", DAY, null), told("T", DAY, null), told("S", LATER, DAY))) {
      given.given(
          Integration.announcement(
              Topic.INSPECTION_EVENTS.address(), "visit-" + one.visitId(), one));
    }
    assertThat(given.rows(AgreedDay.class))
        .isEqualTo(
            Map.of("d-1-S", new AgreedDay("d-1-S", LATER), "d-1-T", new AgreedDay("d-1-T", DAY)));
  }
}
