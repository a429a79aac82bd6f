package cn.doublerandom.draw.plan.application;

import cn.doublerandom.draw.plan.PlanSheet;
import cn.doublerandom.draw.plan.PlanTable;
import java.io.IOException;

/** Plans as documents, whatever their files look like. Blocks. */
public interface PlanPapers {
  /** What a plan is written as. */
  enum Form {
    XLSX,
    DOCX
  }

  /** The sheet of a file: xlsx, docx, html, csv, or text as it was pasted. */
  PlanSheet sheet(byte[] file) throws IOException;

  /** A published plan as a document; whoever asks meanwhile waits for the one being made. */
  byte[] of(String planKey, long version, PlanTable table, Form form) throws IOException;

  /** The table as a page. */
  String html(PlanTable table);
}
