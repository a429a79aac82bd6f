package cn.doublerandom.eventstore.ledger;

import io.smallrye.mutiny.Uni;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The ledger for several readers that follow it one behind the other: a page all of whose entries
 * are there is read once for all of them. What has a number never changes, so a page that is whole
 * stays what it is; one that is not is read anew by each.
 */
public final class LedgerPages {
  /** Entries of a page, which begins after a multiple of it. */
  public static final int PAGE = 1_000;

  private static final int MOST_PAGES = 4;

  /** Pages with longer payloads, as frames are, are not kept. */
  private static final long MOST_CHARACTERS = 4L * 1024 * 1024;

  private final LedgerReader ledger;
  private final Map<Long, CompletableFuture<List<LedgerEntry>>> pages = new LinkedHashMap<>();

  public LedgerPages(LedgerReader ledger) {
    this.ledger = ledger;
  }

  /**
   * At most {@code limit} entries after {@code seq}, ascending; none beyond the page of seq + 1.
   */
  public Uni<List<LedgerEntry>> after(long seq, int limit) {
    long begin = seq / PAGE * PAGE;
    int wanted = Math.min(limit, Math.toIntExact(begin + PAGE - seq));
    CompletableFuture<List<LedgerEntry>> page = page(begin, seq == begin);
    if (page == null) {
      return ledger.after(seq, wanted);
    }
    return Uni.createFrom()
        .completionStage(() -> page)
        .onFailure()
        .recoverWithItem(List.of())
        .flatMap(entries -> {
          if (entries.size() < PAGE) {
            // Who waited for the page of another asked later: more may be there by now.
            return ledger.after(seq, wanted);
          }
          int from = Math.toIntExact(seq - begin);
          return Uni.createFrom().item(entries.subList(from, from + wanted));
        });
  }

  /** A page that is known or on its way; it is asked for by who stands before its first entry. */
  private @Nullable CompletableFuture<List<LedgerEntry>> page(long begin, boolean ask) {
    CompletableFuture<List<LedgerEntry>> mine;
    synchronized (pages) {
      CompletableFuture<List<LedgerEntry>> known = pages.get(begin);
      if (known != null || !ask) {
        return known;
      }
      mine = new CompletableFuture<>();
      pages.put(begin, mine);
      Iterator<Long> oldest = pages.keySet().iterator();
      while (pages.size() > MOST_PAGES) {
        oldest.next();
        oldest.remove();
      }
    }
    ledger
        .after(begin, PAGE)
        .subscribe()
        .with(
            entries -> {
              if (!isKept(entries)) {
                forget(begin, mine);
              }
              mine.complete(entries);
            },
            failure -> {
              forget(begin, mine);
              mine.completeExceptionally(failure);
            });
    return mine;
  }

  private void forget(long begin, CompletableFuture<List<LedgerEntry>> page) {
    synchronized (pages) {
      pages.remove(begin, page);
    }
  }

  private static boolean isKept(List<LedgerEntry> entries) {
    return entries.size() == PAGE
        && entries.stream().mapToLong(entry -> entry.event().payload().length()).sum()
            <= MOST_CHARACTERS;
  }
}
