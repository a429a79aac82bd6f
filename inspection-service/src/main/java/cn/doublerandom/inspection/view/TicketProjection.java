package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.ticket.Ticket;
import cn.doublerandom.inspection.ticket.TicketCommand;
import cn.doublerandom.inspection.ticket.TicketEvent;
import cn.doublerandom.inspection.ticket.TicketSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows how each ticket of supervision stands right after its latest step. */
@ApplicationScoped
class TicketProjection implements Projection {
  private final TicketView tickets;
  private final CommandHandler<TicketCommand, TicketEvent, Ticket> handler;

  @Inject
  TicketProjection(TicketView tickets, CommandHandler<TicketCommand, TicketEvent, Ticket> handler) {
    this.tickets = tickets;
    this.handler = handler;
  }

  @Override
  public String name() {
    return "tickets";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(tickets.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return handler
        .within(views.scope())
        .statesAt(LedgerEntry.lastVersions(entries, VisitStreams.TICKET))
        .invoke(states ->
            states.forEach((stream, known) -> {
              String id = VisitStreams.TICKET.id(stream);
              tickets.rows.put(views, id, TicketSummary.of(id, known));
            }))
        .replaceWithVoid();
  }
}
