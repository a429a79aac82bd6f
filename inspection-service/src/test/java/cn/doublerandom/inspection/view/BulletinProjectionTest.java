package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.bulletin.Bulletin;
import cn.doublerandom.inspection.bulletin.Bulletin.OfUnit;
import cn.doublerandom.inspection.bulletin.BulletinDecider;
import cn.doublerandom.inspection.bulletin.BulletinEvent;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinAnswered;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinConcluded;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.bulletin.BulletinSummary;
import cn.doublerandom.inspection.bulletin.Reach;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bulletin is listed with the units it names and those that are waited for. */
class BulletinProjectionTest {
  private static final EventCodec<BulletinEvent> CODEC = new EventCodec<>(BulletinEvent.class);
  private static final LocalDate BY = LocalDate.of(2026, 2, 12);
  private static final String ID = "130534-2025-1";
  private static final List<String> UNITS = List.of("道路运输股", "养护中心");
  private static final BulletinDrawnUp DRAWN_UP =
      new BulletinDrawnUp(
          new Bulletin(
              2025,
              1,
              "请对照整改",
              LocalDate.of(2026, 2, 5),
              UNITS.stream().map(unit -> new OfUnit(unit, List.of())).toList()),
          BY,
          false,
          "supervisor",
          null);

  private static BulletinSummary row(BulletinEvent... events) {
    return ProjectionSpecification.over(store ->
            new BulletinProjection(
                new BulletinView(), new CommandHandler<>(store, new BulletinDecider(), CODEC)))
        .given(CODEC, VisitStreams.BULLETIN.of(ID), events)
        .rows("bulletin_view", BulletinSummary.class)
        .get(ID);
  }

  private static BulletinSummary row(
      BulletinSummary.State state, List<String> unheard, Reach reach) {
    return new BulletinSummary(ID, 2025, 1, UNITS, unheard, state, BY, "supervisor", reach);
  }

  @Test
  void its_units_are_heard_one_after_the_other_and_it_is_concluded() {
    var one = new BulletinAnswered("道路运输股", "已经整改", "lead");
    var other = new BulletinAnswered("养护中心", "没有意见", "lead2");
    var concluded = new BulletinConcluded(Reach.INTERNAL, "属实", "supervisor-2");

    assertThat(row(DRAWN_UP)).isEqualTo(row(BulletinSummary.State.HEARING, UNITS, null));
    assertThat(row(DRAWN_UP, one))
        .isEqualTo(row(BulletinSummary.State.HEARING, List.of("养护中心"), null));
    assertThat(row(DRAWN_UP, one, other))
        .isEqualTo(row(BulletinSummary.State.ANSWERED, List.of(), null));
    assertThat(row(DRAWN_UP, one, concluded))
        .isEqualTo(row(BulletinSummary.State.CONCLUDED, List.of(), Reach.INTERNAL));
  }
}
