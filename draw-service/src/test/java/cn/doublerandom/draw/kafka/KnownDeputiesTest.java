package cn.doublerandom.draw.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.contracts.DeputyChanged;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.ReplicaSpecification;
import cn.doublerandom.servicekit.messaging.DeputyReplica;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may act for whom, as the registry told it last. */
class KnownDeputiesTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 15);

  private static DeputyChanged told(String status) {
    return new DeputyChanged(
        "li", "wang", null, List.of("approver"), DAY, DAY.plusDays(10), status);
  }

  private static Map<String, DeputyChanged> rows(DeputyChanged... told) {
    ReplicaSpecification given = ReplicaSpecification.of(new DeputyReplica());
    for (DeputyChanged one : told) {
      given.given(Integration.announcement(Topic.REGISTRY_EVENTS.address(), "deputy-li/wang", one));
    }
    return given.rows(DeputyChanged.class);
  }

  @Test
  void a_deputy_is_kept_as_he_was_told_last() {
    assertThat(rows(told("HOLDS"))).isEqualTo(Map.of("li/wang", told("HOLDS")));
    assertThat(rows(told("HOLDS"), told("ENDED"))).isEqualTo(Map.of("li/wang", told("ENDED")));
  }

  @Test
  void who_was_ended_acts_for_nobody() {
    String row =
        "{\"deputy\":\"li\",\"principal\":\"wang\",\"roles\":[\"approver\"],\"from\":\"2023-03-15\","
            + "\"until\":\"2023-03-25\",\"status\":\"%s\"}";
    assertThat(new DeputyReplica().deputyship(row.formatted("HOLDS")))
        .contains(new Deputyship("li", "wang", "", List.of("approver"), DAY, DAY.plusDays(10)));
    assertThat(new DeputyReplica().deputyship(row.formatted("ENDED"))).isEmpty();
  }
}
