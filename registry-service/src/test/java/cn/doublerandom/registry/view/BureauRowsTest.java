package cn.doublerandom.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.bureau.BureauCodec;
import cn.doublerandom.registry.bureau.BureauDetails;
import cn.doublerandom.registry.bureau.BureauDirectory.Entry;
import cn.doublerandom.registry.bureau.BureauEvent;
import cn.doublerandom.registry.bureau.BureauEvent.BureauChanged;
import cn.doublerandom.registry.bureau.BureauEvent.BureauClosed;
import cn.doublerandom.registry.bureau.BureauEvent.BureauClosingRequested;
import cn.doublerandom.registry.bureau.BureauEvent.BureauRegistered;
import cn.doublerandom.registry.bureau.BureauEvent.BureauRequestEnded;
import cn.doublerandom.registry.bureau.BureauEvent.BureauRequested;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The register of bureaus says of each what is registered, and whether something waits. */
class BureauRowsTest {
  private static final String MARKET = "130534.scjg";
  private static final BureauDetails DETAILS = named("清河县市场监督管理局");
  private static final BureauRequested ASKED = new BureauRequested(DETAILS, "platform");
  private static final BureauRegistered REGISTERED =
      new BureauRegistered(DETAILS, "platform", "platform-2");

  private static BureauDetails named(String name) {
    return BureauDetails.of(
        new BureauKey(MARKET), name, "11130534MB0000027X", List.of(), "清市监〔{year}〕{number}号");
  }

  private static Map<String, Entry> rows(BureauEvent... events) {
    return ProjectionSpecification.of(
            new BureauProjection(new BureauView(), BureauCodec.ofEvents()))
        .given(BureauCodec.ofEvents(), RegistryStreams.BUREAU.of(MARKET), events)
        .rows("bureau_view", Entry.class);
  }

  @Test
  void a_bureau_somebody_asked_for_waits_and_is_not_registered() {
    assertThat(rows(ASKED)).isEqualTo(Map.of(MARKET, new Entry(MARKET, null, null, true)));
    assertThat(rows(ASKED, new BureauRequestEnded("platform-2", "尚未成立")))
        .isEqualTo(Map.of(MARKET, new Entry(MARKET, null, null, false)));
  }

  @Test
  void a_registered_bureau_has_its_entry_also_while_a_change_or_its_end_waits() {
    assertThat(rows(ASKED, REGISTERED))
        .isEqualTo(Map.of(MARKET, new Entry(MARKET, DETAILS, null, false)));
    assertThat(rows(ASKED, REGISTERED, new BureauClosingRequested("机构合并", "platform")))
        .isEqualTo(Map.of(MARKET, new Entry(MARKET, DETAILS, null, true)));
    BureauDetails renamed = named("清河县市场监管局");
    assertThat(rows(REGISTERED, new BureauChanged(renamed, "platform", "platform-2")))
        .isEqualTo(Map.of(MARKET, new Entry(MARKET, renamed, null, false)));
  }

  @Test
  void a_closed_bureau_keeps_its_entry_with_the_reason_until_it_is_registered_again() {
    var closed = new BureauClosed("机构合并", "platform", "platform-2");
    assertThat(rows(REGISTERED, closed))
        .isEqualTo(Map.of(MARKET, new Entry(MARKET, DETAILS, "机构合并", false)));
    assertThat(rows(REGISTERED, closed, ASKED))
        .isEqualTo(Map.of(MARKET, new Entry(MARKET, DETAILS, "机构合并", true)));
    assertThat(rows(REGISTERED, closed, ASKED, REGISTERED))
        .isEqualTo(Map.of(MARKET, new Entry(MARKET, DETAILS, null, false)));
  }
}
