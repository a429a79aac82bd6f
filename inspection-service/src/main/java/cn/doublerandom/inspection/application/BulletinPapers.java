package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.bulletin.Reach;
import cn.doublerandom.inspection.hearing.Hearing;

/** A bulletin as a paper, A4 and in Chinese, with what its reader may see of it. Blocks. */
public interface BulletinPapers {
  byte[] pdf(String id, Hearing<BulletinDrawnUp, Reach> bulletin);
}
