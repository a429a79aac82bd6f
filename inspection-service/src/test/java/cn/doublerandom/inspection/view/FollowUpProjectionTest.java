package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.followup.Alarm;
import cn.doublerandom.inspection.followup.FollowUp;
import cn.doublerandom.inspection.followup.FollowUpDecider;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUpKind;
import cn.doublerandom.inspection.followup.FollowUpSummary;
import cn.doublerandom.inspection.followup.OfVisit;
import cn.doublerandom.inspection.followup.RecheckVisit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpProjectionTest {
  private static final EventCodec<FollowUpEvent> CODEC = new EventCodec<>(FollowUpEvent.class);
  private static final OfVisit OF =
      new OfVisit("d-1-S", "d-1", "S", List.of("JC003", "JC004"), List.of("大队"));
  private static final LocalDate DUE = LocalDate.of(2023, 4, 7);
  private static final Alarm LATE = new Alarm(DUE.plusDays(1), Alarm.What.OVERDUE, "unit-lead");

  private static FollowUpEvent opened(int number, FollowUpKind kind, @Nullable String receiver) {
    return new FollowUpEvent.FollowUpOpened(
        OF,
        new FollowUp(
            number,
            kind,
            "I-1",
            "清交责改〔2023〕3号",
            receiver,
            DUE.plusDays(number - 1L),
            false,
            List.of(LATE),
            0,
            "JC003",
            LocalDate.of(2023, 3, 16),
            null,
            null,
            null,
            null));
  }

  private static FollowUpSummary row(FollowUpEvent... events) {
    return ProjectionSpecification.over(
            log -> {
              var handler = new CommandHandler<>(log, new FollowUpDecider(), CODEC);
              return new FollowUpProjection(new FollowUpView(), handler);
            })
        .given(CODEC, VisitStreams.FOLLOW_UPS.of("d-1-S"), events)
        .rows("follow_up_view", FollowUpSummary.class)
        .values()
        .iterator()
        .next();
  }

  @Test
  void the_first_day_of_what_is_open_is_shown_and_goes_with_what_is_closed() {
    var order = opened(1, FollowUpKind.CORRECTION, null);
    var transfer = opened(2, FollowUpKind.TRANSFER, "市场监督管理局");
    assertThat(row(order, transfer).nextDue()).isEqualTo(DUE);
    var receipt = new FollowUp.Receipt("综合执法大队", "收18号", null, DUE);
    var looked = new FollowUp.Recheck(true, "已经更换", "JC003", DUE, null);
    FollowUpSummary done =
        row(
            order,
            transfer,
            new FollowUpEvent.RecheckStated(1, looked),
            new FollowUpEvent.RectificationVerified(1, true, "JC004", DUE),
            new FollowUpEvent.FollowUpClosed(1, DUE),
            new FollowUpEvent.ReceiptLinkIssued(2, "a".repeat(64), "JC003"),
            new FollowUpEvent.TransferAcknowledged(2, receipt),
            new FollowUpEvent.FollowUpClosed(2, DUE));
    assertThat(done.nextDue()).isNull();
    assertThat(done.all()).extracting(FollowUp::receipt).containsExactly(null, receipt);
    assertThat(done.all().getFirst().recheck())
        .isEqualTo(new FollowUp.Recheck(true, "已经更换", "JC003", DUE, "JC004"));
  }

  @Test
  void a_re_check_is_shown_to_its_officers_until_it_is_over() {
    var order = opened(1, FollowUpKind.CORRECTION, null);
    var visit = new RecheckVisit("d-1-S-recheck-1-1", 1, DUE, List.of("a", "b"), "JC003", null);
    var planned = new FollowUpEvent.RecheckPlanned(visit);
    assertThat(row(order, planned).rechecks()).containsExactly(visit);
    var looked = new FollowUp.Recheck(false, "没有更换", "a", DUE, null);
    assertThat(row(order, planned, new FollowUpEvent.RecheckStated(1, looked)).rechecks())
        .extracting(RecheckVisit::recorded)
        .containsExactly(looked);
    assertThat(
            row(
                    order,
                    planned,
                    new FollowUpEvent.RecheckStated(1, looked),
                    new FollowUpEvent.RectificationVerified(1, false, "b", DUE))
                .rechecks())
        .isEmpty();
  }

  @Test
  void who_is_told_of_what_is_late_is_shown() {
    FollowUpSummary late =
        row(opened(1, FollowUpKind.CORRECTION, null), new FollowUpEvent.FollowUpAlarmed(1, LATE));
    assertThat(late.late()).isTrue();
    assertThat(late.roles()).containsExactly("unit-lead");
    assertThat(row(opened(1, FollowUpKind.CORRECTION, null)).roles()).isEmpty();
  }
}
