package cn.doublerandom.inspection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.ExpertChanged;
import cn.doublerandom.contracts.ExpertErased;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.ReplicaSpecification;
import cn.doublerandom.inspection.visit.Entrusted;
import cn.doublerandom.inspection.visit.KnownExpert;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the registry told of an expert last decides whether he may stand beside a team. */
class KnownExpertsTest {
  private static final LocalDate FROM = LocalDate.of(2023, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2024, 12, 31);
  private static final LocalDate MAY = LocalDate.of(2023, 5, 1);
  private static final Entrusted ENTRUSTED =
      new Entrusted("ZJ01", "BODY", "检测公司", List.of("桥梁检测"), "交通局", "委1号", FROM, UNTIL);

  private static ExpertChanged told(String status, @Nullable LocalDate gone) {
    return new ExpertChanged(
        "ZJ01", "BODY", "检测公司", List.of("桥梁检测"), "交通局", "委1号", FROM, UNTIL, status, gone);
  }

  private static KnownExpert row(IntegrationEvent... told) {
    ReplicaSpecification given = ReplicaSpecification.of(new KnownExperts());
    for (IntegrationEvent one : told) {
      given.given(Integration.announcement(Topic.REGISTRY_EVENTS.address(), "expert-ZJ01", one));
    }
    Map<String, KnownExpert> rows = given.rows(KnownExpert.class);
    assertThat(rows).containsOnlyKeys("ZJ01");
    return rows.get("ZJ01");
  }

  @Test
  void an_expert_is_kept_as_he_was_told_last() {
    assertThat(row(told("WITHDRAWN", MAY), told("IN_POOL", null)))
        .isEqualTo(new KnownExpert("ZJ01", ENTRUSTED, null, null));
  }

  @Test
  void an_entrustment_holds_on_its_days_as_long_as_the_expert_is_in_the_pool() {
    KnownExpert entrusted = row(told("IN_POOL", null));
    assertThat(entrusted.isEntrusted(FROM.minusDays(1))).isFalse();
    assertThat(entrusted.isEntrusted(FROM)).isTrue();
    assertThat(entrusted.isEntrusted(UNTIL)).isTrue();
    assertThat(entrusted.isEntrusted(UNTIL.plusDays(1))).isFalse();
    KnownExpert leaving = row(told("WITHDRAWN", MAY));
    assertThat(leaving.isEntrusted(MAY.minusDays(1))).isTrue();
    assertThat(leaving.isEntrusted(MAY)).isFalse();
    assertThat(row(told("WITHDRAWN", null)).isEntrusted(MAY)).isFalse();
  }

  @Test
  void of_who_was_erased_nothing_is_kept_in_whatever_order_it_is_told() {
    var erased = new ExpertErased("ZJ01");
    assertThat(row(told("WITHDRAWN", MAY), erased)).isEqualTo(KnownExpert.erased("ZJ01"));
    assertThat(row(erased, told("WITHDRAWN", MAY))).isEqualTo(KnownExpert.erased("ZJ01"));
    assertThat(row(erased).isEntrusted(MAY)).isFalse();
  }
}
