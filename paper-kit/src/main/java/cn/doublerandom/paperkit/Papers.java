package cn.doublerandom.paperkit;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A filled template as a page or as a PDF of the same. Anybody may ask for a paper, and a PDF takes
 * seconds and a hundred megabytes where it is long: one is made at a time, a few wait for it, and
 * what is beyond that is refused. Blocks.
 */
@ApplicationScoped
public class Papers {
  /** What waits holds a thread of the service. */
  private static final int MOST_WAITING = 4;

  /** Longer than the largest takes on an old machine. */
  private static final int PATIENCE_SECONDS = 20;

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
    if (!places.tryAcquire()) {
      throw new Busy();
    }
    try {
      if (!press.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Busy();
      }
      try {
        return PaperPress.pdf(written(paper, imprint, language), imprint);
      } finally {
        press.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    } finally {
      places.release();
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
