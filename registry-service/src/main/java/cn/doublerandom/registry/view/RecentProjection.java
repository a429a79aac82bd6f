package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.application.RegistryActs;
import cn.doublerandom.servicekit.waiting.RecentFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps what people did (最近办理). */
@ApplicationScoped
class RecentProjection implements Projection {
  private final RecentView done;
  private final RecentFold fold;

  @Inject
  RecentProjection(RecentView done) {
    this.done = done;
    this.fold = new RecentFold(done.rows, RegistryActs.ALL.keySet());
  }

  @Override
  public String name() {
    return "recent";
  }

  @Override
  public List<String> tables() {
    return List.of(done.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return fold.apply(entries, views);
  }
}
