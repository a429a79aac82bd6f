package cn.doublerandom.draw.drawing.application;

import java.util.Locale;

/** An executed draw as the papers that are signed. Blocks. */
public interface DrawPapers {
  /** Which paper. */
  enum Kind {
    /** 抽取名单: who was drawn, and who visits whom. */
    LIST,
    /** 抽取记录: how it came about. */
    RECORD
  }

  /**
   * @param part of a long list, from 1; a record has one
   */
  byte[] pdf(PrintedDraw draw, Kind kind, int part, Locale language);

  /** The same as a page. */
  String page(PrintedDraw draw, Kind kind, int part, Locale language);
}
