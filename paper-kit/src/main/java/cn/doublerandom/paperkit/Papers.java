package cn.doublerandom.paperkit;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A filled template as a page or as a PDF of the same. Anybody may ask for a paper, and a PDF takes
 * seconds and a hundred megabytes where it is long: one is made at a time, a few wait for it, and
 * what is beyond that is refused. What was made last is printed again from memory. Blocks.
 */
@ApplicationScoped
public class Papers {
  /** What waits holds a thread of the service. */
  private static final int MOST_WAITING = 4;

  /** Longer than the largest takes on an old machine. */
  private static final int PATIENCE_SECONDS = 20;

  /** The papers of some days; each some tens of kilobytes. */
  private static final int MOST_KEPT = 16;

  /** What is larger is made anew. */
  private static final int MOST_KEPT_BYTES = 524_288;

  /** By the hash of the page each was printed from: what a page gives never changes. */
  private final Map<String, byte[]> kept =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private final Semaphore places = new Semaphore(1 + MOST_WAITING);
  private final Semaphore press = new Semaphore(1, true);

  /** There are too many papers in the making; it may be asked for again. */
  public static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The page, for a browser, which has typefaces of its own. */
  public String page(TemplateInstance paper, Imprint imprint, Locale language) {
    return filled(paper, imprint, language, "");
  }

  /**
   * The paper as a PDF.
   *
   * @throws Busy if too many are in the making
   */
  public byte[] pdf(TemplateInstance paper, Imprint imprint, Locale language) {
    String page = written(paper, imprint, language);
    String hash = Imprint.hashOf((page + imprint.time()).getBytes(StandardCharsets.UTF_8));
    byte[] known = kept(hash);
    if (known != null) {
      return known.clone();
    } else if (!places.tryAcquire()) {
      throw new Busy();
    }
    try {
      return printed(page, imprint, hash);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    } finally {
      places.release();
    }
  }

  /** Whoever asks for the same meanwhile waits for the one that is being made. */
  private byte[] printed(String page, Imprint imprint, String hash) throws InterruptedException {
    if (!press.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new Busy();
    }
    try {
      byte[] known = kept(hash);
      if (known != null) {
        return known.clone();
      }
      byte[] pdf = PaperPress.pdf(page, imprint);
      if (pdf.length <= MOST_KEPT_BYTES) {
        synchronized (kept) {
          kept.put(hash, pdf.clone());
        }
      }
      return pdf;
    } finally {
      press.release();
    }
  }

  private byte @Nullable [] kept(String hash) {
    synchronized (kept) {
      return kept.get(hash);
    }
  }

  /** Where a sign has no shape, the paper says at its end what it wrote instead. */
  private static String written(TemplateInstance paper, Imprint imprint, Locale language) {
    String page = filled(paper, imprint, language, "");
    String lacking = PaperPress.lacking(page);
    return lacking.isEmpty() ? page : filled(paper, imprint, language, lacking);
  }

  private static String filled(
      TemplateInstance paper, Imprint imprint, Locale language, String lacking) {
    return paper.setLocale(language).data("imprint", imprint).data("lacking", lacking).render();
  }
}
