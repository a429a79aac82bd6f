package cn.doublerandom.publication.application;

import cn.doublerandom.publication.opendata.OpenFile;
import cn.doublerandom.publication.opendata.OpenRow;
import java.util.List;

/** How rows of open data become bytes. */
public interface OpenForms {
  /** What a file begins with. */
  byte[] begin(OpenFile file);

  /**
   * Some of its rows.
   *
   * @param first whether none was written before
   */
  byte[] rows(OpenFile file, List<OpenRow> rows, boolean first);

  /** What it ends with. */
  byte[] end(OpenFile file);

  /** A row as one line of canonical JSON (RFC 8785), without the end of the line. */
  String line(OpenRow row);
}
