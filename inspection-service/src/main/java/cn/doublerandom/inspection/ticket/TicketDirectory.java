package cn.doublerandom.inspection.ticket;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The tickets of supervision as they are read. */
public interface TicketDirectory {
  /** At most {@code limit} with an id after {@code after}, ascending. */
  CompletionStage<List<TicketSummary>> page(String after, int limit);

  /** At most {@code limit} that are not closed, ascending by id. */
  CompletionStage<List<TicketSummary>> open(int limit);

  /** The same of one unit. */
  CompletionStage<List<TicketSummary>> of(String unit, String after, int limit);
}
