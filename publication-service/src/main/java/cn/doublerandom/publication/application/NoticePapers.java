package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.PlanNotice;
import java.util.Locale;

/**
 * Public notices as papers to keep, as everybody may read them today; each says where it can be
 * checked. Blocks.
 */
public interface NoticePapers {
  /** Some twenty sheets; a file of them takes a fifth of the memory a service has. */
  int MOST_IN_PART = 500;

  /** 抽查工作计划公告, with what was adjusted and every version that was public before. */
  byte[] plan(PlanNotice plan, Locale language);

  /** 每期抽查实施方案公告. */
  byte[] programme(PublicNotices.PlannedProgramme programme, Locale language);

  /** 通报公告; withdrawn where it is. */
  byte[] bulletin(BulletinNotice bulletin, Locale language);

  /**
   * 抽查任务公告: promised, sealed, made or void.
   *
   * @param part of a list of more than {@value #MOST_IN_PART}, from 1; all else stands in the first
   * @throws cn.doublerandom.servicekit.problem.ProblemException where there is no such part
   */
  byte[] draw(ShownDraw draw, int part, Locale language);

  /** 检查结果公告: corrected, withdrawn or a stub where it is. */
  byte[] result(PublicNotices.ResultOfDraw shown, Locale language);
}
