package cn.doublerandom.servicekit.ui;

import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.PublicFrame;
import cn.doublerandom.servicekit.identity.Practice;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * What stands around a page of the portal: in which language it is read, in which letters, and
 * whether it is an exercise.
 */
@RequestScoped
public class PublicFrames {
  private final Reader reader;
  private final Frames frames;
  private final Practice practice;

  @Inject
  PublicFrames(Reader reader, Frames frames, Practice practice) {
    this.practice = practice;
    this.reader = reader;
    this.frames = frames;
  }

  /** A page of the portal, in the reader's language. */
  public TemplateInstance around(TemplateInstance page) {
    return around(page, frames.anew());
  }

  /**
   * The same of an answer to what has no page.
   *
   * @param back where the switch of languages leads
   */
  public TemplateInstance around(TemplateInstance page, PageAddress back) {
    return page.data(
            "frame", new PublicFrame(back, readsEnglish(), reader.readsLarge(), practice.isNow()))
        .setLocale(reader.locale());
  }

  /** This page, with what is asked for. */
  public PageAddress here() {
    return frames.here();
  }

  /** How the reader reads, in one word: two with the same word are shown the same. */
  public String look() {
    return (reader.readsEnglish() ? "en" : "zh") + (reader.readsLarge() ? "-large" : "");
  }

  public boolean readsEnglish() {
    return reader.readsEnglish();
  }

  /** What pages say, in the reader's language. */
  public <T> T words(Class<T> bundle) {
    return reader.words(bundle);
  }
}
