package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.FrozenSignal;
import cn.doublerandom.inspection.ticket.TicketDecider;
import cn.doublerandom.inspection.ticket.TicketEvent;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketAnswered;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketClosed;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
import cn.doublerandom.inspection.ticket.TicketSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ticket is listed with where it stands. */
class TicketProjectionTest {
  private static final EventCodec<TicketEvent> CODEC = new EventCodec<>(TicketEvent.class);
  private static final LocalDate BY = LocalDate.of(2023, 6, 15);
  private static final String ID = "2023-late-entry-0123456789ab";
  private static final TicketOpened OPENED =
      new TicketOpened(
          new FrozenSignal(
              2023, Signal.Kind.LATE_ENTRY, "道路运输股", List.of("V1"), 1, 8, 17, 15, "通知"),
          "请说明为何迟录",
          BY,
          "supervisor");

  private static Map<String, TicketSummary> rows(TicketEvent... events) {
    return ProjectionSpecification.over(store ->
            new TicketProjection(
                new TicketView(), new CommandHandler<>(store, new TicketDecider(), CODEC)))
        .given(CODEC, VisitStreams.TICKET.of(ID), events)
        .rows("ticket_view", TicketSummary.class);
  }

  private static Map<String, TicketSummary> row(TicketSummary.State state, Conclusion conclusion) {
    return Map.of(
        ID,
        new TicketSummary(
            ID, 2023, Signal.Kind.LATE_ENTRY, "道路运输股", state, BY, "supervisor", conclusion));
  }

  @Test
  void it_is_asked_answered_and_closed() {
    var answered = new TicketAnswered("系统停机", "lead");
    var closed = new TicketClosed(Conclusion.REMINDED, "以后当日录入", "supervisor-2");

    assertThat(rows(OPENED)).isEqualTo(row(TicketSummary.State.ASKED, null));
    assertThat(rows(OPENED, answered)).isEqualTo(row(TicketSummary.State.ANSWERED, null));
    assertThat(rows(OPENED, answered, closed))
        .isEqualTo(row(TicketSummary.State.CLOSED, Conclusion.REMINDED));
  }
}
