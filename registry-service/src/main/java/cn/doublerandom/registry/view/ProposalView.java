package cn.doublerandom.registry.view;

import cn.doublerandom.registry.proposal.ProposalDirectory;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What results propose. */
@ApplicationScoped
class ProposalView implements ProposalDirectory {
  final Documents<ProposalRow, Entry> rows =
      new Documents<>(ProposalRow.class, "proposal_view", Entry.class);

  @Override
  public CompletionStage<List<Entry>> in(State state, String after, int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM proposal_view
        WHERE bureau = :bureau AND state = :state AND id > :after
        ORDER BY id
        """,
        Map.of("state", state.name(), "after", after),
        limit);
  }

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<Waiting> waiting() {
    return rows.value(
            """
            SELECT count(*) || ' ' || coalesce(min(since), '1970-01-01') FROM proposal_view
            WHERE bureau = :bureau AND state = 'OPEN'
            """,
            String.class,
            Map.of())
        .thenApply(ProposalView::waiting);
  }

  private static Waiting waiting(String counted) {
    int between = counted.indexOf(' ');
    return new Waiting(
        Long.parseLong(counted.substring(0, between)),
        LocalDate.parse(counted.substring(between + 1)));
  }
}
