package cn.doublerandom.inspection.application;

/** A visit as the papers of its file, A4 and in Chinese, as they are signed. Blocks. */
public interface VisitPapers {
  /** Which paper. */
  enum Kind {
    /** 行政检查审批表. */
    APPROVAL,
    /** 行政检查通知书 with its receipt. */
    NOTICE,
    /** 现场检查笔录 with its signatures. */
    RECORD,
    /** 检查结果 with who agreed to it and what follows. */
    RESULT,
    /** 证据目录. */
    EVIDENCE,
    /** All of them, as they lie in the file. */
    ALL
  }

  /**
   * @param people what those are called whom it names
   */
  byte[] pdf(PrintedVisit visit, PaperPeople people, Kind kind);
}
