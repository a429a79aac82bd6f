package cn.doublerandom.draw.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.contracts.BureauChanged;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.ReplicaSpecification;
import cn.doublerandom.servicekit.messaging.BureauReplica;
import cn.doublerandom.servicekit.messaging.Integration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The register of bureaus as the registry told it last. */
class KnownBureausTest {
  private static final String MARKET = "130534.scjg";

  private static BureauChanged told(String name, String creditCode, String status) {
    return new BureauChanged(
        MARKET, name, creditCode, "130534", "COUNTY", List.of(), "清市监〔{year}〕{number}号", status);
  }

  private static Map<String, BureauChanged> rows(BureauChanged... told) {
    ReplicaSpecification given = ReplicaSpecification.of(new BureauReplica());
    for (BureauChanged one : told) {
      given.given(
          Integration.announcement(Topic.REGISTRY_EVENTS.address(), "bureau-" + one.bureau(), one));
    }
    return given.rows(BureauChanged.class);
  }

  @Test
  void a_bureau_is_kept_as_it_was_told_last_and_stays_when_it_is_closed() {
    BureauChanged open = told("清河县市场监督管理局", "11130534MB0000027X", "OPEN");
    BureauChanged renamed = told("清河县市场监管局", "11130534MB0000027X", "OPEN");
    BureauChanged closed = told("清河县市场监管局", "11130534MB0000027X", "CLOSED");
    assertThat(rows(open)).isEqualTo(Map.of(MARKET, open));
    assertThat(rows(open, renamed, closed)).isEqualTo(Map.of(MARKET, closed));
  }

  @Test
  void what_cannot_be_a_bureau_is_refused_where_its_key_waits() {
    BureauChanged nobody = told("", "11130534MB0000027X", "OPEN");
    assertThatThrownBy(() -> rows(nobody)).isInstanceOf(IllegalArgumentException.class);
  }
}
