package cn.doublerandom.publication.ui;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Public pages as they were made last. One is good as long as nothing was projected since, and not
 * longer than a moment: what others told of the register moves no place of our ledger. What has not
 * been asked for longest goes first.
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
   */
  record Made(Buffer html, String tag) {}

  private record Kept(Made made, long seq, long at) {}

  /**
   * The page of an address, where it is still good.
   *
   * @param seq up to which everything is shown now
   */
  synchronized Optional<Made> find(String key, long seq) {
    Kept kept = pages.get(key);
    return kept == null || kept.seq() != seq || nanos.getAsLong() - kept.at() >= goodNanos
        ? Optional.empty()
        : Optional.of(kept.made());
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
    Kept before = pages.put(key, new Kept(made, seq, nanos.getAsLong()));
    bytes += made.html().length() - (before == null ? 0 : before.made().html().length());
    var oldest = pages.values().iterator();
    while (bytes > MOST_BYTES_OF_ALL) {
      bytes -= oldest.next().made().html().length();
      oldest.remove();
    }
  }
}
