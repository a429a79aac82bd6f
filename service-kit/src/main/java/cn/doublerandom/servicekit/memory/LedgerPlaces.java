package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.servicekit.identity.Asking;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Which numbers the events of a stream have in the ledger, by which anybody can look them up. */
@ApplicationScoped
public class LedgerPlaces {
  private final LedgerReader ledger;
  private final StreamNames names;
  private final Asking asking;

  @Inject
  LedgerPlaces(Pool pool, StreamNames names, Asking asking) {
    this.ledger = new LedgerReader(pool);
    this.names = names;
    this.asking = asking;
  }

  /** Seq by version of a stream of the bureau that asks; what has no number yet is not in it. */
  public Uni<Map<Long, Long>> of(String stream) {
    return asking
        .scope()
        .flatMap(scope -> ledger.seqsOf(names.stored(scope.orElse(Scope.HOME), stream)));
  }
}
