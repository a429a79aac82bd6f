package cn.doublerandom.registry.application;

import java.io.IOException;
import java.time.LocalDate;

/**
 * The register as files to take away, page by page, so that millions of rows take little memory.
 */
public interface RegisterPapers {
  /** What the register is written as. */
  enum Form {
    CSV,
    XLSX
  }

  /** A file on its way. */
  interface Pages {
    /** The next bytes; none at the end. Blocks. */
    byte[] next();
  }

  /**
   * The register as a table that can be imported again.
   *
   * @param opensPeople whether what is a person's own is opened, or left out
   * @param today the day the table is of
   */
  Pages subjects(boolean opensPeople, LocalDate today, Form form) throws IOException;

  /** The register as a zip for those who exchange files; persons stay out. */
  Pages fileDrop() throws IOException;
}
