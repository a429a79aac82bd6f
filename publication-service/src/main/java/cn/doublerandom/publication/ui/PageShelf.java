package cn.doublerandom.publication.ui;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Public pages as they were made last. One is good as long as nothing was projected since, and not
 * longer than a moment: what others told of the register moves no place of our ledger. What has not
 * been asked for longest goes first. What many ask for at once is made once, and each of them gets
 * it.
 */
final class PageShelf {
  /** Beyond this a page is made each time: nobody fills the shelf with one. */
  static final int MOST_BYTES = 1_000_000;

  /** Of all pages together. */
  static final long MOST_BYTES_OF_ALL = 32_000_000;

  private static final int LONGEST_KEY = 300;

  private final long goodNanos;
  private final LongSupplier nanos;
  private final Map<String, Kept> pages = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Uni<Made>> beingMade = new HashMap<>();
  private long bytes;

  PageShelf(long goodNanos, LongSupplier nanos) {
    this.goodNanos = goodNanos;
    this.nanos = nanos;
  }

  /**
   * A page.
   *
   * @param html as it is sent, so that it is not written anew for each who asks
   * @param tag of what it says
   * @param status with which it is sent
   */
  record Made(Buffer html, String tag, int status) {
    /** One that shows what was asked for. */
    Made(Buffer html, String tag) {
      this(html, tag, 200);
    }
  }

  private record Kept(Made made, long seq, long at) {}

  /**
   * The page of an address: as it was made last, as it is just being made for somebody else, or
   * made now. Where making it fails, those fail who waited for it, and the next who asks begins
   * anew.
   *
   * @param seq up to which everything is shown now
   */
  Uni<Made> show(String key, long seq, Supplier<Uni<Made>> page) {
    if (goodNanos <= 0) {
      return page.get();
    }
    Optional<Made> known = find(key, seq);
    return known.map(made -> Uni.createFrom().item(made)).orElseGet(() -> asked(key, seq, page));
  }

  private synchronized Uni<Made> asked(String key, long seq, Supplier<Uni<Made>> page) {
    String turn = seq + " " + key;
    Uni<Made> others = beingMade.get(turn);
    if (others != null) {
      return others;
    }
    Uni<Made> ours =
        page.get()
            .invoke(made -> keep(key, seq, made))
            .onTermination()
            .invoke(() -> over(turn))
            .memoize()
            .indefinitely();
    beingMade.put(turn, ours);
    return ours;
  }

  private synchronized void over(String turn) {
    beingMade.remove(turn);
  }

  /**
   * The page of an address, where it is still good.
   *
   * @param seq up to which everything is shown now
   */
  synchronized Optional<Made> find(String key, long seq) {
    Kept kept = pages.get(key);
    return kept == null || kept.seq() != seq || isOver(kept)
        ? Optional.empty()
        : Optional.of(kept.made());
  }

  private boolean isOver(Kept kept) {
    return nanos.getAsLong() - kept.at() >= goodNanos;
  }

  /**
   * Keeps a page.
   *
   * @param seq up to which everything was shown before it was made
   */
  synchronized void keep(String key, long seq, Made made) {
    if (goodNanos <= 0 || made.html().length() > MOST_BYTES || key.length() > LONGEST_KEY) {
      return;
    }
    Kept newer = pages.get(key);
    if (newer != null && newer.seq() > seq && !isOver(newer)) {
      return;
    }
    Kept before = pages.put(key, new Kept(made, seq, nanos.getAsLong()));
    bytes += made.html().length() - (before == null ? 0 : before.made().html().length());
    var oldest = pages.values().iterator();
    while (bytes > MOST_BYTES_OF_ALL) {
      bytes -= oldest.next().made().html().length();
      oldest.remove();
    }
  }
}
