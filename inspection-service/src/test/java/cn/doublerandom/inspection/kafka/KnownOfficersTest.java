package cn.doublerandom.inspection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.people.Duty;
import cn.doublerandom.contracts.InspectorChanged;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.ReplicaSpecification;
import cn.doublerandom.inspection.visit.KnownOfficer;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the registry told of an officer last decides whether he may begin a visit. */
class KnownOfficersTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 1);
  private static final LocalDate VALID = LocalDate.of(2025, 12, 31);

  private static InspectorChanged officer(
      String status,
      @Nullable List<InspectorChanged.Absence> absences,
      @Nullable List<InspectorChanged.Later> later) {
    return new InspectorChanged(
        "JC001", "大队", List.of("unit:大队"), VALID, status, List.of(), absences, later, null);
  }

  private static Map<String, KnownOfficer> rows(InspectorChanged... told) {
    ReplicaSpecification given = ReplicaSpecification.of(new KnownOfficers());
    for (InspectorChanged one : told) {
      given.given(
          Integration.announcement(
              Topic.REGISTRY_EVENTS.address(), "inspector-" + one.inspectorId(), one));
    }
    return given.rows(KnownOfficer.class);
  }

  @Test
  void an_officer_is_kept_as_he_was_told_last_without_his_recusals() {
    var leave = new InspectorChanged.Absence(MAY, MAY.plusDays(9));
    assertThat(rows(officer("ACTIVE", null, null), officer("ACTIVE", List.of(leave), null)))
        .isEqualTo(
            Map.of(
                "JC001",
                new KnownOfficer(
                    "JC001",
                    new Duty(
                        "ACTIVE", VALID, List.of(new Duty.Absence(MAY, MAY.plusDays(9))), null),
                    "大队")));
  }

  @Test
  void what_holds_from_a_later_day_holds_from_that_day() {
    Duty duty =
        rows(officer("ACTIVE", null, List.of(new InspectorChanged.Later(MAY, "LEFT"))))
            .get("JC001")
            .duty();
    assertThat(duty.obstacle(MAY.minusDays(1))).isEmpty();
    assertThat(duty.obstacle(MAY)).contains("NOT_ACTIVE");
    assertThat(duty.obstacle(VALID.plusDays(1))).contains("NOT_ACTIVE");
  }
}
