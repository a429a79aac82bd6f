package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.key.Bureau;
import java.util.List;

/** What describes open data to programs. */
public interface OpenPapers {
  /**
   * The latest changes as a feed (RFC 4287).
   *
   * @param changes newest first
   * @param several whether other bureaus are served, too, so that addresses name this one
   */
  byte[] feed(Bureau bureau, boolean several, List<OpenFeed.Changed> changes);

  /**
   * The datasets and their files (DCAT-AP as JSON-LD).
   *
   * @param years the newest first
   */
  byte[] catalogue(Bureau bureau, boolean several, List<Integer> years);

  /** The program that computes the figures of the portal from the files alone. */
  byte[] recompute();
}
