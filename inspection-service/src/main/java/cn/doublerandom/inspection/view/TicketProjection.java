package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.TicketEvent;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
import cn.doublerandom.inspection.ticket.TicketSummary;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The tickets of supervision. */
@Singleton
class TicketProjection
    extends HearingProjection<TicketOpened, Conclusion, TicketEvent, TicketSummary> {
  @Inject
  TicketProjection(
      TicketView tickets,
      CommandHandler<
              HearingCommand<TicketOpened, Conclusion>,
              TicketEvent,
              Hearing<TicketOpened, Conclusion>>
          handler) {
    super(VisitStreams.TICKET, tickets.rows, handler, TicketSummary::of);
  }

  @Override
  public String name() {
    return "tickets";
  }
}
