package cn.doublerandom.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.deputy.DeputyCodec;
import cn.doublerandom.registry.deputy.DeputyDirectory.Entry;
import cn.doublerandom.registry.deputy.DeputyEvent;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyApproved;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyDeclined;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyEnded;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyProposed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may act for whom is read with what waits for a second person. */
class DeputyRowsTest {
  private static final LocalDate DAY = LocalDate.of(2023, 3, 15);
  private static final Deputyship ENTRY =
      new Deputyship("li", "wang", "", List.of("approver"), DAY, DAY.plusDays(10));
  private static final DeputyProposed PROPOSED = new DeputyProposed(ENTRY, "外出培训", "zhao");
  private static final DeputyApproved APPROVED = new DeputyApproved(ENTRY, "外出培训", "zhao", "qian");

  private static Map<String, Entry> rows(DeputyEvent... events) {
    return ProjectionSpecification.of(
            new DeputyProjection(new DeputyView(), DeputyCodec.ofEvents()))
        .given(DeputyCodec.ofEvents(), RegistryStreams.DEPUTY.of("li/wang"), events)
        .rows("deputy_view", Entry.class);
  }

  @Test
  void what_was_proposed_waits_until_another_agrees_or_does_not() {
    assertThat(rows(PROPOSED))
        .isEqualTo(Map.of("li/wang", new Entry("li", "wang", null, null, ENTRY, "zhao")));
    assertThat(rows(PROPOSED, new DeputyDeclined("qian", "不同意")))
        .isEqualTo(Map.of("li/wang", new Entry("li", "wang", null, null, null, null)));
    assertThat(rows(PROPOSED, APPROVED))
        .isEqualTo(Map.of("li/wang", new Entry("li", "wang", ENTRY, null, null, null)));
  }

  @Test
  void what_was_ended_holds_no_more_until_it_is_agreed_to_again() {
    var ended = new DeputyEnded("li", "提前返岗", DAY);
    assertThat(rows(PROPOSED, APPROVED, ended, PROPOSED))
        .isEqualTo(Map.of("li/wang", new Entry("li", "wang", ENTRY, "提前返岗", ENTRY, "zhao")));
    assertThat(rows(PROPOSED, APPROVED, ended, PROPOSED, APPROVED))
        .isEqualTo(Map.of("li/wang", new Entry("li", "wang", ENTRY, null, null, null)));
  }
}
