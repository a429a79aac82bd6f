package cn.doublerandom.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.RegistryActs;
import cn.doublerandom.registry.item.ItemCodec;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.servicekit.waiting.Doing;
import cn.doublerandom.servicekit.waiting.RecentProjection;
import cn.doublerandom.servicekit.waiting.RecentView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.junit.jupiter.api.Test;

/** What people did stands in a row for each request, whatever it was done to. */
class RecentRowsTest {
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 12);
  private static final EventCodec<ItemEvent> ITEMS = ItemCodec.ofEvents();
  private static final ItemEvent CLAIMED = new ItemEvent.ItemClaimed("执法大队", "第三条", MARCH);

  private static ProjectionSpecification march() {
    return ProjectionSpecification.of(
            new RecentProjection(new RecentView(), () -> RegistryActs.ALL))
        .at(Instant.parse(MARCH + "T01:00:00Z"));
  }

  private static Collection<Doing> rows(ProjectionSpecification events) {
    return events.rows("recent_view", Doing.class).values();
  }

  @Test
  void a_request_that_did_one_thing_to_many_is_one_thing_somebody_did() {
    assertThat(
            rows(
                march()
                    .by("registrar", "request-1")
                    .given(ITEMS, RegistryStreams.ITEM.of("JT001"), CLAIMED)
                    .given(ITEMS, RegistryStreams.ITEM.of("JT002"), CLAIMED)
                    .by("wang", "request-2")
                    .given(ITEMS, RegistryStreams.ITEM.of("JT003"), CLAIMED)))
        .containsExactlyInAnyOrder(
            new Doing("ItemClaimed", RegistryStreams.ITEM.of("JT001"), "registrar", MARCH, 2, 2),
            new Doing("ItemClaimed", RegistryStreams.ITEM.of("JT003"), "wang", MARCH, 3, 1));
  }

  @Test
  void what_no_person_did_or_nobody_tells_of_has_no_row() {
    assertThat(
            rows(
                march()
                    .by("registry.events.v1", "event-7")
                    .given(ITEMS, RegistryStreams.ITEM.of("JT001"), CLAIMED)
                    .by("registrar", "request-1")
                    .given(
                        ITEMS,
                        RegistryStreams.ITEM.of("JT001"),
                        new ItemEvent.ItemSuperseded("2023"))))
        .isEmpty();
  }
}
