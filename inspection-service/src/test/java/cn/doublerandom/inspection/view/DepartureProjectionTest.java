package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.departure.DepartureDecider;
import cn.doublerandom.inspection.departure.DepartureEvent;
import cn.doublerandom.inspection.departure.DepartureRequest;
import cn.doublerandom.inspection.departure.DepartureSummary;
import cn.doublerandom.inspection.departure.DepartureSummary.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An officer who leaves is shown as his hand-over stands. */
class DepartureProjectionTest {
  private static final EventCodec<DepartureEvent> CODEC = new EventCodec<>(DepartureEvent.class);
  private static final LocalDate TODAY = LocalDate.of(2023, 6, 16);
  private static final DepartureRequest REQUEST =
      new DepartureRequest("JC003", "大队", TODAY.plusDays(14), "调到养护中心", "JC005", "lead", TODAY);
  private static final DepartureEvent ASKED = new DepartureEvent.DepartureAsked(REQUEST);

  private static DepartureSummary row(DepartureEvent... events) {
    Map<String, DepartureSummary> rows =
        ProjectionSpecification.over(store ->
                new DepartureProjection(
                    new DepartureView(),
                    new CommandHandler<>(store, new DepartureDecider(), CODEC)))
            .given(CODEC, VisitStreams.DEPARTURE.of("jc003"), events)
            .rows("departure_view", DepartureSummary.class);
    assertThat(rows).containsOnlyKeys("jc003");
    return rows.values().iterator().next();
  }

  @Test
  void it_waits_until_another_person_has_spoken() {
    assertThat(row(ASKED))
        .isEqualTo(
            new DepartureSummary(
                "jc003", State.ASKED, REQUEST, null, null, null, List.of(), List.of()));
    assertThat(row(ASKED, new DepartureEvent.DepartureDeclined("c", "调令尚未下达", TODAY)))
        .isEqualTo(
            new DepartureSummary(
                "jc003", State.DECLINED, REQUEST, "c", TODAY, "调令尚未下达", List.of(), List.of()));
  }

  @Test
  void once_agreed_it_names_what_was_open() {
    var agreed = new DepartureEvent.DepartureAgreed("c", TODAY, List.of("d-1-S"), List.of("r-1"));
    var summary =
        new DepartureSummary(
            "jc003", State.AGREED, REQUEST, "c", TODAY, null, List.of("d-1-S"), List.of("r-1"));
    assertThat(row(ASKED, agreed)).isEqualTo(summary);
    assertThat(
            row(
                ASKED,
                agreed,
                new DepartureEvent.HandoversRepeated("lead", TODAY, List.of("d-1-S"), null)))
        .isEqualTo(summary);
  }
}
