package planted.draw.view;

import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Breaks: a read model of which no test says what rows come of which events. */
public class Unspecified implements Projection {
  @Override
  public String name() {
    return "unspecified";
  }

  @Override
  public List<String> tables() {
    return List.of();
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return Uni.createFrom().voidItem();
  }
}
