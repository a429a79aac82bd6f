package cn.doublerandom.publication.application;

import java.util.Locale;

/** A public notice as a paper to keep, which says where it can be checked. Blocks. */
public interface NoticePapers {
  /** 检查结果公告, as everybody may read it today: corrected, withdrawn or a stub where it is. */
  byte[] pdf(PublicNotices.ResultOfDraw shown, Locale language);
}
