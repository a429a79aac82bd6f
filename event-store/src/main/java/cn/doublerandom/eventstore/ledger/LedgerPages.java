package cn.doublerandom.eventstore.ledger;

import io.smallrye.mutiny.Uni;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The ledger for several readers that follow it one behind the other: what one of them has read is
 * there for all. What has a number never changes, so entries once read stay what they are, also
 * where they were the last of the ledger by then.
 */
public final class LedgerPages {
  /** Entries read at once. */
  public static final int PAGE = 1_000;

  private static final int MOST_PAGES = 8;

  /** Pages with longer payloads, as frames are, are not kept. */
  private static final long MOST_CHARACTERS = 4L * 1024 * 1024;

  private final LedgerReader ledger;
  private final Map<Long, Page> pages = new LinkedHashMap<>();

  public LedgerPages(LedgerReader ledger) {
    this.ledger = ledger;
  }

  /**
   * Entries that follow one another.
   *
   * @param after number of the entry before the first
   * @param entries empty where there were none, and only until that is known
   */
  private record Page(long after, CompletableFuture<List<LedgerEntry>> entries) {
    /** Whether it has the next one, as far as is known already. */
    boolean follows(long seq) {
      return after == seq
          || (after < seq
              && entries.isDone()
              && !entries.isCompletedExceptionally()
              && after + entries.join().size() > seq);
    }

    List<LedgerEntry> after(long seq, int limit) {
      List<LedgerEntry> all = entries.join();
      int from = Math.toIntExact(seq - after);
      return all.subList(from, (int) Math.min((long) from + limit, all.size()));
    }
  }

  /** At most {@code limit} entries after {@code seq}, ascending; none only where there is none. */
  public Uni<List<LedgerEntry>> after(long seq, int limit) {
    Page fresh = new Page(seq, new CompletableFuture<>());
    Page known = knownOr(fresh);
    if (known == null) {
      return read(fresh).map(read -> fresh.after(seq, limit));
    }
    return Uni.createFrom()
        .completionStage(known::entries)
        .onFailure()
        .recoverWithItem(List.of())
        .flatMap(entries ->
            // Who waited for the page of another asked later: more may be there by now.
            entries.isEmpty()
                ? ledger.after(seq, limit)
                : Uni.createFrom().item(known.after(seq, limit)));
  }

  /** A page that is there or on its way; absent where the fresh one is the first. */
  private synchronized @Nullable Page knownOr(Page fresh) {
    for (Page page : pages.values()) {
      if (page.follows(fresh.after())) {
        return page;
      }
    }
    pages.put(fresh.after(), fresh);
    Iterator<Long> oldest = pages.keySet().iterator();
    while (pages.size() > MOST_PAGES) {
      oldest.next();
      oldest.remove();
    }
    return null;
  }

  private Uni<List<LedgerEntry>> read(Page page) {
    return ledger
        .after(page.after(), PAGE)
        .invoke(entries -> {
          if (!isKept(entries)) {
            forget(page);
          }
          page.entries().complete(entries);
        })
        .onFailure()
        .invoke(failure -> {
          forget(page);
          page.entries().completeExceptionally(failure);
        })
        .onCancellation()
        .invoke(() -> {
          forget(page);
          page.entries().complete(List.of());
        });
  }

  private synchronized void forget(Page page) {
    pages.remove(page.after(), page);
  }

  private static boolean isKept(List<LedgerEntry> entries) {
    return !entries.isEmpty()
        && entries.stream().mapToLong(entry -> entry.event().payload().length()).sum()
            <= MOST_CHARACTERS;
  }
}
