package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps what people did (最近办理), of the events a service tells of. */
@ApplicationScoped
public class RecentProjection implements Projection {
  private final RecentFold fold;

  @Inject
  public RecentProjection(RecentView done, Acts acts) {
    this.fold = new RecentFold(done.rows, acts.byType().keySet());
  }

  @Override
  public String name() {
    return "recent";
  }

  @Override
  public List<String> tables() {
    return List.of(RecentRows.TABLE);
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return fold.apply(entries, views);
  }
}
