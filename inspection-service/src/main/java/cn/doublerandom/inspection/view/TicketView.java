package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.ticket.TicketDirectory;
import cn.doublerandom.inspection.ticket.TicketSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class TicketView implements TicketDirectory {
  final Documents<TicketRow, TicketSummary> rows =
      new Documents<>(TicketRow.class, "ticket_view", TicketSummary.class);

  @Override
  public CompletionStage<List<TicketSummary>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<List<TicketSummary>> open(int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM ticket_view
        WHERE bureau = :bureau AND state <> 'CLOSED' ORDER BY id
        """,
        Map.of(),
        limit);
  }

  @Override
  public CompletionStage<List<TicketSummary>> of(String unit, String after, int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM ticket_view
        WHERE bureau = :bureau AND unit = :unit AND id > :after
        ORDER BY id
        """,
        Map.of("unit", unit, "after", after),
        limit);
  }
}
