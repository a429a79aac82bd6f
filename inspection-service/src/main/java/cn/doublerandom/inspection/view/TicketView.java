package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.ticket.TicketSummary;
import jakarta.inject.Singleton;

@Singleton
class TicketView extends HearingView<TicketRow, TicketSummary> {
  TicketView() {
    super(TicketRow.class, "ticket_view", TicketSummary.class, "CLOSED", "unit = :unit");
  }
}
