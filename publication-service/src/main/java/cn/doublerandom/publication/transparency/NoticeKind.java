package cn.doublerandom.publication.transparency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a leaf of the log is of. */
public enum NoticeKind {
  /** 抽查工作计划公告, and what it was adjusted to. */
  PLAN,
  /** 每期抽查实施方案公告. */
  PROGRAMME,
  /** 通报公告. */
  BULLETIN,
  /** What was promised before a draw. */
  COMMITMENT,
  /** 抽查任务公告: a draw, and whatever became of it. */
  DRAW,
  /** 检查结果公告: published, corrected, withdrawn, over. */
  RESULT;

  /** As it stands in a leaf and in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NoticeKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
