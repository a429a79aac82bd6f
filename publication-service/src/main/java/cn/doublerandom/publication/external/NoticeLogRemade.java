package cn.doublerandom.publication.external;

import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.publication.application.LeafShelf;
import cn.doublerandom.publication.application.NoticeLeaves;
import cn.doublerandom.publication.application.PlacedLeaf;
import cn.doublerandom.servicekit.memory.Remade;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The log of notices made again from the ledger, against the leaves that are kept. */
@ApplicationScoped
class NoticeLogRemade implements Remade {
  private static final int AT_ONCE = 500;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Pool pool;
  private final LeafShelf shelf;
  private final NoticeLeaves leaves;

  @Inject
  NoticeLogRemade(Pool pool, LeafShelf shelf, NoticeLeaves leaves) {
    this.pool = pool;
    this.shelf = shelf;
    this.leaves = leaves;
  }

  @Override
  public String name() {
    return NoticeLogWork.PART;
  }

  @Override
  public Compared compare(Consumer<String> differs) {
    LeafShelf.Reach reach = shelf.reach().await().atMost(LIMIT);
    long seq = 0;
    long size = 0;
    while (seq < reach.seq()) {
      long read = seq;
      List<LedgerEntry> entries =
          new LedgerReader(pool)
              .after(read, AT_ONCE).await().atMost(LIMIT).stream()
                  .filter(entry -> entry.seq() <= reach.seq())
                  .toList();
      if (entries.isEmpty()) {
        break;
      }
      NoticeLeaves.Made made = leaves.of(entries, size).await().atMost(LIMIT);
      List<PlacedLeaf> kept = shelf.from(size, made.leaves().size()).await().atMost(LIMIT);
      compare(made.leaves(), kept, differs);
      size += made.leaves().size();
      seq = made.seq();
    }
    if (size != reach.size()) {
      differs.accept("%d leaves are kept, the ledger makes %d".formatted(reach.size(), size));
    }
    return new Compared(reach.seq(), reach.size());
  }

  static void compare(List<PlacedLeaf> made, List<PlacedLeaf> kept, Consumer<String> differs) {
    for (int i = 0; i < made.size(); i++) {
      PlacedLeaf leaf = made.get(i);
      if (i >= kept.size() || !kept.get(i).equals(leaf)) {
        differs.accept(
            "leaf %d (%s %s, version %d) differs"
                .formatted(leaf.index() + 1, leaf.kind().word(), leaf.id(), leaf.version()));
      }
    }
  }
}
