package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.revisit.Ceremony;
import cn.doublerandom.inspection.revisit.RevisitCodec;
import cn.doublerandom.inspection.revisit.RevisitDecider;
import cn.doublerandom.inspection.revisit.RevisitEvent;
import cn.doublerandom.inspection.revisit.RevisitSummary;
import cn.doublerandom.inspection.revisit.SampleSummary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The revisits of a task are listed with how far their sample is and what came of it. */
class RevisitProjectionTest {
  private static final EventCodec<RevisitEvent> CODEC = RevisitCodec.ofEvents();

  private static SampleSummary row(List<RevisitEvent> events) {
    Map<String, RevisitSummary> rows =
        ProjectionSpecification.over(store ->
                new RevisitProjection(
                    new RevisitView(), new CommandHandler<>(store, new RevisitDecider(), CODEC)))
            .given(
                CODEC, VisitStreams.REVISITS.of("2023001-001"), events.toArray(RevisitEvent[]::new))
            .rows("revisit_view", RevisitSummary.class);
    assertThat(rows).containsOnlyKeys("2023001-001");
    return rows.get("2023001-001").last().orElseThrow();
  }

  @Test
  void a_sample_is_listed_with_its_step() {
    List<RevisitEvent> all = Ceremony.drawn();
    assertThat(row(all.subList(0, 2)))
        .satisfies(
            one -> assertThat(one.phase()).isEqualTo(SampleSummary.Phase.FROZEN),
            one -> assertThat(one.promised()).containsExactly("witness-1"));
    assertThat(row(all.subList(0, 5)))
        .satisfies(
            one -> assertThat(one.phase()).isEqualTo(SampleSummary.Phase.COMMITTED),
            one -> assertThat(one.revealed()).containsExactly("witness-1"),
            one -> assertThat(one.seed()).isNull());
    assertThat(row(all))
        .satisfies(
            one -> assertThat(one.phase()).isEqualTo(SampleSummary.Phase.DRAWN),
            one -> assertThat(one.revisits()).hasSize(2),
            one -> assertThat(one.confirmed()).isZero());
  }

  @Test
  void what_was_found_stands_beside_the_first_result_once_it_is_confirmed() {
    SampleSummary seen = row(Ceremony.seenAgain());
    assertThat(seen.confirmed()).isEqualTo(1);
    assertThat(seen.agreements())
        .singleElement()
        .satisfies(one -> assertThat(one.agreed()).isEqualTo(1));
    assertThat(seen.ofTheDraw())
        .satisfies(
            one -> assertThat(one.agreements()).isEmpty(),
            one -> assertThat(one.confirmed()).isZero(),
            one ->
                assertThat(one.revisits())
                    .allSatisfy(revisit -> assertThat(revisit.findings()).isEmpty()));
  }
}
